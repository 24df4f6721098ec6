/** The whole way by hand: a client that is new in the morning, and a document that is sent in the evening. */
import { writeFileSync } from 'node:fs';
import { expect, test } from './app.ts';
import { type Keys, keysOf } from './pages-keys.ts';
import { wordsOf } from './pages-word.ts';
import { goTo, savedWord, titleOf } from './pages.ts';
import { backlog, brightwater, strategy } from './whole-way-client.ts';
import { interview, scope, sources } from './whole-way-known.ts';
import { constraint, map, patterns, plan } from './whole-way-map.ts';

test('a new client is taken by keyboard through all stages to an issued document that holds what was typed', async ({
  desk,
}) => {
  test.setTimeout(300_000);
  writeFileSync(desk.path('strategy.md'), strategy);
  writeFileSync(desk.path('backlog.csv'), backlog);
  const path = desk.path('Brightwater Foods.throughline');
  const first = await desk.open();
  const { page } = first;
  const keys = keysOf(page);

  await test.step('Home', async () => {
    await expect(page.getByRole('heading', { name: 'No client files yet' })).toBeVisible();
    await keys.press('Alt+n');
    await keys.type(brightwater.client);
    await first.choosing(page, 'save', path, () => keys.press('Enter'));
    await expect(titleOf(page, 'Scope')).toBeVisible();
    await expect(page.getByLabel('The one decision in scope')).toBeFocused();
  });
  await test.step('Scope', () => scope(keys));
  await test.step('Sources', () => sources(keys, desk, first));
  await test.step('Interviews', () => interview(keys));
  await test.step('Patterns', () => patterns(keys));
  await test.step('Constraint', () => constraint(keys));
  await test.step('Map', () => map(keys));
  await test.step('First 90 days', () => plan(keys));
  await test.step('Document', () => issueDocument(keys));

  await test.step('Word', async () => {
    const word = desk.path('Brightwater.docx');
    await first.choosing(page, 'save', word, () => keys.press('Alt+w'));
    await expect(page.getByText('is written')).toBeVisible();
    const words = wordsOf(word);
    const { decision, gives, owner, quote, priority, criterion, stop, looseStop, milestone, monday, edited } =
      brightwater;
    const typed = [decision, gives, owner, quote, priority, criterion, stop, looseStop, milestone, monday, edited];
    expect(typed.filter((one) => !words.includes(one))).toEqual([]);
  });
  await test.step('Review', () => review(keys));
  await first.app.quit();

  await test.step('The next day', async () => {
    const again = await desk.open([path]);
    const later = keysOf(again.page);
    await expect(again.page.getByLabel('The one decision in scope')).toHaveValue(brightwater.decision);
    await goTo(again.page, 'Map');
    const row = again.page.getByRole('grid', { name: 'The map' }).getByRole('row', { name: /^P1/u });
    for (const typed of [brightwater.priority, brightwater.criterion, brightwater.stop])
      await expect(row).toContainText(typed);
    await goTo(again.page, 'Review');
    await later.run('Go to Questions');
    const answer = again.page.getByLabel(/^Which decision on the map/u);
    await expect(answer).toHaveValue('Yes, D1.');
    await later.press('Control+z');
    await expect(again.page.getByText('Taken back:')).toBeVisible();
    await expect(answer).not.toHaveValue('Yes, D1.');
    await later.press('Control+Shift+z');
    await expect(answer).toHaveValue('Yes, D1.');
    await expect(savedWord(again.page)).toContainText('Saved');
  });
});

/** Document: a paragraph is edited, warnings are accepted with a reason, and it is issued. */
async function issueDocument({ page, press, type, pressOn, reach, fill }: Keys): Promise<void> {
  await goTo(page, 'Document');
  const pages = page.getByRole('region', { name: 'Pages of the draft' });
  await expect(pages).toContainText(brightwater.quote);
  await expect(page.getByRole('region', { name: 'Warnings' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Blockers' })).toHaveCount(0);

  const cause = pages.getByRole('button', { name: /^What made it sensible:/u });
  await reach(pages.getByRole('button').first());
  const isChosen = async (): Promise<boolean> =>
    (await cause.count()) > 0 && (await cause.getAttribute('aria-pressed')) === 'true';
  for (let at = 0; at < 60 && !(await isChosen()); at++) await press('ArrowDown');
  await expect(cause).toBeFocused();
  await press('Enter');
  const editor = page.getByLabel('Text of the paragraph');
  await expect(editor).toBeFocused();
  await press('Control+End');
  await type(` ${brightwater.edited}`);
  await press('Escape');
  await expect(cause).toBeFocused();
  await expect(cause).toContainText(brightwater.edited);

  const warnings = page.getByRole('region', { name: 'Warnings' }).getByRole('listitem');
  for (let left = await warnings.count(); left > 0; left--) {
    await pressOn(warnings.first().getByRole('button', { name: 'Accept' }));
    const dialog = page.getByRole('dialog', { name: 'Accept this warning' });
    await fill(dialog.getByLabel(/^Reason/u), 'The next round hears more functions.');
    await pressOn(dialog.getByRole('button', { name: 'Accept with this reason' }));
    await expect(warnings).toHaveCount(left - 1);
  }
  await press('Control+i');
  await expect(page.getByRole('region', { name: 'Pages of issue 1.0' })).toContainText(brightwater.edited);
}

/** Review: drift shows, a reading is taken, a question is answered. */
async function review(keys: Keys): Promise<void> {
  const { page, press, type, pressOn, fill } = keys;
  await goTo(page, 'Review');
  const drift = page.getByRole('region', { name: 'Drift', exact: true });
  await expect(drift).toContainText(/\d+/u);
  await pressOn(page.getByRole('button', { name: 'Start the first review' }));
  await expect(page.getByRole('button', { name: 'Start the next review' })).toBeVisible();
  await pressOn(page.getByRole('button', { name: new RegExp(`^${brightwater.criterion}`, 'u') }));
  const reading = page.getByRole('dialog', { name: brightwater.criterion });
  await expect(reading.getByLabel('Read', { exact: true })).toBeFocused();
  await type('12');
  await press('Enter');
  await expect(page.getByRole('row', { name: /^P1/u })).toContainText('12 %');
  await expect(drift).toContainText('On course');
  await keys.run('Go to Questions');
  await fill(page.getByLabel(/^Which decision on the map/u), 'Yes, D1.');
  await expect(savedWord(page)).toContainText('Saved');
}
