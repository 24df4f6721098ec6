/** Notes of an interview where typing itself is uncommon: nobody takes the keys, letters are composed, another window writes. */
import { expect, test } from './app.ts';
import { firstQuestion, notesOf, readNotes, shownText, startInterview } from './pages-interview.ts';
import { goTo, savedWord } from './pages.ts';

test(
  'the program alone is killed while one types: the window takes every key, and what is not in the file can be copied whole',
  { tag: '@process' },
  async ({ desk }) => {
    const path = await desk.sample();
    const { app, page } = await desk.open([path]);
    await startInterview(page);
    await firstQuestion(page);
    await page.keyboard.type('> Kept. #D1\n');
    await expect(savedWord(page)).toHaveText(/^Saved/u);
    const digits = '0123456789'.repeat(6);
    await page.keyboard.type(digits.slice(0, 30), { delay: 50 });
    const sent = performance.now();
    await app.killProgram?.();
    const before = readNotes(path).notes[0]?.text ?? '';
    const unsent = Math.ceil((1000 + performance.now() - sent) / 50);
    await page.keyboard.type(digits.slice(30), { delay: 20 });
    const whole = `> Kept. #D1\n${digits}`;
    await expect(notesOf(page)).toBeFocused();
    expect(await shownText(page)).toBe(whole);
    expect(whole.startsWith(before)).toBe(true);
    expect('> Kept. #D1\n'.length + 30 - before.length).toBeLessThanOrEqual(unsent);
    await expect(savedWord(page)).toHaveText(/^Not saved since/u);
    await savedWord(page).click();
    await page.getByRole('button', { name: 'Show what is not saved' }).click();
    const copied = await page.getByRole('textbox', { name: 'Not on disk, to copy' }).inputValue();
    expect(copied).toContain(whole);

    const again = await desk.open([path]);
    await expect(notesOf(again.page)).toBeFocused();
    expect(await shownText(again.page)).toBe(before);
    await again.page.keyboard.insertText(whole.slice(before.length));
    await expect(() => expect(readNotes(path).notes[0]?.text).toBe(whole)).toPass();
  },
);

test('an input method writes in marked lines letter by letter, and what another window writes meanwhile comes in beside it @page', async ({
  desk,
}) => {
  const path = await desk.sample();
  const { app, page } = await desk.open([path]);
  await page.keyboard.press('Alt+f');
  await page.getByRole('menuitem', { name: 'Another window on this file' }).click();
  const [, other] = await app.pages(2);
  if (other === undefined) throw new Error('there is no second window');
  await page.bringToFront();
  await startInterview(page);
  await firstQuestion(page);
  await page.keyboard.type('first line\n> ');
  await expect(savedWord(page)).toHaveText(/^Saved/u);
  await other.bringToFront();
  await goTo(other, 'Interviews');
  await other.keyboard.press('Control+k');
  await other.keyboard.type('>Open the interview');
  await other.getByRole('option', { name: 'Open the interview' }).first().click();
  await expect(notesOf(other)).toBeFocused();
  await page.bringToFront();
  const input = await page.context().newCDPSession(page);
  const compose = async (...steps: readonly string[]): Promise<void> => {
    for (const text of steps)
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  };
  await compose('´');
  await input.send('Input.insertText', { text: 'é' });
  await compose('k', 'か', 'かい', 'かいぎ');
  // What was composed so far is sent, and the composition goes on.
  await expect(() => expect(readNotes(path).notes[0]?.text).toContain('かいぎ')).toPass();
  await compose('会議');
  await input.send('Input.insertText', { text: '会議' });
  await page.keyboard.type('で #D1');
  await other.bringToFront();
  await other.keyboard.press('Control+Home');
  await other.keyboard.type('The ');
  await expect(notesOf(page)).toContainText('The first line');
  await page.bringToFront();
  await page.keyboard.type('\n');
  // One key takes, or passes, a sign that is several characters, and a word in the direction of its script.
  await page.keyboard.type('! no 👩‍🔧👩‍🔧');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('x');
  await page.keyboard.press('End');
  await page.keyboard.type('\nمرحبا بالعالم');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.type('ي');
  const whole = 'The first line\n> é会議で #D1\n! no x👩‍🔧\nمرحبا يبالعالم';
  expect(await shownText(page)).toBe(whole);
  await expect(() => expect(readNotes(path).notes[0]?.text).toBe(whole)).toPass();
  expect(readNotes(path).pieces.map(({ text }) => text)).toContain('é会議で');
  await expect(notesOf(page).locator('> div').nth(3)).toHaveCSS('direction', 'rtl');
});
