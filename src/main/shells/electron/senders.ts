/** Who may have a port: the page of a window, itself, once for each time that it is loaded. */
import { pageOrigin, pageUrl } from './window-options.ts';

/** A frame, as far as it is looked at. */
export type Frame = {
  readonly origin: string;
  readonly url: string;
  readonly parent: object | null;
  readonly processId: number;
  readonly routingId: number;
};

/** Tells whether a message came from the main frame of a window, and from our own page. */
export function isOwnPage(sender: Frame | null, main: Frame): boolean {
  return (
    sender !== null &&
    sender.parent === null &&
    sender.processId === main.processId &&
    sender.routingId === main.routingId &&
    sender.origin === pageOrigin &&
    (sender.url === pageUrl || sender.url.startsWith(`${pageUrl}#`))
  );
}
