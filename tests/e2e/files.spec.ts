import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { expect, test } from './app.ts';
import { goTo, savedWord, titleOf } from './pages.ts';

test('a first start offers New, Open and the sample, and a new client file is made by keyboard', async ({ desk }) => {
  const { page, choosing } = await desk.open();
  await expect(page.getByRole('heading', { name: 'No client files yet' })).toBeVisible();
  await page.keyboard.press('Alt+n');
  await page.keyboard.type('Brightwater Foods');
  await choosing(page, 'save', desk.path('Brightwater Foods.throughline'), () => page.keyboard.press('Enter'));
  await expect(titleOf(page, 'Scope')).toBeVisible();
  expect(existsSync(desk.path('Brightwater Foods.throughline'))).toBe(true);
  await page.keyboard.press('Alt+Home');
  await expect(page.getByRole('button', { name: /^Open Brightwater Foods/u })).toBeVisible();
});

test('the sample is made from home and opens with every stage', async ({ desk }) => {
  const { page, choosing } = await desk.open();
  await choosing(page, 'save', desk.path('Sample.throughline'), () =>
    page.getByRole('button', { name: 'Open the sample' }).click(),
  );
  await expect(titleOf(page, 'Scope')).toBeVisible({ timeout: 60_000 });
  for (const stage of ['Sources', 'Interviews', 'Patterns', 'Constraint', 'Map', 'Document', 'Review']) {
    await goTo(page, stage);
    await expect(titleOf(page, stage)).toBeVisible();
  }
});

test('a pinned file stands first, and a moved one keeps its row and is found again', async ({ desk }) => {
  const path = await desk.sample();
  const first = await desk.open([path]);
  await expect(titleOf(first.page, 'Scope')).toBeVisible();
  await first.page.keyboard.press('Alt+Home');
  await first.page.getByRole('button', { name: /^Open Aldermere Air/u }).focus();
  await first.page.keyboard.press('p');
  await expect(first.page.getByRole('region', { name: 'Pinned' })).toContainText('Aldermere Air');
  await first.app.quit();

  renameSync(path, desk.path('Elsewhere.throughline'));
  const { page, choosing } = await desk.open();
  await expect(page.getByText(/Not found at/u)).toBeVisible();
  await choosing(page, 'open', desk.path('Elsewhere.throughline'), () =>
    page.getByRole('button', { name: 'Look for it' }).click(),
  );
  await expect(titleOf(page, 'Scope')).toBeVisible();
});

test('a file that is none of ours is refused in words and stays as it is', async ({ desk }) => {
  const path = desk.path('Holiday.throughline');
  writeFileSync(path, 'not a client file');
  const { page, choosing } = await desk.open();
  await choosing(page, 'open', path, () => page.keyboard.press('Control+o'));
  await expect(page.getByRole('dialog')).toContainText('is not a client file of Throughline');
  expect(readFileSync(path, 'utf8')).toBe('not a client file');
});

test('a copy is written where one chooses, and it opens', async ({ desk }) => {
  const { page, choosing } = await desk.open([await desk.sample()]);
  await expect(titleOf(page, 'Scope')).toBeVisible();
  await page.keyboard.press('Alt+f');
  const copy = desk.path('Copy.throughline');
  await choosing(page, 'save', copy, () => page.getByRole('menuitem', { name: 'Save a copy elsewhere' }).click());
  await expect(page.getByText('is a verified copy')).toBeVisible();
  expect(existsSync(copy)).toBe(true);
  await expect(savedWord(page)).toContainText('Saved');
});
