/** The built browser shell, whose printed addresses are opened in an installed browser as they come. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { AppStart, OpenApp } from './app-host.ts';
import { chromiumProgram } from './chromium.ts';
import { until } from './standin.ts';

/** A browser shell that prints its addresses. */
export type PrintingShell = {
  /** Addresses that it printed so far. */
  addresses(): readonly string[];
  /** The address of this number, from 0, as soon as it is printed. */
  address(number: number): Promise<string>;
  output(): string;
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

const address = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}/g;

/** Starts the built browser shell. */
export function printShell({ built, folder, files = [] }: Omit<AppStart, 'host'>): PrintingShell {
  const runtime = join(folder, 'run');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  const child = spawn(process.execPath, [join(built, 'main', 'browser.js'), '--print', '--', ...files], {
    // The chooser of the interface shows the person's own folder.
    env: {
      ...process.env,
      HOME: folder,
      USERPROFILE: folder,
      THROUGHLINE_HOME: join(folder, 'app'),
      XDG_RUNTIME_DIR: runtime,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const addresses = (): string[] => [...output.matchAll(address)].map(([found]) => found);
  return {
    addresses,
    address: (number) =>
      until(`address ${number}`, () => {
        if (child.exitCode !== null) throw new Error(`the shell ended: ${output}`);
        return Promise.resolve(addresses()[number] ?? null);
      }),
    output: () => output,
    ended,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Opens the application in an installed browser. */
export async function openInBrowser(start: AppStart): Promise<OpenApp> {
  const shell = printShell(start);
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: chromiumProgram(), args: flags });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const pages: Page[] = [];
  let opened = 0;
  let opening: Promise<void> = Promise.resolve();
  /** Opens what was printed since. */
  const follow = (): Promise<void> => {
    const before = opening;
    opening = (async () => {
      await before;
      for (const each of shell.addresses().slice(opened)) {
        opened++;
        const page = await context.newPage();
        page.on('close', () => void pages.splice(pages.indexOf(page), 1));
        await page.goto(each);
        pages.push(page);
      }
    })();
    return opening;
  };
  const next = async (count: number): Promise<readonly Page[]> => {
    await until(`${count} page(s)`, async () => {
      await follow();
      return pages.length === count ? true : null;
    });
    return [...pages];
  };
  /** A page that lost its token asks for a window that goes on. */
  const goOn = async (gone: Page, knock: () => Promise<unknown>): Promise<Page> => {
    const before = shell.addresses().length;
    // The shell hears a knock every few seconds only.
    await until('a window that goes on', async () => {
      if (shell.addresses().length === before) await knock();
      await new Promise((resolve) => setTimeout(resolve, 500));
      return shell.addresses().length > before ? true : null;
    });
    await follow();
    const page = pages.at(-1);
    await gone.close();
    if (page === undefined) throw new Error('no window goes on');
    return page;
  };
  await next(Math.max(1, start.files?.length ?? 0));
  return {
    host: 'browser',
    native: null,
    pages: next,
    reload: (page) => goOn(page, () => page.reload()),
    async crash(page) {
      const { origin } = new URL(page.url());
      await page.goto('chrome://crash').catch(() => undefined);
      const again = await context.newPage();
      await page.close();
      return goOn(again, () => again.goto(`${origin}/`));
    },
    closeWindow: (page) => page.close({ runBeforeUnload: true }),
    hold: process.platform === 'win32' ? null : (held) => void shell.kill(held ? 'SIGSTOP' : 'SIGCONT'),
    killProgram: () => shell.kill('SIGKILL'),
    async kill() {
      await shell.kill('SIGKILL');
      await browser.close();
    },
    async quit() {
      const code = await shell.kill('SIGTERM');
      await browser.close();
      if (code !== 0) throw new Error(`the shell ended with ${code}: ${shell.output()}`);
    },
  };
}
