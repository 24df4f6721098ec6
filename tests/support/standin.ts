/** Starts the built Electron bundles on the stand-in, and speaks to it. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { Controls, WindowFacts } from '../standin/control.ts';
import { optionsVariable, type StandInOptions } from '../standin/options.ts';
import { chromiumProgram } from './chromium.ts';
import { projectRoot } from './built-app.ts';

/** A question that a dialog asked. */
export type AskedQuestion = {
  readonly method: string;
  readonly window: number;
  readonly options: Readonly<Record<string, unknown>>;
};

/** The application on the stand-in. */
export type StandIn = {
  /** Asks or does one of the things that the stand-in offers. */
  readonly control: {
    readonly [N in keyof Controls]: (...words: Parameters<Controls[N]>) => Promise<Awaited<ReturnType<Controls[N]>>>;
  };
  /** The page of a window, for Playwright. */
  page(window: WindowFacts): Promise<Page>;
  /** The page of a window after the process behind it broke: for Playwright the old one stays broken. */
  pageAnew(window: WindowFacts): Promise<Page>;
  /** The windows as soon as there are so many. */
  windows(count: number): Promise<readonly WindowFacts[]>;
  /** The question of this number, from 0, as soon as it is asked. */
  question(number: number): Promise<AskedQuestion>;
  /** Everything that the program wrote. */
  output(): string;
  readonly pid: number;
  /** Resolves with the code when the program has ended. */
  readonly ended: Promise<number | null>;
  /** Kills the program and its browser at once. */
  kill(): Promise<void>;
  /** Quits it the way a person does, and throws when it used anything that is not modelled or asked the network. */
  close(): Promise<void>;
};

/** How it is started. */
export type StandInStart = {
  /** The built application. */
  readonly built: string;
  /** Folder for the program's own data and the browser's profile. */
  readonly folder: string;
  /** Client files to open. */
  readonly files?: readonly string[];
  readonly packaged?: boolean;
};

let starts = 0;

/** Starts the application; resolves when its first window can be looked at. */
export async function startStandIn(start: StandInStart): Promise<StandIn> {
  const standIn = launch(start);
  const there = until('a window', async () => {
    const windows = await standIn.control.windows().catch(() => []);
    return windows.some(({ visible }) => visible) ? true : null;
  });
  await Promise.race([there, standIn.ended.then(() => Promise.reject(new Error(standIn.output())))]);
  return standIn;
}

/** Starts the application without waiting for a window: a second start has none. */
export function launch({ built, folder, files = [], packaged = false }: StandInStart): StandIn {
  const profile = join(folder, `profile-${process.pid}-${++starts}`);
  mkdirSync(profile, { recursive: true });
  const options: StandInOptions = { chromium: chromiumProgram(), profile, packaged };
  const child = fork(join(built, 'main', 'index.js'), [...files], {
    cwd: folder,
    execArgv: ['--import', join(projectRoot, 'tests', 'standin', 'register.ts')],
    env: { ...process.env, THROUGHLINE_HOME: join(folder, 'app'), [optionsVariable]: JSON.stringify(options) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const control = controlOver(child);
  let browser: Promise<Browser> | null = null;
  const connect = (): Promise<Browser> => {
    browser ??= control.address().then((address) => chromium.connectOverCDP(address));
    return browser;
  };
  const leave = async (): Promise<void> => {
    const connected = await browser?.catch(() => null);
    await connected?.close().catch(() => undefined);
  };

  const pageOf = ({ targetId }: WindowFacts): Promise<Page> =>
    until('a page for Playwright', async () => {
      const [context] = (await connect()).contexts();
      for (const page of context?.pages() ?? []) if ((await targetOf(page)) === targetId) return page;
      return null;
    });

  return {
    control,
    page: pageOf,
    async pageAnew(window) {
      await leave();
      browser = null;
      return until('a page that came back', async () => {
        const page = await pageOf(window);
        const late = new Promise<boolean>((resolve) => setTimeout(resolve, 1000, false));
        const alive = page.evaluate<boolean>("document.readyState === 'complete'").catch(() => false);
        if (await Promise.race([alive, late])) return page;
        await leave();
        browser = null;
        return null;
      });
    },
    windows: (count) =>
      until(`${count} window(s)`, async () => {
        const windows = await control.windows().catch(() => []);
        return windows.length === count && windows.every(({ visible }) => visible) ? windows : null;
      }),
    question: (number) =>
      until(`question ${number}`, async () => {
        const { asked } = await control.questions();
        return (asked[number] as AskedQuestion | undefined) ?? null;
      }),
    output: () => output,
    pid: child.pid ?? 0,
    ended,
    async kill() {
      const browserPid = await control.browserPid().catch(() => 0);
      child.kill('SIGKILL');
      await ended;
      if (browserPid > 0) process.kill(browserPid, 'SIGKILL');
      await leave();
    },
    async close() {
      const { violations, escaped } = await control.facts();
      // The page is asked for what it has not saved: Playwright stays with it until the end.
      await control.quit();
      const { code } = await until('the end of the program', () => settled(ended)).catch(async (error: unknown) => {
        const { asked } = await control.questions();
        throw new Error(`the program does not end; it asked ${JSON.stringify(asked)}`, { cause: error });
      });
      await leave();
      const wrong = [
        ...violations,
        ...escaped.map((url) => `a request of ${url}`),
        ...(code === 0 ? [] : [`the code ${code}`]),
      ];
      if (wrong.length > 0) throw new Error(`the program used what is not there: ${wrong.join('; ')}\n${output}`);
    },
  };
}

/** Waits until there is something; throws with its name after two minutes, which only something that hangs takes. */
export async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + 120_000; Date.now() < end;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${what}: not there after two minutes`);
}

/** The result of a promise if it is there by now. */
async function settled(promise: Promise<number | null>): Promise<{ code: number | null } | null> {
  return Promise.race([
    promise.then((code) => ({ code })),
    new Promise<null>((resolve) => setTimeout(resolve, 0, null)),
  ]);
}

async function targetOf(page: Page): Promise<string | null> {
  try {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = (await session.send('Target.getTargetInfo')) as { targetInfo: { targetId: string } };
    await session.detach();
    return targetInfo.targetId;
  } catch {
    // It is being closed.
    return null;
  }
}

type Reply = { readonly id: number; readonly value?: unknown; readonly error?: string };

function controlOver(child: ChildProcess): StandIn['control'] {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  child.on('message', (raw) => {
    const { id, value, error } = raw as Reply;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the program has ended'));
    waiting.clear();
  });
  return new Proxy({} as StandIn['control'], {
    get:
      (_, name) =>
      (...words: unknown[]) =>
        new Promise((resolve, reject) => {
          if (child.exitCode !== null || child.signalCode !== null) return reject(new Error('the program has ended'));
          const id = ++last;
          waiting.set(id, { resolve, reject });
          child.send({ id, name, words }, (error) => {
            if (error !== null) reject(error);
          });
        }),
  });
}
