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

test('nothing on the screen of an interview tells the guest what is thought, whose file it is or who else was asked', async ({
  desk,
}) => {
  const path = await desk.sample();
  const { page, choosing } = await desk.open([path]);
  const { press, type, run, reach } = keysOf(page);
  const words = forbidden();
  const isSafe = async (where: string): Promise<void> => {
    const shown = await readable(page);
    expect(
      words.filter((one) => shown.toLowerCase().includes(one.toLowerCase())),
      where,
    ).toEqual([]);
  };
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
  expect(await page.title()).toBe('Interview');
  await isSafe('the consent');
  await press('2');
  await expect(consent).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Quoted by role' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Notes under/u })).toBeFocused();

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
  await press('F2', 'Control+Enter');
  const question = page.getByRole('region', { name: 'Question' });
  for (let at = 0; at < 60; at++) {
    const shown = page.getByRole('heading', { name: /statements$/u }).or(question);
    await expect(shown).toBeVisible();
    await isSafe(`question ${at}`);
    const before = await readable(page);
    await press('Control+Enter');
    if (/What did I not ask/u.test(await heading(question)) && (await readable(page)) === before) break;
  }
  await expect(question).toContainText('What did I not ask?');
  await run('Type in statements answered on paper');
  await isSafe('the sheets');
  await press('Escape');

  await page.route('**/api/changes/apply', (route) => route.abort());
  await page.getByRole('textbox', { name: /^Notes under/u }).focus();
  await type('Not on disk yet');
  await expect(savedWord(page)).toContainText('Not saved since');
  await isSafe('words that are not saved');
  await savedWord(page).click();
  await expect(page.getByText('can be saved').or(page.getByText('are held in this window'))).toBeVisible();
  await isSafe('what is wrong with saving');
  await page.unroute('**/api/changes/apply');
  await reach(page.getByRole('button', { name: 'Try again' }));
  await press('Enter');
  await expect(savedWord(page)).toContainText(/^Saved/u);

  await press('Control+Shift+e');
  const ended = page.getByRole('status').filter({ hasText: 'The interview has ended.' });
  await expect(ended).toContainText('Every word is on disk. A verified backup');
  await choosing(page, 'save', desk.path('On a stick.throughline'), () => press('c'));
  await expect(ended).toContainText('On a stick.throughline is a verified copy.');
  expect(existsSync(desk.path('On a stick.throughline'))).toBe(true);
});

async function heading(question: Locator): Promise<string> {
  return (await question.count()) === 0 ? '' : question.innerText();
}

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
