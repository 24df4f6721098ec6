/** The built application in an installed browser, with an empty page of the same build beside it on the same server. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { builtApp } from '../tests/support/built-app.ts';
import { chromiumProgram } from '../tests/support/chromium.ts';
import { printShell, type PrintingShell } from '../tests/support/host-browser.ts';
import { probe } from './interface-probe.ts';

/** Name of the empty page on the server. */
const emptyName = 'empty.html';

/** A started program with the address that it printed. */
export type Served = { readonly shell: PrintingShell; readonly address: string; readonly empty: string };

/** Copies the build into a folder of the benchmark and puts an empty page into it; the folder of the copy. */
export async function copyBuild(folder: string): Promise<string> {
  const built = await builtApp();
  const copy = join(folder, 'out');
  for (const part of ['main', 'renderer']) cpSync(join(built, part), join(copy, part), { recursive: true });
  const page = emptied(readFileSync(join(copy, 'renderer', 'index.html'), 'utf8'));
  const list = join(copy, 'renderer', 'manifest.json');
  const names = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>;
  writeFileSync(join(copy, 'renderer', emptyName), page);
  writeFileSync(list, JSON.stringify({ ...names, [emptyName]: createHash('sha256').update(page).digest('hex') }));
  return copy;
}

/** Starts the program; `home` is the person's folder, kept from start to start. */
export async function serve(built: string, home: string, files: readonly string[] = []): Promise<Served> {
  mkdirSync(home, { recursive: true });
  const shell = printShell({ built, folder: home, files });
  const address = await shell.address(0);
  return { shell, address, empty: new URL(emptyName, address).href };
}

/** Starts the browser. */
export function openBrowser(): Promise<Browser> {
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: chromiumProgram(), args: flags });
}

/** A page at an address, in a profile of its own, with the probe in it. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(probe);
  await page.goto(address);
  return page;
}

/** The page of the build with nothing but its first words: no script, no style sheet. */
function emptied(html: string): string {
  const without = html
    .replaceAll(/<script\b[^>]*>\s*<\/script>/g, '')
    .replaceAll(/<link\b[^>]*rel="(?:modulepreload|stylesheet)"[^>]*>/g, '');
  if (/<script|stylesheet/.test(without)) throw new Error('the empty page is not empty');
  return without;
}
