/** What the program gets when it imports `electron`. A name that is not here fails when the program is loaded. */
import { App } from './app.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { answerControl } from './control.ts';
import { allSessions, sessionOf } from './session.ts';
import { Emitter, preventable, registered, strict } from './strict.ts';
import { allWindows, surroundWindows } from './windows.ts';

export { dialog } from './dialogs.ts';
export { Menu } from './menus.ts';
export { MessageChannelMain } from './ports.ts';
export { utilityProcess } from './utility-process.ts';
export { BrowserWindow } from './windows.ts';

let chromium: Chromium | null = null;
const starting = start();

async function start(): Promise<void> {
  const started = await startChromium();
  chromium = started;
  await started.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
  await started.send('Target.setDiscoverTargets', { discover: true });
  started.on('Browser.downloadWillBegin', ({ url }: { url: string }) => {
    for (const session of allSessions()) session.modelDownload(url);
  });
  started.on('Target.targetCreated', ({ targetInfo }: { targetInfo: TargetInfo }) => void popUp(started, targetInfo));
}

const model = new App({
  ready: starting,
  closeWindows: () => {
    for (const window of allWindows()) window.close();
  },
  windowCount: () => allWindows().length,
  end: async () => chromium?.end(),
});

/** `app`. */
export const app = strict('app', model);

type Listener = (event: object, ...words: unknown[]) => void;
const channels = new Map<string, Listener>();

/** `ipcMain`. */
export const ipcMain = strict('ipcMain', {
  on(channel: string, listener: Listener): void {
    registered.add(`ipcMain.on('${channel}')`);
    channels.set(channel, listener);
  },
});

/** `protocol`: of the default session, which shows nothing. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly object[]): void {
    if (app.isReady()) throw new Error('stand-in: schemes are registered before the program is ready');
    registered.add(`protocol.registerSchemesAsPrivileged(${JSON.stringify(schemes)})`);
  },
});

/** `session`. */
export const session = strict('session', {
  fromPartition(partition: string) {
    registered.add(`session.fromPartition('${partition}')`);
    return sessionOf(partition).modelSelf;
  },
  defaultSession: sessionOf('').modelSelf,
});

/** `nativeTheme`. */
export const nativeTheme = strict('nativeTheme', { themeSource: 'system', shouldUseDarkColors: false });

/** `screen`: one of usual size. */
export const screen = strict('screen', {
  getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1600, height: 1000 } }],
});

class PowerMonitor extends Emitter {
  constructor() {
    super('powerMonitor', ['suspend', 'lock-screen', 'shutdown']);
  }

  modelFire(event: string): void {
    this.fire(event, preventable({}));
  }
}
const power = new PowerMonitor();

/** `powerMonitor`. */
export const powerMonitor = strict('powerMonitor', power);

surroundWindows({
  chromium() {
    if (chromium === null) throw new Error('stand-in: a window before the program is ready');
    return chromium;
  },
  made: (window) => void model.modelFire('web-contents-created', preventable({}), window.webContents),
  allClosed: () => model.modelAllClosed(),
  stays: () => model.modelStay(),
  message: (channel, event, words) => channels.get(channel)?.(event, ...words),
});

answerControl({
  app: model,
  power: (event) => power.modelFire(event),
  message: (channel, event) => channels.get(channel)?.(event),
  theme: () => nativeTheme.themeSource,
  address: () => chromium?.address ?? '',
  browserPid: () => chromium?.pid ?? 0,
  ready: starting,
});

type TargetInfo = {
  readonly targetId: string;
  readonly type: string;
  readonly openerId?: string;
  readonly url: string;
};

/** A link or a form of a page led to a window of its own: it is gone before it has shown anything. */
async function popUp(browser: Chromium, { targetId, type, openerId, url }: TargetInfo): Promise<void> {
  if (type !== 'page' || openerId === undefined) return;
  await browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
  const opener = allWindows().find((each) => each.modelHasPage() && each.modelPage().targetId === openerId);
  opener?.modelWantsWindow(url);
}
