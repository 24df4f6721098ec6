/** A transcript from its file to evidence that is found again, by keyboard alone. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { goTo, titleOf } from './pages.ts';

const fixture = join(import.meta.dirname, '../fixtures/import/transcripts/otter.txt');

test('a transcript is taken in, marked, and its evidence leads back to the turn @page', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page, choosing } = await desk.open([await desk.sample()]);
  await expect(titleOf(page, 'Scope')).toBeVisible();
  await goTo(page, 'Interviews');
  copyFileSync(fixture, desk.path('Floor talk.txt'));
  await choosing(page, 'open', desk.path('Floor talk.txt'), () => page.keyboard.press('t'));
  const dialog = page.getByRole('dialog', { name: 'Take in a transcript' });
  await expect(dialog.getByText('3 turns, 3 voices')).toBeVisible();
  await expect(dialog.getByText('What was decided last autumn?')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Who Jonas Meier is' }).fill('Jonas Meier');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Take it in' }).press('Enter');

  const turns = page.getByRole('listbox', { name: 'Turns of the transcript' });
  await expect(turns.getByRole('option')).toHaveCount(3, { timeout: 60_000 });
  await turns.press('ArrowDown');
  await turns.press('ArrowRight');
  await turns.press('Control+1');
  await turns.press('Control+2');
  await page.getByRole('combobox', { name: 'A few letters of it' }).fill('D1');
  await page.keyboard.press('Enter');
  await expect(turns.getByRole('option').nth(1)).toContainText('> #D1');

  // The interviewer's own words are no evidence.
  await turns.press('ArrowUp');
  await turns.press('Control+1');
  await expect(page.getByText('> ')).toHaveCount(1);

  await page.keyboard.press('Escape');
  await expect(titleOf(page, 'Interviews')).toBeVisible();
  await page.keyboard.press('e');
  await page.getByRole('option').filter({ hasText: 'We sell outcomes instead of licences.' }).click();
  await page.getByRole('button', { name: 'Show in the transcript' }).click();
  await expect(turns.locator('[data-current]')).toContainText('We sell outcomes');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('count licences');
  await page.getByRole('dialog').getByRole('option').filter({ hasText: 'every Monday' }).click();
  await expect(turns.locator('[data-current]')).toContainText('every Monday');
  await turns.press('Delete');
  await expect(turns.getByRole('option').nth(1)).not.toContainText('#D1');
  await page.keyboard.press('Control+z');
  await expect(turns.getByRole('option').nth(1)).toContainText('#D1');
});
