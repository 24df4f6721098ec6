import { chmodSync } from 'node:fs';
import { holdFile } from '../support/hold-file.ts';
import { expect, test } from './app.ts';
import { wordsOf } from './pages-word.ts';
import { goTo, openClientName, savedWord, titleOf } from './pages.ts';

const tomorrow = 'Aldermere Air of tomorrow';

test(
  'while the program does not answer nothing is called saved; what is typed stays, and is saved as soon as it does',
  { tag: '@process' },
  async ({ desk }) => {
    const path = await desk.sample();
    const { app, page } = await desk.open([path]);
    const name = await openClientName(page);
    await name.fill('Aldermere');
    await expect(savedWord(page)).toHaveText(/^Saved/u);
    app.hold?.(true);
    try {
      await name.fill(tomorrow);
      await expect(savedWord(page)).toHaveText('Saving');
      await expect(savedWord(page)).toHaveText(/^Not saved since/u);
      await expect(page.getByRole('alert')).toContainText('leave it open');
      await expect(name).toHaveValue(tomorrow);
    } finally {
      app.hold?.(false);
    }
    await expect(savedWord(page)).toHaveText(/^Saved/u);
    await expect(name).toHaveValue(tomorrow);
    await app.kill();

    const again = await desk.open([path]);
    await expect(await openClientName(again.page)).toHaveValue(tomorrow);
  },
);

test(
  'a window with text that is not on disk asks before it closes, and keeps it',
  { tag: '@native' },
  async ({ desk }) => {
    const path = await desk.sample();
    const { app, page } = await desk.open([path]);
    const { native } = app;
    const name = await openClientName(page);
    const release = holdFile(path);
    await name.fill(tomorrow);
    await expect(savedWord(page)).toHaveText(/^Not saved since/u);
    const closing = app.closeWindow(page);
    await native?.answer('Keep Open');
    await closing;
    await expect(name).toHaveValue(tomorrow);
    release();
    await expect(savedWord(page)).toHaveText(/^Saved/u);
  },
);

test('a file that is write-protected is read, searched and exported, and nothing in it can be changed', async ({
  desk,
}) => {
  const path = await desk.sample();
  chmodSync(path, 0o444);
  const { page, choosing } = await desk.open([path]);
  await expect(titleOf(page, 'Scope')).toBeVisible();
  await expect(page.getByText('Open for reading only.')).toBeVisible();
  const decision = page.getByLabel('The one decision in scope');
  await expect(decision).not.toBeEditable();
  const words = await decision.inputValue();
  await decision.press('x');
  await expect(decision).toHaveValue(words);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('audit');
  await expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');

  await goTo(page, 'Document');
  await expect(page.getByRole('region', { name: 'Pages of the draft' })).toBeVisible();
  const word = desk.path('Draft.docx');
  await choosing(page, 'save', word, () => page.keyboard.press('Alt+w'));
  await expect(page.getByText('is written')).toBeVisible();
  expect(wordsOf(word)).toContain(words);
});
