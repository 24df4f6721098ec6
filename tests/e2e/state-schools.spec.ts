/** A strategy and a backlog as an organisation has them, by hand from the raw files to a draft. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolder } from '../support/built-app.ts';
import { expect, test } from './app.ts';
import { keysOf } from './pages-keys.ts';
import { goTo, titleOf } from './pages.ts';

const raw = join(builtFolder, '..', 'resources', 'sample');

test('a strategy in Word and an export of a tracker are taken in, linked by suggestions, and drafted', async ({
  desk,
}) => {
  for (const name of ['strategy.docx', 'backlog.csv']) copyFileSync(join(raw, name), desk.path(name));
  const session = await desk.open();
  const { page, choosing } = session;
  const keys = keysOf(page);
  const { press, type, choose, pressOn } = keys;
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('heading', { name: 'No client files yet' })).toBeVisible();
  await press('Alt+n');
  await type('Aldermere Air');
  await choosing(page, 'save', desk.path('Aldermere Air.throughline'), () => press('Enter'));
  await expect(titleOf(page, 'Scope')).toBeVisible();
  await goTo(page, 'Sources');

  await test.step('The headings of the strategy become decisions', async () => {
    await choosing(page, 'open', desk.path('strategy.docx'), () => press('Alt+t'));
    await choose(dialog.getByLabel('Decisions are'), 'The headings of level 2');
    await expect(dialog.getByRole('listitem')).toHaveCount(5);
    await pressOn(dialog.getByRole('button', { name: 'Take it in' }));
    const decisions = page.getByRole('region', { name: 'Decisions' });
    await expect(decisions).toContainText('5, none in scope');
    const first = decisions.getByRole('region', { name: 'Sell delivered air instead of compressors' });
    await expect(first).toContainText('1 passage');
  });

  await test.step('A sentence that sounds like a choice is passed over, and undo offers it again', async () => {
    const choice = page.getByRole('group', { name: 'Suggestion' });
    await expect(choice).toBeVisible();
    await press('j');
    const selected = page.getByRole('status').filter({ hasText: 'Selected:' });
    await expect(selected).not.toBeEmpty();
    const offered = await selected.textContent();
    await press('n');
    await press('j');
    await expect(selected).not.toHaveText(offered ?? '');
    await press('Control+z');
    await expect(page.getByText('Taken back:')).toBeVisible();
    await expect(choice).toBeVisible();
  });

  const items = page.getByRole('listbox', { name: 'Open items' });
  const orphans = page.getByRole('button', { name: /^Orphan \d+$/u });
  const left = async (): Promise<number> => Number(/\d+/u.exec(await orphans.innerText())?.[0]);
  const share = (name: string) =>
    page.getByRole('region', { name: 'Classes of the open work' }).getByRole('listitem').filter({ hasText: name });

  await test.step('The export is taken in as its tracker writes it', async () => {
    await choosing(page, 'open', desk.path('backlog.csv'), () => press('Alt+b'));
    await pressOn(dialog.getByRole('button', { name: /^Take in \d+ rows$/u }));
    await expect(page.getByText(/\d+ new, 0 closed/u)).toBeVisible();
    await keys.run('Go to Coverage');
    await expect(share('Orphan')).toContainText('100 %');
    await expect(items.getByRole('option').first().getByRole('img')).toHaveAccessibleName('strong suggestion');
  });

  await test.step('Items are linked, kept apart, and set against a stop; the figures follow', async () => {
    const all = await left();
    await keys.reach(items);
    for (let done = 1; done <= 6; done++) {
      await press('Enter');
      await expect(orphans).toHaveText(new RegExp(`\\b${all - done}$`, 'u'));
    }
    await press('o');
    await expect(orphans).toHaveText(new RegExp(`\\b${all - 7}$`, 'u'));
    await press('c');
    await expect(dialog).toContainText('contradicts a stop');
    await type('New compressors for small sites');
    await press('Enter');
    await expect(orphans).toHaveText(new RegExp(`\\b${all - 8}$`, 'u'));
    // Two at once, to another decision than the one that was suggested.
    await press('Space', 'ArrowDown', 'Space', 'l');
    await expect(dialog).toContainText('Link 2 items');
    await type('Small sites');
    await press('Enter');
    await expect(orphans).toHaveText(new RegExp(`\\b${all - 10}$`, 'u'));
    await press('Control+z');
    await expect(orphans).toHaveText(new RegExp(`\\b${all - 8}$`, 'u'));
    await expect(share('Traced to a priority or decision')).toContainText(/^Traced to a priority or decision\s*6/u);
    await expect(share('Keep the lights on')).toContainText(/\D1\s*\d/u);
    await expect(share('Contradicting a stop')).toContainText(/\D1\s*\d/u);
  });

  await test.step('One decision is put in scope, and the document is drafted', async () => {
    await goTo(page, 'Scope');
    await pressOn(page.getByRole('button', { name: 'Sell delivered air instead of compressors' }));
    await expect(page.getByLabel('The one decision in scope')).not.toHaveValue('');
    await goTo(page, 'Document');
    const draft = page.getByRole('region', { name: 'Pages of the draft' });
    await expect(draft).toContainText('Sell delivered air instead of compressors');
    await expect(draft).toContainText(/\d+% of the open \w+ traces to a decision/u);
    await expect(page.getByRole('region', { name: 'Blockers' })).toContainText('has no priority');
  });
});
