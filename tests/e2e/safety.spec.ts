import { expect, test, watch } from './app.ts';
import { openClientName, savedWord, titleOf } from './pages.ts';

test('what was typed is on disk after a restart, and undo takes it back over the restart', async ({ desk }) => {
  const path = await desk.sample();
  const first = await desk.open([path]);
  const name = await openClientName(first.page);
  await name.fill('Aldermere Air Ltd');
  await first.page.keyboard.press('Escape');
  await expect(first.page.getByRole('button', { name: /Aldermere Air Ltd/u }).first()).toBeVisible();
  await expect(savedWord(first.page)).toContainText('Saved');
  await first.app.quit();

  const second = await desk.open([path]);
  await expect(second.page.getByRole('button', { name: /Aldermere Air Ltd/u }).first()).toBeVisible();
  await second.page.keyboard.press('Control+z');
  await expect(second.page.getByText('Taken back:')).toBeVisible();
  await expect(second.page.getByRole('button', { name: /Aldermere Air Ltd/u })).toHaveCount(0);
  await second.page.keyboard.press('Control+Shift+z');
  await expect(second.page.getByRole('button', { name: /Aldermere Air Ltd/u }).first()).toBeVisible();
});

test('an edit arrives at once in a second window of the same file', async ({ desk }) => {
  const { app, page } = await desk.open([await desk.sample()]);
  await page.keyboard.press('Alt+f');
  await page.getByRole('menuitem', { name: 'Another window on this file' }).click();
  const [, other] = await app.pages(2);
  if (other === undefined) throw new Error('there is no second window');
  watch(other, []);
  await expect(titleOf(other, 'Scope')).toBeVisible();
  const name = await openClientName(page);
  await name.fill('Seen twice');
  await expect(other.getByRole('button', { name: /Seen twice/u }).first()).toBeVisible();
});

test('a page that breaks comes back to the same stage with everything that was acknowledged', async ({ desk }) => {
  const { app, page } = await desk.open([await desk.sample()]);
  const name = await openClientName(page);
  await name.fill('Before the crash');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+5');
  await expect(titleOf(page, 'Constraint')).toBeVisible();
  await expect(savedWord(page)).toContainText('Saved');
  const again = await app.crash(page);
  await expect(titleOf(again, 'Constraint')).toBeVisible();
  await expect(again.getByRole('button', { name: /Before the crash/u }).first()).toBeVisible();
});

test('a reloaded page comes back to the same stage', async ({ desk }) => {
  const { app, page } = await desk.open([await desk.sample()]);
  await page.keyboard.press('Alt+4');
  await expect(titleOf(page, 'Patterns')).toBeVisible();
  const again = await app.reload(page);
  await expect(titleOf(again, 'Patterns')).toBeVisible();
});

test('the program killed while somebody types loses at most the last second', async ({ desk }) => {
  const path = await desk.sample();
  const { app, page } = await desk.open([path]);
  const name = await openClientName(page);
  await name.fill('');
  let typed = '';
  const began = Date.now();
  const times: number[] = [];
  for (let at = 0; at < 60; at++) {
    const letter = String.fromCodePoint(97 + (at % 26));
    // Twenty letters a second, as fast as people type.
    await page.keyboard.type(letter, { delay: 50 });
    typed += letter;
    times.push(Date.now() - began);
  }
  const killed = Date.now() - began;
  await app.kill();
  const again = await desk.open([path]);
  const kept = await (await openClientName(again.page)).inputValue();
  expect(typed.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThan(0);
  const lost = times[kept.length] ?? killed;
  expect(killed - lost).toBeLessThanOrEqual(1000);
});
