/** How every window of the program is made: frozen, and compared with a snapshot by a test. */
import type { BrowserWindowConstructorOptions } from 'electron';

/** Scheme of the interface's own address. */
export const pageScheme = 'app';
/** Origin of the interface: the only one that is ever handed a port. */
export const pageOrigin = 'app://bundle';
/** Address of the page. */
export const pageUrl = 'app://bundle/';
/** Session of all windows; without "persist:" nothing of it is kept on disk. */
export const sessionName = 'throughline';
/** The smallest size of a window, in pixels. */
export const smallest = { width: 720, height: 480 } as const;

/** What differs from window to window and from start to start. */
export type WindowVariables = {
  /** The built preload. */
  readonly preload: string;
  readonly packaged: boolean;
  /** Colour until the page has painted. */
  readonly background: string;
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
};

/** Options of a window. */
export function windowOptions({ preload, packaged, background, ...bounds }: WindowVariables) {
  return {
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Throughline',
    backgroundColor: background,
    webPreferences: {
      preload,
      partition: sessionName,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      disableDialogs: true,
      spellcheck: false,
      devTools: !packaged,
      // Typing goes on being saved in a window that is covered by another.
      backgroundThrottling: false,
    },
  } satisfies BrowserWindowConstructorOptions;
}

/** Switches of Chromium: it asks nothing of any network and finds no name in it. */
export const switches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['disable-breakpad'],
];
