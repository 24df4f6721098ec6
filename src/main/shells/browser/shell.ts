/** The browser shell: the core behind a loopback server, shown in windows of an installed browser or at a printed address. */
import type { Core } from '../../core.ts';
import type { DeskPort } from '../../desk.ts';
import type { Assets } from '../../lib/page-assets.ts';
import { answerCalls } from './calls.ts';
import { browserDesk } from './desk-port.ts';
import { codeLife, openDoor } from './door.ts';
import { answerPages } from './inside.ts';
import { type Launch, type Launcher, openLauncher } from './launcher.ts';
import { openPages, type Page } from './pages.ts';
import { makeRuntimeFolder, runtimeBase, sweepRuntimeFolders } from './runtime-folder.ts';
import { listen } from './server.ts';
import { type Grant, grantOf, openWaysIn } from './ways-in.ts';

/** Time as the shell needs it. */
export type Clock = {
  /** Milliseconds of a clock that nobody can set. */
  now(): number;
  /** Calls a function every so many milliseconds until told to stop. */
  every(milliseconds: number, run: () => void): () => void;
};

/** Everything that the shell needs from where it runs. */
export type BrowserShellOptions = {
  readonly open: (desk: DeskPort) => Core;
  readonly assets: Assets;
  /** The browser to open windows with, or why the address is printed instead, as the end of a sentence. */
  readonly browser: (Launch & { readonly name: string }) | { readonly reason: string };
  /** Why it is this shell and not the other, as the end of a sentence; said with the first line. */
  readonly because?: string;
  /** Origin that windows are led to, where a server for development stands in front of this one. */
  readonly front?: string;
  /** Client files to open, as paths. */
  readonly files?: readonly string[];
  /** Says a line to whoever started the program. */
  readonly say: (line: string) => void;
  /** Says a line that must not be missed. */
  readonly warn: (line: string) => void;
  readonly clock?: Clock;
  /** Folder for what exists while the shell runs; found by itself unless given. */
  readonly runtimeBase?: string;
};

/** A running shell. */
export type BrowserShell = {
  readonly port: number;
  /** Resolves when everything is saved, closed and removed. */
  readonly ended: Promise<void>;
  /** Asks every page to send what is not sent and ends; false when a page holds what cannot be saved and `must` is not set. */
  end(must: boolean): Promise<boolean>;
};

const idleLife = 60_000;
/** Milliseconds after the last window closed. */
const closedLife = 3000;
const flushTime = 3000;

/** Starts the shell and opens or announces its first window. */
export async function openBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const { say, warn, browser } = options;
  const { now, every } = options.clock ?? ownClock;
  const base = options.runtimeBase ?? runtimeBase('path' in browser ? browser.path : null);
  sweepRuntimeFolders(base);
  const folder = makeRuntimeFolder(base);
  const core = options.open(browserDesk((showing) => present(grantOf(showing))));
  const door = openDoor<Grant>(now);
  const pages = openPages(now, (page) => {
    door.end(page.key);
    core.windows.gone(page.window);
  });
  const inside = answerPages(pages, answerCalls(core));
  const launcher: Launcher | null = 'path' in browser ? openLauncher(browser, folder, windowsClosed) : null;
  const started = now();
  let waiting = launcher !== null;
  let ending: Promise<boolean> | null = null;
  let mustEnd = false;
  let over = (): void => undefined;
  const ended = new Promise<void>((resolve) => (over = resolve));

  const waysIn = openWaysIn({ core, door, pages, present, print, warn, now });
  const server = await listen(options.assets, {
    recognise: waysIn.recognise,
    outside: waysIn.outside,
    inside: (who, asked, response) => inside(who as Page, asked, response),
  });
  const stopTurns = every(1000, turn);
  announce();
  for (const file of options.files?.length ? options.files : [null]) present(grantOf(null, file));
  // While the browser starts.
  setImmediate(() => core.warm());

  function addressFor(grant: Grant): string {
    return `${options.front ?? `http://127.0.0.1:${server.port}`}/#${door.issue(grant)}`;
  }

  function print(grant: Grant): void {
    say(
      `Open ${addressFor(grant)} in a browser. The address works once, within 30 seconds; a late visit prints a new one.`,
    );
  }

  function present(grant: Grant): void {
    if (launcher === null) print(grant);
    else grant.used = launcher.open(addressFor(grant));
  }

  function announce(): void {
    const why = options.because === undefined ? '' : ` (${options.because})`;
    if ('path' in browser) say(`Throughline opens in a window of ${browser.name}${why}.`);
    else
      say(
        `Throughline prints its address because ${browser.reason}${why}. Without any window: npm run throughline -- --help`,
      );
  }

  function windowsClosed(): void {
    if (pages.idle() !== null || ending !== null) return;
    waiting = false;
    warn('The window could not be opened.');
    print(grantOf(null));
  }

  function turn(): void {
    pages.sweep();
    if (pages.idle() !== null) waiting = false;
    if (waiting && now() - started > codeLife) {
      waiting = false;
      print(grantOf(null));
    }
    const idle = pages.idle();
    const closed = launcher !== null && !launcher.running();
    if (idle !== null && idle >= (closed ? closedLife : idleLife)) void end(true);
  }

  function end(must: boolean): Promise<boolean> {
    mustEnd ||= must;
    ending ??= close().then((done) => {
      ending = done ? ending : null;
      return done;
    });
    return ending;
  }

  async function close(): Promise<boolean> {
    const unsaved = await flushPages();
    if (unsaved !== '' && !mustEnd) {
      warn(`${unsaved} Nothing was ended. Save a copy in the window, or stop once more to end all the same.`);
      return false;
    }
    if (unsaved !== '') warn(unsaved);
    stopTurns();
    try {
      await launcher?.end();
      await server.close();
      await core.close();
    } finally {
      folder.remove();
      sweepRuntimeFolders(base);
      over();
    }
    return true;
  }

  /** What could not be saved, as a sentence; empty when everything is on disk. */
  async function flushPages(): Promise<string> {
    const showing = pages.connected().filter(({ window }) => core.windows.showing(window)?.file);
    const left = await Promise.all(showing.map(({ window }) => core.windows.flush(window, flushTime)));
    const edits = left.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    if (edits > 0) return `${edits} edit(s) could not be saved.`;
    return left.includes(null) ? 'A window did not answer when asked for what it had not saved.' : '';
  }

  return { port: server.port, ended, end };
}

const ownClock: Clock = {
  now: () => performance.now(),
  every(milliseconds, run) {
    const timer = setInterval(run, milliseconds);
    return () => clearInterval(timer);
  },
};
