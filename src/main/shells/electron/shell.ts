/** The Electron shell: the core with windows of its own, native menus and dialogs, and one process for all files. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, nativeTheme, powerMonitor, protocol, session } from 'electron';
import { loadAssets } from '../../lib/page-assets.ts';
import type { Core, CoreConfig } from '../../core.ts';
import { chooseFile } from './dialogs.ts';
import { clientFiles } from './file-filters.ts';
import { guardContents, guardSession } from './guards.ts';
import { openHandOver } from './hand-over.ts';
import { utilityJobHost } from './job-host.ts';
import { answerPages } from './page-answers.ts';
import { openPlaceKeeper } from './place-keeper.ts';
import { pageScheme, sessionName, switches } from './window-options.ts';
import { openShellWindows, type ShellWindows } from './windows.ts';

/** What the shell is started with. */
export type ElectronShell = {
  /** The config of this computer; may throw where its folder cannot be made. */
  readonly config: () => CoreConfig;
  readonly open: (config: CoreConfig) => Core;
  /** Folder of the built main process: the preload and the interface lie beside it. */
  readonly folder: string;
};

/** Milliseconds that pages have when the computer goes to sleep. */
const sleepPatience = 2000;

/** Starts the shell. Returns before Electron is ready, as Electron demands of its first module. */
export function runElectron({ config, open, folder }: ElectronShell): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  for (const [name, value] of switches) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  scrubEnvironment();
  app.enableSandbox();
  try {
    const settings = config();
    const own = join(settings.store.appDir, 'window');
    mkdirSync(own, { recursive: true, mode: 0o700 });
    app.setPath('userData', own);
    process.on('uncaughtException', (error) => settings.onBug('shell', error));
    process.on('unhandledRejection', (error) => settings.onBug('shell', error));
    if (!app.requestSingleInstanceLock()) return app.exit(0);
    const files = collectFiles();
    app
      .whenReady()
      .then(() => files.open(start(settings, open, folder)))
      .catch(refuse);
  } catch {
    refuse();
  }
}

/** Files that are asked for before there is a window to show them, and after. */
function collectFiles() {
  const waiting = clientFiles(process.argv.slice(1), process.cwd());
  let windows: ShellWindows | null = null;
  const take = (paths: readonly string[]): void => {
    if (windows === null) waiting.push(...paths);
    else for (const path of paths) windows.openFile(path);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take([path]);
  });
  app.on('second-instance', (_event, words, place) => {
    const paths = clientFiles(words.slice(1), place);
    if (paths.length === 0) windows?.bringUp();
    take(paths);
  });
  app.on('activate', () => windows?.bringUp());
  return {
    open(opened: ShellWindows): void {
      windows = opened;
      opened.open(null);
      take(waiting.splice(0));
    },
  };
}

function start(settings: CoreConfig, open: ElectronShell['open'], folder: string): ShellWindows {
  const own = session.fromPartition(sessionName);
  guardSession(own);
  guardSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  const assets = loadAssets(join(folder, '..', 'renderer'));
  own.protocol.handle(
    pageScheme,
    answerPages(assets, () => randomBytes(16).toString('base64url')),
  );
  const core: Core = open({
    ...settings,
    jobHost: utilityJobHost(join(folder, 'jobs', 'entry.js')),
    desk: {
      capabilities: { shell: 'electron', dialogs: 'native', menus: true, windows: true, keptKeys: [] },
      system: systemOf(process.platform),
      choose: (window, wish) => choose(windows, window, wish),
      roots: () => [],
      menu: (window, items) => windows.menu(window, items),
      openWindow: (showing) => windows.open(showing),
      shown: (window, showing) => windows.shown(window, showing),
    },
  });
  const places = openPlaceKeeper(core.kept);
  let quitting = false;
  const windows = openShellWindows({
    core,
    handOver: openHandOver(core),
    places,
    preload: join(folder, '..', 'preload', 'index.cjs'),
    background: () => (nativeTheme.shouldUseDarkColors ? '#191816' : '#FCFBF9'),
    onAllClosed: () => {
      if (quitting || process.platform !== 'darwin') app.quit();
    },
    onStay: () => (quitting = false),
  });
  // While the window loads.
  setImmediate(() => core.warm());
  app.on('before-quit', () => (quitting = true));
  // Without a listener the program would end with its last window, also on macOS.
  app.on('window-all-closed', () => undefined);
  const following = followTheme(core);
  app.on('will-quit', (event) => {
    event.preventDefault();
    following.abort();
    places.save();
    void core.close().finally(() => app.exit(0));
  });
  powerMonitor.on('suspend', () => void windows.flush(sleepPatience));
  powerMonitor.on('lock-screen', () => void windows.flush(sleepPatience));
  // Electron hands over an event that its types do not know.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    void windows.flush(sleepPatience).finally(() => app.quit());
  });
  return windows;
}

const choosing = new Set<string>();

/** A window has one dialog at a time, whatever its page asks for. */
async function choose(windows: ShellWindows, window: string, wish: Parameters<typeof chooseFile>[1]) {
  const browser = windows.browserWindow(window);
  if (browser === null || choosing.has(window)) return null;
  choosing.add(window);
  try {
    return await chooseFile(browser, wish);
  } finally {
    choosing.delete(window);
  }
}

/** Frames of windows, menus and dialogs are light or dark as the interface is. */
function followTheme(core: Core): AbortController {
  const ending = new AbortController();
  const follow = async (): Promise<void> => {
    const settings = await core.client.preferences.get({});
    if (settings.ok) nativeTheme.themeSource = settings.value.theme;
    for await (const { theme } of await core.client.preferences.watch({}, { signal: ending.signal })) {
      nativeTheme.themeSource = theme;
    }
  };
  follow().catch(() => undefined);
  return ending;
}

/** What could bend this process or those that it starts. */
function scrubEnvironment(): void {
  for (const name of Object.keys(process.env)) {
    if (/^(NODE_OPTIONS|NODE_EXTRA_CA_CERTS|LD_PRELOAD|DYLD_INSERT_LIBRARIES|ELECTRON_.*)$/.test(name)) {
      delete process.env[name];
    }
  }
}

function refuse(): void {
  dialog.showErrorBox(
    'Throughline cannot start.',
    'Its own folder or a part of the program cannot be read or written. Your client files were not touched.',
  );
  app.exit(1);
}

function systemOf(platform: NodeJS.Platform): 'mac' | 'windows' | 'linux' {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}
