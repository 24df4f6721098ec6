/** What a test can ask and do, over Node's own channel to whoever started the stand-in. */
import type { App } from './app.ts';
import { giveAnswer, questions, waitingQuestions } from './dialogs.ts';
import { chooseEntry, currentApplicationMenu, describeMenu } from './menus.ts';
import { escaped } from './page.ts';
import { sessionOf } from './session.ts';
import { preventable, registered, strict, violations } from './strict.ts';
import { allWindows, type BrowserWindow } from './windows.ts';

/** A window as a test sees it. */
export type WindowFacts = {
  readonly id: number;
  readonly targetId: string;
  readonly title: string;
  readonly visible: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly menu: unknown;
};

/** Everything that can be asked, by name: its words and its answer. */
export type Controls = {
  /** Resolves when the program can have windows: the address of Chromium's debugging protocol. */
  address(): string;
  /** Process of the browser, which outlives a killed program. */
  browserPid(): number;
  windows(): readonly WindowFacts[];
  /** Chooses an entry of a window's menu by its id; false when there is none that can be chosen. */
  choose(window: number, entry: string): boolean;
  /** Gives an answer to a dialog that is open, or to the next one of this method. */
  answer(method: string, value: unknown): null;
  questions(): { readonly asked: readonly unknown[]; readonly waiting: number };
  /** Somebody closes a window, by its frame or its menu. */
  close(window: number): null;
  /** The process behind a page breaks. */
  crash(window: number): Promise<void>;
  /** Somebody moves and sizes a window. */
  place(window: number, bounds: Bounds): null;
  /** A page hangs, as far as Electron tells. */
  hang(window: number): null;
  /** An event of `app`: open-file, second-instance, activate. */
  appEvent(event: string, words: readonly unknown[]): null;
  powerEvent(event: string): null;
  quit(): null;
  /** A page's wish for a port, from a frame as described; tells how many ports were handed over because of it. */
  wish(window: number, channel: string, frame: FrameFacts | null): number;
  /** Whether a permission would be given. */
  permission(name: string): boolean | Promise<boolean>;
  /** Whether the program lets a download go on. */
  download(url: string): boolean;
  facts(): {
    readonly registered: readonly string[];
    readonly violations: readonly string[];
    readonly escaped: readonly string[];
    readonly recent: readonly string[];
    readonly theme: string;
  };
};

/** Where a window stands. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A frame that sends a message. */
export type FrameFacts = {
  readonly url?: string;
  readonly origin?: string;
  readonly hasParent?: boolean;
};

/** What the controls need of the rest. */
export type ControlSurroundings = {
  readonly app: App;
  readonly power: (event: string) => void;
  readonly message: (channel: string, event: object) => void;
  readonly theme: () => string;
  readonly address: () => string;
  readonly browserPid: () => number;
  readonly ready: Promise<unknown>;
};

/** Answers whoever started this process, until they are gone. */
export function answerControl(around: ControlSurroundings): void {
  if (process.send === undefined) return;
  const controls = controlsOf(around);
  process.on('message', (raw) => {
    const { id, name, words } = raw as { id: number; name: keyof Controls; words: unknown[] };
    const run = controls[name] as (...given: unknown[]) => unknown;
    void around.ready
      .then(() => run(...words))
      .then(
        (value) => process.send?.({ id, value }),
        (error: unknown) => process.send?.({ id, error: String(error) }),
      );
  });
  // Nobody is left to look at it.
  process.on('disconnect', () => around.app.exit(1));
  // The program must not stay because of us. Whether there is a channel is not in its types.
  process.channel?.unref();
}

function controlsOf({ app, power, message, theme, address, browserPid }: ControlSurroundings): Controls {
  return {
    address,
    browserPid,
    windows: () =>
      allWindows()
        .filter((window) => window.modelHasPage())
        .map(describe),
    choose: (window, entry) => chooseEntry(byId(window).modelMenu ?? currentApplicationMenu(), entry),
    answer(method, value) {
      giveAnswer(method, value);
      return null;
    },
    questions: () => ({ asked: questions, waiting: waitingQuestions() }),
    close(window) {
      byId(window).close();
      return null;
    },
    crash: (window) => byId(window).modelPage().crash(),
    place(window, bounds) {
      byId(window).modelPlace(bounds);
      return null;
    },
    hang(window) {
      byId(window).modelFire('unresponsive');
      return null;
    },
    appEvent(event, words) {
      app.modelFire(event, preventable({}), ...words);
      return null;
    },
    powerEvent(event) {
      power(event);
      return null;
    },
    quit() {
      app.quit();
      return null;
    },
    wish(window, channel, frame) {
      const { webContents } = byId(window);
      const page = byId(window).modelPage();
      let handed = 0;
      const { url = page.url(), hasParent = false, origin } = frame ?? {};
      const like = page.frameOf(url, hasParent ? {} : null, origin);
      const senderFrame =
        frame === null
          ? null
          : strict('WebFrameMain', {
              ...like,
              postMessage: (_channel: string, _message: unknown, transfer: readonly unknown[] = []) =>
                void (handed += transfer.length),
            });
      message(channel, strict('IpcMainEvent', { sender: webContents, senderFrame, ports: [] }));
      return handed;
    },
    permission: (name) => sessionOf(partition()).modelPermission(name),
    download: (url) => !sessionOf(partition()).modelDownload(url),
    facts: () => ({
      registered: [...registered].toSorted(),
      violations,
      escaped,
      recent: app.modelRecent,
      theme: theme(),
    }),
  };
}

function partition(): string {
  return String(allWindows()[0]?.modelOptions.webPreferences?.partition ?? '');
}

function describe(window: BrowserWindow): WindowFacts {
  return {
    id: window.modelId,
    targetId: window.modelPage().targetId,
    title: window.modelTitle,
    visible: window.modelVisible,
    options: window.modelOptions,
    menu: describeMenu(window.modelMenu ?? currentApplicationMenu()),
  };
}

function byId(id: number): BrowserWindow {
  const window = allWindows().find((each) => each.modelId === id);
  if (window === undefined) throw new Error(`there is no window ${id}`);
  return window;
}
