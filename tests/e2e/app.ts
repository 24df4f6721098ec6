/** The application as an end-to-end test has it: open in a folder of its own, on the host of the run. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { AppHost, OpenApp } from '../support/app-host.ts';
import { openApp } from '../support/app-hosts.ts';
import { builtFolder } from '../support/built-app.ts';
import { sampleFile } from './sample.ts';

/** A person's desk: a folder, and the application opened in it as often as one likes. */
export type Desk = {
  readonly folder: string;
  path(name: string): string;
  /** Opens the application, on client files where some are named. */
  open(files?: readonly string[]): Promise<Session>;
  /** A copy of the sample engagement. */
  sample(name?: string): Promise<string>;
};

/** The application, open. */
export type Session = {
  readonly app: OpenApp;
  /** Its first window. */
  readonly page: Page;
  /** Does something that asks for a place, and answers with this path by whichever chooser the host has. */
  choosing(page: Page, mode: 'open' | 'save', path: string, act: () => Promise<unknown>): Promise<void>;
};

/** Tests with a desk. Whatever a page reports as a fault or a breach of its policy fails the test. */
export const test = base.extend<{ desk: Desk }>({
  // Playwright wants a pattern here, also where nothing of it is used.
  // oxlint-disable-next-line no-empty-pattern
  desk: async ({}, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-e2e-'));
    mkdirSync(join(folder, 'Documents'));
    const host = info.project.name as AppHost;
    const open: OpenApp[] = [];
    const faults: string[] = [];
    await use({
      folder,
      path: (name) => join(folder, 'Documents', name),
      async open(files = []) {
        const app = await openApp({ host, built: builtFolder, folder, files });
        open.push(app);
        const [page] = await app.pages(Math.max(1, files.length));
        if (page === undefined) throw new Error('there is no window');
        watch(page, faults);
        // An interview that was cut off opens again, and hides the stages.
        const inside = page
          .getByRole('navigation', { name: 'Stages' })
          .or(page.getByRole('main', { name: 'Interview' }));
        const first = files.length === 0 ? page.getByRole('main') : inside;
        await expect(first.first())
          .toBeVisible()
          .catch(async (error: unknown) => {
            throw new Error(`the window shows: ${await page.locator('body').innerText()}`, { cause: error });
          });
        return { app, page, choosing: (at, mode, path, act) => choosing(app, at, mode, path, act) };
      },
      async sample(name = 'Aldermere Air.throughline') {
        const path = join(folder, 'Documents', name);
        copyFileSync(await sampleFile(), path);
        return path;
      },
    });
    for (const app of open) await app.quit().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
    expect(faults, 'faults that pages reported').toEqual([]);
  },
});

/** Fails the test for what a page reports: a fault of its code, a breach of its policy. */
export function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // A server that was killed on purpose cannot be reached: that is the network's line, not a fault of the page.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/u.test(message.text()))
      faults.push(message.text());
  });
}

async function choosing(
  app: OpenApp,
  page: Page,
  mode: 'open' | 'save',
  path: string,
  act: () => Promise<unknown>,
): Promise<void> {
  if (app.native !== null) {
    await app.native.choose(mode, path);
    await act();
    return;
  }
  await act();
  const chooser = page.getByRole('dialog', { name: mode === 'open' ? /^Open/u : /^Save/u });
  await expect(chooser).toBeVisible();
  for (const folder of [basename(dirname(dirname(path))), basename(dirname(path))]) {
    await chooser.getByRole('option', { name: folder, exact: false }).first().dblclick();
  }
  if (mode === 'open') {
    await chooser.getByRole('option', { name: basename(path) }).dblclick();
    return;
  }
  await chooser.getByLabel('Name').fill(basename(path));
  await chooser.getByRole('button', { name: 'Save here' }).click();
}

export { expect };
