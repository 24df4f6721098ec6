/** What no page may do, whichever window it is in: everything but show the interface. */
import type { Session, WebContents } from 'electron';
import { pageOrigin, pageUrl } from './window-options.ts';

/** Denies a session every permission, every download and every address but the interface's own. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** Keeps contents on the page that they show. */
export function guardContents(contents: WebContents): void {
  const keep = (event: { readonly url: string; preventDefault(): void }): void => {
    if (event.url !== pageUrl) event.preventDefault();
  };
  contents.on('will-navigate', keep);
  contents.on('will-frame-navigate', keep);
  contents.on('will-redirect', keep);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** The tools for developers exist only where the program is not packaged. */
function isAllowed(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || url.startsWith('devtools://');
}
