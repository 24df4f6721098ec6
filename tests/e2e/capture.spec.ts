/** Notes of an interview: what is typed and marked is in the file, whatever happens to page and program. */
import { renameSync } from 'node:fs';
import { expect, test } from './app.ts';
import { seriousOn } from './axe.ts';
import { firstQuestion, notesOf, readNotes, shownText, startInterview } from './pages-interview.ts';
import { savedWord } from './pages.ts';

test('marked lines are evidence with their links; one undo takes back words and evidence together @page', async ({
  desk,
}) => {
  test.setTimeout(360_000);
  const path = await desk.sample();
  const { page } = await desk.open([path]);
  await startInterview(page);
  const notes = await firstQuestion(page);
  const { keyboard } = page;
  await keyboard.type('The queue is on a whiteboard.\n> Whoever shouts goes first. #work');
  const offered = page.getByRole('listbox', { name: 'What it may be' });
  await expect(offered.getByRole('option').first()).toContainText('work in hand');
  await expect(offered).not.toContainText('Work in progress traces to no strategic decision');
  expect(await seriousOn(page, { inside: '[aria-label=Notes]' })).toEqual([]);
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('Ten days cannot hold. #D1\n');
  await keyboard.press('Control+ArrowUp');
  await keyboard.press('Control+3');
  // From the start of the first line to that of the marked one: its sign is not taken along.
  await keyboard.press('Control+Home');
  await keyboard.press('Shift+ArrowDown');
  expect(await page.evaluate(() => getSelection()?.toString().trimEnd())).toBe('The queue is on a whiteboard.');
  await keyboard.press('Control+End');
  // The key for limits offers their kinds as the sign does.
  await keyboard.press('Control+4');
  await expect(offered.getByRole('option').first()).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Control+4');
  await keyboard.type('^capacity: Two days for each plant.');
  await expect(savedWord(page)).toHaveText(/^Saved/u);
  const typed = [
    'The queue is on a whiteboard.',
    '> Whoever shouts goes first. #work-in-hand ',
    '! Ten days cannot hold. #D1',
    '^capacity: Two days for each plant.',
  ].join('\n');
  expect(await shownText(page)).toBe(typed);
  await expect(() => {
    const { notes: kept, pieces } = readNotes(path);
    expect(kept[0]?.text).toBe(typed);
    expect(pieces).toMatchObject([
      { text: 'Whoever shouts goes first.', kind: 'quote', fidelity: 'verbatim', links: 'stale-backlog/orphan-work' },
      { text: 'Ten days cannot hold.', kind: 'observation', objection: 1, links: 'D1' },
      { text: 'Two days for each plant.', links: 'limit' },
    ]);
  }).toPass();

  // The first line goes: the others stay what they are.
  const before = readNotes(path).pieces.map(({ id }) => id);
  await keyboard.press('Control+Home');
  await keyboard.press('Shift+End');
  await keyboard.press('Delete');
  await keyboard.press('Delete');
  await keyboard.press('Control+7');
  await expect(() => {
    const { pieces } = readNotes(path);
    expect(pieces.map(({ id }) => id)).toEqual(before);
    expect(pieces[0]).toMatchObject({ text: 'Whoever shouts goes first.', fidelity: 'paraphrase' });
  }).toPass();
  // A line that is typed over, with a new one behind it, is still the piece that it was.
  await keyboard.press('Control+Home');
  await keyboard.press('Shift+End');
  await keyboard.type('> Whoever shouts waits.\n');
  await expect(() => {
    const { pieces } = readNotes(path);
    expect(pieces.map(({ id }) => id)).toEqual(before);
    expect(pieces[0]).toMatchObject({ text: 'Whoever shouts waits.' });
  }).toPass();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(() => expect(readNotes(path).pieces).toEqual([])).toPass();
  await keyboard.press('Control+z');
  await expect(() => expect(readNotes(path).pieces.map(({ id }) => id)).toEqual(before)).toPass();
  await expect(notes).toContainText('Ten days cannot hold.');

  await keyboard.press('Control+End');
  await keyboard.type('\n? the second shift');
  await keyboard.press('Control+j');
  const tray = page.getByRole('dialog', { name: 'To ask later' });
  await expect(tray.getByRole('option')).toContainText('the second shift');
  await keyboard.press('Enter');
  await expect(tray).toContainText('Nothing waits.');
  await keyboard.press('Escape');
  await expect(notes.locator('> div').last()).toHaveText('the second shift');

  // A line above is marked as a limit and gets its kind, and the caret is back where one types.
  await notes.focus();
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.press('Control+ArrowUp');
  await keyboard.press('Control+4');
  await expect(offered.getByRole('option').first()).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.type('on');
  await expect(notes.locator('> div').last()).toHaveText('on');
  await expect(notes.locator('> div').nth(-2)).toHaveText(/^\^ ?\w+: ?the second shift$/u);
});

test('characters typed without a pause, marks among them, are in the file in their order, whatever was pasted @page', async ({
  desk,
}) => {
  test.setTimeout(360_000);
  const path = await desk.sample();
  const { page } = await desk.open([path]);
  await startInterview(page);
  await firstQuestion(page);
  const signs = ['', '> ', '! ', '', '? ', '^ '];
  let typed = '';
  for (let line = 0; typed.length < 700; line++)
    typed += `${signs[line % signs.length]}Line ${line} says überall no. ${line * 7919}, and 👩‍🔧 nods. #D1\n`;
  await page.keyboard.type(typed);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/html', '<b>bold</b>');
    data.setData('text/plain', 'one\r\ntwo\u0000\uD800 مرحبا\rthree');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  const whole = `${typed}one\ntwo مرحبا\nthree`;
  await expect(() => expect(readNotes(path).notes[0]?.text).toBe(whole)).toPass();
  const { notes, pieces } = readNotes(path);
  const marked = typed.split('\n').filter((line) => line.includes('#D1'));
  expect(pieces.filter(({ answer }) => answer === notes[0]?.id)).toHaveLength(marked.length);
  expect(notes[0]?.caret).toBe(whole.length);
});

test('page and program are killed while one types: the interview opens again at its question and caret, all words there', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const path = await desk.sample();
  const first = await desk.open([path]);
  await startInterview(first.page);
  await firstQuestion(first.page);
  await first.page.keyboard.type('> Whoever shouts goes first. #D1\nand some');
  await expect(savedWord(first.page)).toHaveText(/^Saved/u);
  await expect(() => expect(readNotes(path).notes[0]?.text).toContain('and some')).toPass();
  await first.page.keyboard.type(' more', { delay: 20 });
  const page = await first.app.crash(first.page);
  const notes = notesOf(page);
  await expect(notes).toBeFocused();
  const kept = await shownText(page);
  expect('> Whoever shouts goes first. #D1\nand some more'.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThanOrEqual('> Whoever shouts goes first. #D1\nand some'.length);
  await page.keyboard.type('!');
  await page.keyboard.press('ArrowLeft');

  // Typed at a steady pace until everything is killed at once; at most the last second of it may be missing.
  const rate = 20;
  let sent = '';
  const typing = (async () => {
    for (let count = 0; count < 60; count++) {
      await page.keyboard.type(String(count % 10), { delay: 1000 / rate });
      sent += String(count % 10);
    }
  })().catch(() => undefined);
  await expect(() => expect(sent.length).toBeGreaterThan(40)).toPass({ intervals: [20] });
  const before = sent.length;
  await first.app.kill();
  await typing;

  const again = await desk.open([path]);
  const later = notesOf(again.page);
  await expect(later).toBeFocused();
  const text = await shownText(again.page);
  const digits = /\d*!$/u.exec(text)?.[0].slice(0, -1) ?? '';
  expect(sent.startsWith(digits)).toBe(true);
  expect(before - digits.length).toBeLessThanOrEqual(rate);
  expect(text).toBe(`${kept}${digits}!`);
  // The caret stands before the sign that was typed first.
  await again.page.keyboard.type('x');
  expect(await shownText(again.page)).toBe(`${kept}${digits}x!`);
  expect(readNotes(path).pieces.filter(({ text: words }) => words === 'Whoever shouts goes first.')).toHaveLength(1);
});

test('while the file is out of reach one types on: only the saved word changes, and all is written when it is back @page', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const path = await desk.sample();
  const { page } = await desk.open([path]);
  await startInterview(page);
  await firstQuestion(page);
  await page.keyboard.type('> Whoever shouts goes first. #D1\n');
  await expect(savedWord(page)).toHaveText(/^Saved/u);
  renameSync(path, `${path}.away`);
  await page.keyboard.type('! Ten days cannot hold. #D1\n');
  await expect(savedWord(page)).toHaveText(/^Not saved since/u);
  await expect(notesOf(page)).toBeFocused();
  await page.keyboard.type('and on');
  const typed = '> Whoever shouts goes first. #D1\n! Ten days cannot hold. #D1\nand on';
  expect(await shownText(page)).toBe(typed);
  renameSync(`${path}.away`, path);
  await expect(savedWord(page)).toHaveText(/^Saved/u);
  const { notes, pieces } = readNotes(path);
  expect(notes[0]?.text).toBe(typed);
  expect(pieces.map(({ text, links }) => [text, links])).toEqual([
    ['Whoever shouts goes first.', 'D1'],
    ['Ten days cannot hold.', 'D1'],
  ]);
});
