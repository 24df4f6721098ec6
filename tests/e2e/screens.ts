/**
 * Writes a picture of every screen, for the eye: `npm run screens -- <folder>`, `.tmp/screens` where none is named. Light
 * and dark, 1440 × 900, named by screen.
 */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { OpenApp } from '../support/app-host.ts';
import { openApp } from '../support/app-hosts.ts';
import { builtApp, projectRoot } from '../support/built-app.ts';
import { openClientName, titleOf } from './pages.ts';
import { sampleFile } from './sample.ts';
import { rest, runCommand, visitDialogs, visitInterview, visitNewClient, visitStages } from './tour.ts';

const themes = ['light', 'dark'] as const;
const folder = resolve(process.argv[2] ?? join(projectRoot, '.tmp', 'screens'));
mkdirSync(folder, { recursive: true });
const built = await builtApp();
const desk = mkdtempSync(join(tmpdir(), 'throughline-screens-'));
const file = join(desk, 'Documents', 'Aldermere Air.throughline');
mkdirSync(join(desk, 'Documents'));
const apps: OpenApp[] = [];
let written = 0;

try {
  await takePictures();
  console.log(`${written} pictures are in ${folder}`);
} finally {
  for (const app of apps) await app.quit().catch(() => undefined);
  rmSync(desk, { recursive: true, force: true });
}

async function takePictures(): Promise<void> {
  const empty = await open('first-day', []);
  await inThemes(empty, async (take) => {
    await rest(empty);
    await take('home-empty');
    await visitNewClient(empty, take);
    await empty.keyboard.press('Control+o');
    await rest(empty);
    await take('chooser');
    await empty.keyboard.press('Escape');
  });
  copyFileSync(await sampleFile(), file);
  const page = await open('later', [file]);
  await titleOf(page, 'Scope').waitFor();
  await inThemes(page, async (take) => {
    await visitStages(page, take);
    await visitInterview(page, take);
    await visitDialogs(page, take);
  });
  const locked = join(desk, 'Documents', 'Locked.throughline');
  copyFileSync(await sampleFile(), locked);
  chmodSync(locked, 0o444);
  const second = await open('reader', [locked]);
  await titleOf(second, 'Scope').waitFor();
  await second.getByText('Open for reading only.').waitFor();
  await inThemes(second, async (take) => {
    await rest(second);
    await take('read-only');
  });
  await page.route('**/api/changes/**', (route) => route.abort());
  await (await openClientName(page)).fill('Not on disk');
  await page.keyboard.press('Escape');
  await page.getByRole('alert').first().waitFor();
  // The theme cannot be kept now, but it is shown all the same.
  await inThemes(page, async (take) => {
    await rest(page);
    await take('save-trouble');
  });
  await page.unroute('**/api/changes/**');
  await page.keyboard.press('Alt+Home');
  await page.getByRole('heading', { level: 1, name: 'Client files' }).waitFor();
  await inThemes(page, async (take) => {
    await rest(page);
    await take('home');
  });
}

/** Opens the application of a person, by the folder of what belongs to that person. */
async function open(person: string, files: readonly string[]): Promise<Page> {
  const place = join(desk, person);
  mkdirSync(join(place, 'Documents'), { recursive: true });
  const app = await openApp({ host: 'browser', built, folder: place, files });
  apps.push(app);
  const [page] = await app.pages(1);
  if (page === undefined) throw new Error('there is no window');
  await page.getByRole('main').waitFor();
  return page;
}

async function inThemes(page: Page, run: (take: (screen: string) => Promise<void>) => Promise<void>): Promise<void> {
  for (const theme of themes) {
    await runCommand(page, theme === 'light' ? 'Light theme' : 'Dark theme');
    await run(async (screen) => {
      await page.screenshot({ path: join(folder, `${screen}-${theme}.png`) });
      written += 1;
    });
  }
}
