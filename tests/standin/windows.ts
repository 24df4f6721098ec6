/** `BrowserWindow` and `WebContents`: each window is a page of its own in Chromium. */
import type { Chromium } from './chromium.ts';
import type { AppMenu } from './menus.ts';
import { type Frame, Page } from './page.ts';
import { type Session, sessionOf } from './session.ts';
import { Emitter, preventable, registered, strict, violate } from './strict.ts';

type Bounds = { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number };

/** Options of a window, as far as they are looked at. */
export type WindowOptions = Bounds & {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>> & {
    readonly preload?: string;
    readonly partition?: string;
  };
};

/** What windows need of the rest. */
export type WindowSurroundings = {
  readonly chromium: () => Chromium;
  readonly made: (window: BrowserWindow) => void;
  readonly allClosed: () => void;
  readonly stays: () => void;
  readonly message: (channel: string, event: object, words: readonly unknown[]) => void;
};

type OpenHandler = (details: object) => { readonly action: string };

let surroundings: WindowSurroundings | null = null;
const windows: BrowserWindow[] = [];
let focused: BrowserWindow | null = null;
let lastId = 0;

/** Tells the windows what is around them; before the first one is made. */
export function surroundWindows(given: WindowSurroundings): void {
  surroundings = given;
}

/** All windows that are not closed. */
export function allWindows(): readonly BrowserWindow[] {
  return [...windows];
}

function focusOn(window: BrowserWindow | null): void {
  focused = window;
}

function around(): WindowSurroundings {
  return surroundings ?? violate('a window before there is anything around it');
}

/** `WebContents`. */
export class WebContents extends Emitter {
  readonly modelSelf: WebContents = strict('WebContents', this);
  readonly modelWindow: BrowserWindow;
  modelOpenHandler: OpenHandler | null = null;

  constructor(window: BrowserWindow) {
    super('WebContents', [
      'destroyed',
      'did-navigate',
      'render-process-gone',
      'will-attach-webview',
      'will-frame-navigate',
      'will-navigate',
      'will-redirect',
    ]);
    this.modelWindow = window;
  }

  get mainFrame(): Frame {
    return this.modelWindow.modelPage().frame();
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    registered.add('WebContents.setWindowOpenHandler');
    this.modelOpenHandler = handler;
  }

  reload(): void {
    void this.modelWindow.modelPage().reload();
  }

  forcefullyCrashRenderer(): void {
    void this.modelWindow.modelPage().crash();
  }

  modelFire(event: string, ...words: unknown[]): void {
    this.fire(event, ...words);
  }
}

/** `BrowserWindow`. */
export class BrowserWindow extends Emitter {
  readonly modelId = ++lastId;
  readonly modelOptions: WindowOptions;
  readonly modelSelf: BrowserWindow;
  readonly webContents: WebContents;
  modelMenu: AppMenu | null = null;
  modelTitle: string;
  modelVisible: boolean;
  private readonly session: Session;
  private readonly opened: Promise<Page>;
  private page: Page | null = null;
  private bounds: Required<Bounds>;
  private destroyed = false;
  private shownOnce = false;

  static getFocusedWindow(): BrowserWindow | null {
    return focused?.modelSelf ?? null;
  }

  constructor(given: WindowOptions = {}) {
    super('BrowserWindow', [
      'close',
      'closed',
      'focus',
      'maximize',
      'move',
      'page-title-updated',
      'query-session-end',
      'ready-to-show',
      'resize',
      'unmaximize',
      'unresponsive',
    ]);
    const { webPreferences = {}, x = 0, y = 0, width = 800, height = 600 } = given;
    this.bounds = { x, y, width, height };
    refuseWeak(webPreferences);
    this.modelOptions = given;
    this.modelTitle = given.title ?? '';
    this.modelVisible = given.show ?? true;
    this.session = sessionOf(webPreferences.partition ?? '');
    this.modelSelf = strict('BrowserWindow', this);
    this.webContents = new WebContents(this).modelSelf;
    windows.push(this);
    focusOn(this);
    this.opened = this.open(webPreferences.preload);
    around().made(this);
    return this.modelSelf;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.opened;
    await page.load(url);
  }

  show(): void {
    this.modelVisible = true;
    this.focus();
  }

  focus(): void {
    focusOn(this);
    this.page?.bringToFront();
    this.fire('focus');
  }

  maximize(): void {
    this.fire('maximize');
  }

  restore(): void {
    violate('restoring a window that is never minimized');
  }

  isVisible(): boolean {
    return this.modelVisible;
  }

  isFocused(): boolean {
    return focused === this;
  }

  isMinimized(): boolean {
    return false;
  }

  isMaximized(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  getNormalBounds() {
    return this.bounds;
  }

  /** Somebody moves and sizes the window. */
  modelPlace(bounds: Required<Bounds>): void {
    this.bounds = bounds;
    this.fire('move');
    this.fire('resize');
  }

  setTitle(title: string): void {
    this.modelTitle = title;
  }

  setMenu(menu: AppMenu | null): void {
    this.modelMenu = menu;
  }

  setRepresentedFilename(): void {
    if (process.platform !== 'darwin') violate('BrowserWindow.setRepresentedFilename outside of macOS');
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    windows.splice(windows.indexOf(this), 1);
    if (focused === this) focusOn(windows.at(-1) ?? null);
    void this.opened.then((page) => page.close());
    this.webContents.modelFire('destroyed');
    this.fire('closed');
    if (windows.length === 0) around().allClosed();
  }

  /** Somebody closes the window. */
  close(): void {
    const event = preventable({});
    this.fire('close', event);
    if (event.defaultPrevented) around().stays();
    else this.destroy();
  }

  modelHasPage(): boolean {
    return this.page !== null;
  }

  modelPage(): Page {
    return this.page ?? violate('the page of a window that has none yet');
  }

  /** The handler is asked; a window that it allows is not modelled. */
  modelWantsWindow(url: string): void {
    const { action } = this.webContents.modelOpenHandler?.({ url }) ?? { action: 'allow' };
    if (action !== 'deny') violate('a window that a page opens');
  }

  modelFire(event: string, ...words: unknown[]): void {
    this.fire(event, ...words);
  }

  private async open(preload: string | undefined): Promise<Page> {
    const { width, height } = this.getNormalBounds();
    const contents = this.webContents;
    this.page = await Page.open(around().chromium(), { width, height }, preload, this.session, {
      message: (channel, senderFrame, words) =>
        around().message(channel, strict('IpcMainEvent', { sender: contents, senderFrame, ports: [] }), words),
      mayNavigate: (url, isMainFrame) => {
        const event = preventable({ url, isMainFrame, isSameDocument: false, frame: null });
        if (isMainFrame) contents.modelFire('will-navigate', event, url);
        contents.modelFire('will-frame-navigate', event);
        return !event.defaultPrevented;
      },
      wantsWindow: (url) => this.modelWantsWindow(url),
      navigated: (url) => contents.modelFire('did-navigate', preventable({}), url, 200, 'OK'),
      loaded: () => {
        if (!this.shownOnce) this.fire('ready-to-show');
        this.shownOnce = true;
      },
      crashed: () => contents.modelFire('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 5 }),
      gone: () => this.destroy(),
    });
    return this.page;
  }
}

/** What would weaken a window fails here, so that no test passes by luck. */
function refuseWeak(preferences: Readonly<Record<string, unknown>>): void {
  const wanted = {
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    webviewTag: false,
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (preferences[name] !== value) violate(`webPreferences.${name} that is not ${value}`);
  }
  if (typeof preferences['partition'] !== 'string' || preferences['partition'].startsWith('persist:'))
    violate('a session that is kept on disk');
}
