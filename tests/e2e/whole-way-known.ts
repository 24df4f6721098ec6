/** The first half of the whole way: what is agreed, written and said. Everything by keyboard. */
import { expect } from '@playwright/test';
import type { Desk, Session } from './app.ts';
import { dayIn, type Keys } from './pages-keys.ts';
import { goTo } from './pages.ts';
import { brightwater } from './whole-way-client.ts';

/** Scope: decision, terms, symptoms, facts, people, limits. */
export async function scope(keys: Keys): Promise<void> {
  const { page, press, type, pressOn, fill, day, choose, pick } = keys;
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await type(brightwater.decision);
  await pressOn(page.getByRole('button', { name: 'Say what gives way' }));
  await type(brightwater.gives);
  await fill(field('In short'), 'Hospitals first');
  await pick(page.getByRole('combobox', { name: 'Sponsor' }), brightwater.sponsor);
  await day(field('Start'), dayIn(-2));
  await pressOn(page.getByRole('region', { name: 'Terms' }).getByRole('button').last());
  await expect(field('End')).toHaveValue(dayIn(0, 4));
  await pick(page.getByRole('combobox', { name: 'Currency' }), 'EUR');
  await fill(field('Agreed fee'), '9500');

  await pressOn(page.getByRole('button', { name: 'Add a symptom' }));
  await expect(field('Symptom')).toBeFocused();
  await type('Kitchens are built for orders that nobody placed');
  await press('Tab', 'Enter');
  await day(page.getByLabel('Seen since', { exact: true }), dayIn(-20));
  await fill(field('Told by'), 'The plant manager');
  await press('Escape');

  await choose(page.getByRole('combobox', { name: 'Profile' }), 'Mid');
  await day(field('Strategy set'), dayIn(-40));
  await choose(page.getByRole('combobox', { name: 'Discovery' }), 'Research');
  await pick(page.getByRole('combobox', { name: 'Owns strategy' }), 'Ines');
  await pick(page.getByRole('combobox', { name: 'Owns backlog' }), 'Piotr Wrona');
  await choose(page.getByRole('combobox', { name: 'Has time' }), 'No');
  await choose(page.getByRole('combobox', { name: 'Has distance' }), 'No');
  await fill(field('Many'), 'menus');
  await fill(field('One'), 'menu');
  await fill(field('An hour lost'), '140');
  await fill(field('Prepared for'), brightwater.sponsor);
  await fill(field('Consultant'), 'R. Amsel');

  const grid = page.getByRole('grid', { name: 'Who is heard, by function and level' });
  const cell = (where: string) => grid.getByRole('gridcell', { name: new RegExp(`Add a person to ${where}`, 'u') });
  await keys.reach(cell('Marketing, Executive'));
  await press('ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter');
  await type('Head of sales');
  await press('Enter', 'ArrowDown', 'Enter');
  await type('Plant planner');
  await press('Enter', 'Space');
  const person = page.getByRole('dialog', { name: /^Plant planner/u });
  await fill(person.getByLabel('Name', { exact: true }), brightwater.owner);
  await press('Escape');
  await expect(cell('Operations, Head or manager')).toBeFocused();

  const limits = page.getByRole('grid', { name: 'Limits by kind, fixed and free' });
  await keys.reach(limits.getByRole('gridcell').first());
  await press('Enter');
  await type('No second cold store before 2028');
  await press('Enter', 'ArrowDown', 'ArrowRight', 'Enter');
  await type('Two of five lines can be reserved for contracts');
  await press('Enter', 'Space');
  const limit = page.getByRole('dialog', { name: 'Limit' });
  await pressOn(limit.getByRole('button', { name: 'Try something' }));
  await expect(limit.getByLabel('What is tried')).toBeFocused();
  await type('Reserve line four for six weeks');
  await fill(limit.getByLabel('Read by', { exact: true }), 'Meals per hour on line four');
  await press('Escape');
  await expect(limits).toContainText('Tried: Reserve line four for six weeks');
}

/** Sources: the strategy with its decisions, the backlog with what it serves. */
export async function sources(keys: Keys, desk: Desk, { choosing }: Session): Promise<void> {
  const { page, press, type, pressOn, fill } = keys;
  await goTo(page, 'Sources');
  await choosing(page, 'open', desk.path('strategy.md'), () => press('Alt+t'));
  await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Take it in' }));
  const text = page.getByRole('article', { name: /strategy 2027/u });
  await expect(text).toContainText('approved by a dietitian');
  const selected = page.getByRole('status').filter({ hasText: 'Selected:' });
  await press('j');
  await expect(selected).toContainText('hospital kitchens by contract');
  const first = page.getByRole('region', { name: 'Hospitals first' });
  await expect(first).toContainText('The selection reads like this decision.');
  await press('Enter');
  await expect(first).toContainText('1 passage');
  await fill(first.getByLabel('First move'), 'Sign the first hospital');
  await fill(first.getByLabel('Proof point'), 'One ward eats from a four-week menu');
  await fill(first.getByLabel('Winning metric'), 'Share of hours under contract');
  await press('Alt+ArrowLeft');
  await expect(text).toBeFocused();
  // The last of its seven passages.
  await press(...Array<string>(7).fill('ArrowDown'));
  await expect(selected).toContainText('dietitian');
  await press('d');
  await expect(page.getByLabel('Decision in a few words').last()).toBeFocused();
  await press('Control+a');
  await type('Dietitian first');
  await expect(page.getByRole('region', { name: 'Dietitian first' })).toContainText('1 passage');

  await choosing(page, 'open', desk.path('backlog.csv'), () => press('Alt+b'));
  await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Take in 6 rows' }));
  await expect(page.getByText('6 new, 0 closed')).toBeVisible();
  await keys.run('Go to Coverage');
  const items = page.getByRole('listbox', { name: 'Open items' });
  await expect(items.getByRole('option').first()).toContainText('D1');
  await keys.reach(items);
  await press('Enter');
  await expect(items.getByRole('option')).toHaveCount(4);
  await press('Enter');
  await expect(items.getByRole('option')).toHaveCount(3);
  await press('l');
  await expect(page.getByRole('dialog', { name: 'Link BW-2' })).toBeVisible();
  await type('D1');
  await press('Enter');
  await expect(items.getByRole('option')).toHaveCount(2);
  await press('c');
  await expect(page.getByRole('dialog', { name: 'BW-4 contradicts a stop' })).toBeVisible();
  await type(brightwater.looseStop);
  await press('Enter');
  await expect(items.getByRole('option')).toHaveCount(1);
  await press('o');
  await expect(items.getByRole('option')).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'Traced to a priority or decision' })).toContainText(
    '60 %',
  );
}

/** Interviews: one is planned, held, marked, with playback and pulse. */
export async function interview(keys: Keys): Promise<void> {
  const { page, press, type, pressOn, day } = keys;
  await goTo(page, 'Interviews');
  await press('n');
  await expect(page.getByRole('combobox', { name: 'Who is asked' })).toBeFocused();
  await type('Mara');
  await expect(page.getByRole('option', { name: /Plant planner/u })).toBeVisible();
  await press('Enter');
  await day(page.getByLabel('Planned for', { exact: true }), dayIn(0, 4));
  await press('Control+Enter');
  const notes = page.getByRole('textbox', { name: /^Notes under/u });
  await expect(notes).toBeFocused();
  await pressOn(page.getByRole('button', { name: 'Start', exact: true }));
  await expect(page.getByRole('timer')).toContainText('Time:');
  const consent = page.getByRole('radiogroup', { name: 'May we quote what you say?' });
  await keys.reach(consent.getByRole('radio').first());
  await press('1');
  await expect(consent).toHaveCount(0);

  await press('Control+b');
  await expect(page.getByRole('textbox', { name: 'Retelling' })).toBeFocused();
  await type('Ready meals go to hospitals by contract.');
  await press('Control+Enter');
  const retold = page.getByRole('region', { name: 'Playback' });
  await expect(retold.getByRole('radio').first()).toBeFocused();
  await press('1', '3');
  await expect(retold).toContainText('2 of 2');
  await press('Tab');
  const statements = page.getByRole('region', { name: 'Statements' });
  await expect(statements.getByRole('radio').first()).toBeFocused();
  await press(...Array.from('243345223'));
  await expect(statements).toContainText('9 of 9');

  await press('Control+Enter');
  await expect(notes).toBeFocused();
  await type(brightwater.quote);
  await press('Control+1', 'Control+2');
  await expect(page.getByRole('listbox', { name: 'What it may be' })).toBeVisible();
  await type('D1');
  await expect(notes).toHaveText(`> ${brightwater.quote} #D1`);
  await press('Control+u');
  const unplanned = page.getByRole('textbox', { name: 'Question that was not planned' });
  await expect(unplanned).toBeFocused();
  await type('Who decides on Fridays?');
  await press('Control+Enter');
  await expect(notes).toHaveText('');
  await type(brightwater.against);
  await press('Control+1');
  await expect(notes).toHaveText(`> ${brightwater.against}`);
  await press('Control+Shift+e');
  await expect(page.getByRole('status').filter({ hasText: 'The interview has ended.' })).toContainText(
    'Every word is on disk. A verified backup',
  );
  await expect(page.getByRole('main', { name: 'Interviews' })).toContainText('1 of 1 interview held, 2 pieces');
}
