/** The windows of the program: each shows one client file, comes back after a crash, and closes without losing a word. */
import { basename } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { describeFailure } from '../../../shared/api/errors.ts';
import type { Core } from '../../core.ts';
import type { MenuItem, Showing } from '../../../shared/api/desk.ts';
import { mayClose } from './closing.ts';
import { askBeforeClosing, askToReload, chooseFile, tell } from './dialogs.ts';
import type { HandOver } from './hand-over.ts';
import { type Menus, openMenus } from './menus.ts';
import { isSameFile } from './same-file.ts';
import { type PlaceKeeper, sizeOf } from './place-keeper.ts';
import { pageUrl, windowOptions } from './window-options.ts';

/** What windows are made with. */
export type WindowSurroundings = {
  readonly core: Core;
  readonly handOver: HandOver;
  readonly places: PlaceKeeper;
  readonly preload: string;
  /** Colour of a window before its page has painted. */
  readonly background: () => string;
  /** Told when the last window was closed. */
  readonly onAllClosed: () => void;
  /** Told when a window stays that was to be closed. */
  readonly onStay: () => void;
};

/** The windows. */
export type ShellWindows = {
  /** Opens a window; on what it is to show, as somebody asked. */
  open(showing: Showing | null): void;
  /** Opens a client file from outside: brings up the window that shows it, or lets one open it. */
  openFile(path: string): void;
  /** Brings a window up; opens one where there is none. */
  bringUp(): void;
  shown(window: string, showing: Showing): void;
  menu(window: string, items: readonly MenuItem[]): void;
  browserWindow(window: string): BrowserWindow | null;
  /** Asks every page to send what is not sent. */
  flush(milliseconds: number): Promise<void>;
};

type Open = {
  /** The core's name for it; another one after it was sent home. */
  id: string;
  readonly browser: BrowserWindow;
  /** The file that somebody wanted in a further window. */
  readonly wanted: string | null;
  /** A file was handed to it that it does not show yet. */
  expecting: boolean;
  closing: boolean;
  /** Moments of its latest crashes, milliseconds of the process's clock. */
  crashes: number[];
};

/** A window that broke so often within a minute is not loaded again without a question. */
const crashesAtOnce = 3;

/** Opens the register of windows. */
export function openShellWindows({ core, handOver, places, preload, ...given }: WindowSurroundings): ShellWindows {
  const all: Open[] = [];
  const menus: Menus = openMenus((id, command) => core.windows.ask(id, { ask: 'run', command }));
  const byId = (id: string): Open | undefined => all.find((each) => each.id === id);
  const fileOf = ({ id }: Open): string | null => core.windows.showing(id)?.file ?? null;

  function open(showing: Showing | null): Open {
    const latest = BrowserWindow.getFocusedWindow() ?? all.at(-1)?.browser;
    const { maximized, ...place } = places.next(latest === undefined ? null : sizeOf(latest));
    const browser = new BrowserWindow(
      windowOptions({ ...place, preload, packaged: app.isPackaged, background: given.background() }),
    );
    const id = core.windows.open(showing);
    const window = { id, browser, wanted: showing?.file ?? null, expecting: false, closing: false, crashes: [] };
    all.push(window);
    look(window, maximized);
    handOver.admit(browser.webContents, id);
    menus.show(browser, id, []);
    if (showing !== null) shown(id, showing);
    load(browser);
    return window;
  }

  function look(window: Open, maximized: boolean): void {
    const { browser } = window;
    browser.once('ready-to-show', () => {
      if (maximized) browser.maximize();
      browser.show();
    });
    for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) {
      browser.on(event as 'resize', () => places.note(sizeOf(browser), browser.isMaximized()));
    }
    browser.on('focus', () => menus.focus(browser));
    // Titles are told by `shown`; the page's own is for browsers.
    browser.on('page-title-updated', (event) => event.preventDefault());
    browser.on('close', (event) => {
      event.preventDefault();
      void close(window);
    });
    // The session of the computer ends: there is no time for questions, and enough for what was typed last.
    browser.on('query-session-end', () => void core.windows.flush(window.id, 2000));
    browser.on('closed', () => {
      all.splice(all.indexOf(window), 1);
      menus.forget(browser);
      core.windows.gone(window.id);
      if (all.length === 0) given.onAllClosed();
    });
    browser.on('unresponsive', () => void hangs(window));
    browser.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') void comeBack(window);
    });
  }

  async function close(window: Open): Promise<void> {
    if (window.closing) return;
    window.closing = true;
    const { browser } = window;
    // A page without a port holds nothing that was typed.
    const allowed =
      !handOver.has(browser.webContents) ||
      (await mayClose({
        flush: (milliseconds) => core.windows.flush(window.id, milliseconds),
        ask: (unsaved) => askBeforeClosing(browser, unsaved, fileOf(window) !== null),
        copy: () => saveCopy(window),
      }));
    window.closing = false;
    if (!allowed) given.onStay();
    else if (!browser.isDestroyed()) browser.destroy();
  }

  async function saveCopy(window: Open): Promise<void> {
    const file = fileOf(window);
    const title = core.windows.showing(window.id)?.title ?? '';
    const path = file === null ? null : await chooseFile(window.browser, { mode: 'save', kind: 'client', name: title });
    if (file === null || path === null) return;
    const copied = await core.client.files.copy({ file, place: core.grant(path) });
    if (copied.ok) await tell(window.browser, 'The copy holds everything that was saved.', basename(path));
    else await tell(window.browser, 'The copy could not be made.', describeFailure(copied.error));
  }

  async function comeBack(window: Open): Promise<void> {
    const { browser } = window;
    const now = performance.now();
    window.crashes = [...window.crashes.filter((at) => now - at < 60_000), now];
    if (window.crashes.length >= crashesAtOnce) {
      window.crashes = [];
      if (!(await askToReload(browser, 'This window keeps breaking.', 'Close'))) return browser.destroy();
    }
    if (!browser.isDestroyed()) browser.webContents.reload();
  }

  async function hangs({ browser }: Open): Promise<void> {
    if (!(await askToReload(browser, 'This window does not answer.', 'Wait')) || browser.isDestroyed()) return;
    // It comes back the way it does after a crash of its own.
    browser.webContents.forcefullyCrashRenderer();
  }

  function shown(id: string, showing: Showing): void {
    const window = byId(id);
    if (window === undefined) return;
    const { file, title } = showing;
    if (file !== null) window.expecting = false;
    window.browser.setTitle(title === '' ? 'Throughline' : `${title} – Throughline`);
    const path = file === null ? null : core.pathOf(file);
    if (process.platform === 'darwin') window.browser.setRepresentedFilename(path ?? '');
    // Linux has no such list.
    if (path !== null && process.platform !== 'linux') app.addRecentDocument(path);
    const other =
      file === null || window.wanted === file
        ? undefined
        : all.find((each) => each !== window && fileOf(each) === file);
    // The call that told of it is answered first.
    if (other !== undefined) setImmediate(() => sendHome(window, other));
  }

  /** A file has one window unless somebody wanted another: the one that shows it comes up, this one goes back to the list. */
  function sendHome(window: Open, other: Open): void {
    if (window.browser.isDestroyed() || other.browser.isDestroyed()) return;
    const before = window.id;
    window.id = core.windows.open(null);
    handOver.admit(window.browser.webContents, window.id);
    core.windows.gone(before);
    window.browser.setTitle('Throughline');
    menus.show(window.browser, window.id, []);
    load(window.browser);
    raise(other.browser);
  }

  function openFile(path: string): void {
    const showing = all.find((each) => {
      const file = fileOf(each);
      return file !== null && isSameFile(core.pathOf(file), path);
    });
    if (showing !== undefined) return raise(showing.browser);
    const free = all.filter((each) => !each.expecting && fileOf(each) === null && !each.closing);
    const window = free.find(({ browser }) => browser.isFocused()) ?? free.at(-1) ?? open(null);
    window.expecting = true;
    core.windows.ask(window.id, { ask: 'open', place: core.grant(path), name: basename(path) });
    raise(window.browser);
  }

  return {
    open: (showing) => void open(showing),
    openFile,
    bringUp() {
      const window = all.at(-1);
      if (window === undefined) open(null);
      else raise(window.browser);
    },
    shown,
    menu(id, items) {
      const window = byId(id);
      if (window !== undefined) menus.show(window.browser, id, items);
    },
    browserWindow: (id) => byId(id)?.browser ?? null,
    async flush(milliseconds) {
      const connected = all.filter(({ browser }) => !browser.isDestroyed() && handOver.has(browser.webContents));
      await Promise.all(connected.map(({ id }) => core.windows.flush(id, milliseconds)));
    },
  };
}

function load(browser: BrowserWindow): void {
  // A load that another one overtakes is rejected, and one that fails leaves a window that can be closed.
  browser.loadURL(pageUrl).catch(() => undefined);
}

function raise(browser: BrowserWindow): void {
  if (browser.isMinimized()) browser.restore();
  if (browser.isVisible()) browser.focus();
}
