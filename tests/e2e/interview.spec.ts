import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { defaultKit } from '../support/kit.ts';
import { projectRoot } from '../support/built-app.ts';
import { expect, test } from './app.ts';
import { keysOf } from './pages-keys.ts';
import { goTo, savedWord } from './pages.ts';

/** Words that a guest may not read: what the method thinks, whose file it is, who else was asked. */
function forbidden(): readonly string[] {
  const kit = defaultKit();
  const sample = JSON.parse(readFileSync(join(projectRoot, 'resources/sample/engagement.json'), 'utf8')) as {
    readonly rows: { readonly stakeholder: readonly { readonly name?: string; readonly role?: string }[] };
  };
  const others = sample.rows.stakeholder.filter(({ role }) => role !== 'Finance director');
  return [
    'Aldermere',
    '.throughline',
    ...[...kit.patterns.values()].map(({ name }) => name),
    ...[...kit.indicators.values()].map(({ text }) => text),
    ...others.flatMap(({ name = '', role = '' }) => [name, role]).filter((words) => words.length > 3),
  ];
}

/** Everything that a page shows, says and names itself. */
async function readable(page: Page): Promise<string> {
  return page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((one) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    );
    const typed = [...document.querySelectorAll<HTMLInputElement>('input, textarea, option')].map((one) => one.value);
    return [document.title, document.body.innerText, ...named, ...typed].join('\n');
  });
}

/** Looks for words that a guest may not read. */
function guestAt(page: Page): (where: string) => Promise<void> {
  const words = forbidden();
  return async (where) => {
    const shown = (await readable(page)).toLowerCase();
    expect(
      words.filter((one) => shown.includes(one.toLowerCase())),
      where,
    ).toEqual([]);
  };
}

/** Plans an interview with somebody who was not heard yet, opens it and starts its clock. */
async function begin(page: Page): Promise<Locator> {
  const { press, type } = keysOf(page);
  await goTo(page, 'Interviews');
  await press('n');
  await expect(page.getByRole('combobox', { name: 'Who is asked' })).toBeFocused();
  await type('Finance dir');
  await expect(page.getByRole('option', { name: /Finance director/u })).toBeVisible();
  await press('Enter', 'Control+Enter');
  await expect(page.getByRole('main', { name: 'Interview' })).toBeVisible();
  await press('Alt+s');
  const consent = page.getByRole('radiogroup', { name: 'May we quote what you say?' });
  await expect(consent.getByRole('radio').first()).toBeFocused();
  return consent;
}

test('nothing on the screen of an interview tells the guest what is thought, whose file it is or who else was asked @page', async ({
  desk,
}) => {
  // Every question of the longest guide is looked at.
  test.slow();
  const { page, choosing } = await desk.open([await desk.sample()]);
  const { press, type, run } = keysOf(page);
  const isSafe = guestAt(page);
  const consent = await begin(page);
  expect(await page.title()).toBe('Interview');
  await isSafe('the consent');
  await press('2');
  await expect(consent).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Quoted by role' })).toBeVisible();
  const notes = page.getByRole('textbox', { name: /^Notes under/u });
  await expect(notes).toBeFocused();

  const dialog = page.getByRole('dialog');
  const look = async (keys: readonly string[], where: string): Promise<void> => {
    await press(...keys);
    await expect(dialog).toBeVisible();
    await isSafe(where);
    await press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  await look(['F1'], 'the keys');
  await look(['Control+k'], 'the palette');
  await look(['Control+g'], 'the list of questions');
  for (const typed of ['back', 'head of', 'alder', 'decision']) {
    await press('Control+k');
    await type(typed);
    await expect(page.getByText(`Nothing is found for “${typed}”`).or(page.getByRole('option').first())).toBeVisible();
    await isSafe(`the palette at ${typed}`);
    await press('Escape');
  }
  await page.getByRole('button', { name: 'Quoted by role' }).click();
  await isSafe('people and consent');
  await press('Escape');
  // What leads to other files or to the file's own menu does nothing here.
  await press('Control+o', 'Alt+f', 'Control+,');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await notes.focus();
  await type('They wait for the month to close');
  await press('Control+z');
  await expect(page.getByText('Taken back.', { exact: true })).toBeVisible();
  await isSafe('a step that was taken back');

  // Every question, with playback and statements on the way.
  await press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Retelling' })).toBeFocused();
  await isSafe('the retelling');
  await press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Playback' }).getByRole('radio').first()).toBeFocused();
  await isSafe('the decisions');
  await press('F2');
  await isSafe('what the digits mean');
  await press('F2', 'F4');
  await expect(page.getByText('Retelling and marks are hidden')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Playback' }).getByRole('radio')).toHaveCount(0);
  await press('F4', 'Control+Enter');
  const heading = async (): Promise<string> =>
    (await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).join(' ');
  for (let shown = await heading(); !shown.includes('What did I not ask?'); shown = await heading()) {
    await isSafe(shown);
    await press('Control+Enter');
    await expect.poll(heading, { intervals: [20] }).not.toBe(shown);
  }
  await run('Type in statements answered on paper');
  await isSafe('the sheets');
  await press('Escape');

  await press('Control+Shift+e');
  const ended = page.getByRole('status').filter({ hasText: 'The interview has ended.' });
  await expect(ended).toContainText('Every word is on disk. A verified backup');
  await choosing(page, 'save', desk.path('On a stick.throughline'), () => press('c'));
  await expect(ended).toContainText('On a stick.throughline is a verified copy.');
  expect(existsSync(desk.path('On a stick.throughline'))).toBe(true);
});

test('what is wrong with saving is told before the guest without the name of the file @process', async ({ desk }) => {
  const { page } = await desk.open([await desk.sample()]);
  const isSafe = guestAt(page);
  await begin(page);
  await page.route('**/api/changes/apply', (route) => route.abort());
  await page.keyboard.press('1');
  await expect(savedWord(page)).toContainText('Not saved since');
  await isSafe('words that are not saved');
  await savedWord(page).click();
  await expect(page.getByRole('alert')).toContainText('are held in this window');
  await isSafe('what is wrong');
  await page.unroute('**/api/changes/apply');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(savedWord(page)).toContainText(/^Saved/u);

  // It ends all the same when there can be no backup, and says so.
  await page.route('**/api/files/backup', (route) => route.abort());
  await page.keyboard.press('Control+Shift+e');
  await expect(page.getByRole('status').filter({ hasText: 'The interview has ended.' })).toContainText(
    'Every word is on disk. There is no backup of it yet.',
  );
});

test('the statements print on one page, A4 or Letter, without the client’s name unless it is wanted @process', async ({
  desk,
}) => {
  const { page } = await desk.open([await desk.sample()]);
  await goTo(page, 'Interviews');
  await page.getByRole('button', { name: 'Print the statements' }).click();
  const printed = page.getByTestId('printed');
  await page.emulateMedia({ media: 'print' });
  await expect(printed.getByRole('row')).toHaveCount(1 + defaultKit().content.pulse.length);
  await expect(printed).not.toContainText('Aldermere');
  await expect(page.getByRole('main')).toBeHidden();
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu), format).toHaveLength(1);
  }
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('checkbox', { name: 'With the client’s name' }).check();
  await expect(printed).toContainText('Aldermere');
});
