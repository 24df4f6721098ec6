/** The second half of the whole way: patterns, the constraint, the map and the first 90 days. Everything by keyboard. */
import { expect } from '@playwright/test';
import { dayIn, type Keys } from './pages-keys.ts';
import { goTo } from './pages.ts';
import { brightwater } from './whole-way-client.ts';

/** Patterns: two ratings with a rationale, evidence for and against, what it means here. */
export async function patterns(keys: Keys): Promise<void> {
  const { page, press, type, fill } = keys;
  await goTo(page, 'Patterns');
  await press('/');
  await type('out of step');
  await press('Enter');
  const detail = page.getByRole('article', { name: 'Functions out of step' });
  await expect(detail).toBeVisible();
  const indicator = (name: string) => detail.getByRole('region', { name });
  const handOvers = indicator('Hand-overs between functions have no owner or date');
  const promise = indicator('The promise is in the market before delivery can keep it');
  await keys.reach(promise.getByRole('radio').first());
  await press('3', 'r');
  await expect(page.getByLabel('Rationale for indicator 1')).toBeFocused();
  await type('Sales plans by the day, the plant by the month.');
  await keys.reach(handOvers.getByRole('radio').first());
  await press('4');
  await expect(handOvers.getByRole('radio', { name: /^4/u })).toBeChecked();

  const link = async (words: string, isAgainst: boolean): Promise<void> => {
    await press('e');
    const dialog = page.getByRole('dialog', { name: 'Link evidence' });
    await expect(dialog).toBeVisible();
    await type(words);
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await press('ArrowDown', ...(isAgainst ? ['x'] : []), 'Enter');
    await expect(dialog).toBeHidden();
  };
  await link('eleven times', false);
  await link('never late', true);
  await expect(page.getByRole('region', { name: 'Evidence' })).toContainText('1 for, 1 against');

  await fill(page.getByLabel('Diagnosis'), 'Sales promises by the day what the plant plans by the month.');
  await fill(page.getByLabel('What it costs here'), 'Half of the hours in the plant.');
  await fill(page.getByLabel('Root cause'), 'Each side plans by its own calendar.');
}

/** Constraint: the chain is typed, and the step that the figures name is confirmed. */
export async function constraint(keys: Keys): Promise<void> {
  const { page, press, type, fill, day, choose } = keys;
  await goTo(page, 'Constraint');
  for (const name of ['Plan', 'Cook', 'Deliver']) {
    await keys.reach(page.getByRole('textbox', { name: 'Name of a new step' }).first());
    await type(name);
    await expect(page.getByRole('button', { name: `More for ${name}` })).toBeVisible();
  }
  const figures = { 'Demand a week': [40, 40, 40], 'Capacity a week': [60, 30, 55], 'Items waiting': [5, 60, 0] };
  for (const [row, values] of Object.entries(figures))
    for (const [at, name] of ['Plan', 'Cook', 'Deliver'].entries())
      await fill(page.getByRole('textbox', { name: `${row}, ${name}`, exact: true }), String(values[at]));
  await keys.reach(page.getByRole('textbox', { name: 'Items waiting, Cook' }));
  await press('Control+Enter');
  await expect(page.getByText('Cook limits what the chain delivers.')).toBeVisible();
  await fill(page.getByLabel('What makes it the constraint'), 'Every change of line costs ninety minutes.');
  await choose(page.getByRole('combobox', { name: 'Kind' }), 'Capacity');
  await choose(page.getByRole('combobox', { name: 'Nature' }), 'Temporary');
  await day(page.getByLabel('Over by', { exact: true }), dayIn(30));
  await fill(page.getByLabel('Why so', { exact: true }), 'Fixed menus end the changes.');
}

/** Map: a priority with everything that it needs, in the cells of its row. */
export async function map(keys: Keys): Promise<void> {
  const { page, press, type, pressOn, fill, day, choose, pick } = keys;
  await goTo(page, 'Map');
  const grid = page.getByRole('grid', { name: 'The map' });
  await expect(grid).toContainText('D1 has no priority');
  await press('Control+Enter');
  await expect(page.getByLabel('Words of P1')).toBeFocused();
  await type(brightwater.priority);
  await press('Enter', 'ArrowRight', 'Enter');
  await expect(page.getByLabel('Owner of P1').first()).toBeFocused();
  await type('Mara');
  await expect(page.getByRole('option', { name: /Mara|Plant planner/u }).first()).toBeVisible();
  await press('Enter');
  const answer = page.getByRole('radiogroup', { name: 'Answer when asked to own it' });
  await expect(answer.getByRole('radio').first()).toBeFocused();
  await press('2');
  await keys.reach(page.getByRole('checkbox', { name: /^May be named/u }));
  await press('Space', 'Escape');
  await press('ArrowRight', 'Enter');
  await expect(page.getByLabel('What is measured')).toBeFocused();
  await type(brightwater.criterion);
  await press('Tab');
  await type('Line log');
  await press('Enter', 'ArrowRight', 'Enter');
  await expect(page.getByLabel('From', { exact: true })).toBeFocused();
  await type('5');
  await fill(page.getByLabel('To', { exact: true }), '60');
  await choose(page.getByRole('combobox', { name: 'Form' }), 'Percent');
  await press('Escape', 'ArrowRight', 'Enter');
  await day(page.getByRole('textbox', { name: 'By when' }), dayIn(26));
  await press('Escape', 'ArrowRight', 'Enter');
  const runs = page.getByRole('dialog', { name: 'Runs' });
  await day(runs.getByLabel('Start', { exact: true }), dayIn(2));
  await day(runs.getByLabel('End', { exact: true }), dayIn(26));
  await fill(runs.getByLabel('First step', { exact: true }), 'Block line four on Mondays');
  await press('Escape', 'ArrowRight', '1', 'Escape');
  await expect(grid).toContainText('exploits');

  await press('ArrowRight', 'Enter');
  const stops = page.getByRole('dialog', { name: 'Stops' });
  await pressOn(stops.getByRole('button', { name: 'Add a stop' }));
  await expect(stops.getByLabel('What stops')).toBeFocused();
  await type(brightwater.stop);
  await fill(stops.getByLabel('Who tells', { exact: true }), 'The sales managers');
  await fill(stops.getByLabel('Tells whom', { exact: true }), 'Single restaurants');
  await day(stops.getByLabel('From', { exact: true }), dayIn(14));
  await fill(stops.getByLabel('Capacity freed', { exact: true }), 'Ninety minutes a day');
  await press('Escape', 'ArrowRight', 'Enter');
  const measure = page.getByRole('dialog', { name: 'Measure' });
  await pressOn(measure.getByRole('button', { name: 'Add a measure change' }));
  await fill(measure.getByLabel('Drop', { exact: true }), 'Orders a day');
  await fill(measure.getByLabel('Add', { exact: true }), 'Share of hours under contract');
  await choose(measure.getByRole('combobox', { name: 'Function' }), 'Sales');
  await day(measure.getByLabel('From', { exact: true }), dayIn(6));
  await keys.reach(measure.getByRole('checkbox'));
  await press('Space', 'Escape');
  // The stop that came from the backlog has no place yet.
  const loose = page.getByRole('table', { name: 'Stops without a priority' });
  await pick(loose.getByRole('combobox').first(), brightwater.priority);
  await expect(loose).toHaveCount(0);
  await expect(grid.getByRole('row', { name: /^P1/u })).toContainText(brightwater.looseStop);
}

/** First 90 days: an initiative that can be agreed as it stands, the first Monday, a planned review. */
export async function plan(keys: Keys): Promise<void> {
  const { page, press, type, pressOn, fill, day, choose } = keys;
  await keys.run('Go to First 90 days');
  await day(page.getByLabel('First 90 days start'), dayIn(3));
  await press('Control+Enter');
  await expect(page.getByLabel('Initiative', { exact: true }).first()).toBeFocused();
  const chosen = page.getByRole('region', { name: 'The chosen initiative' });
  await keys.reach(chosen.getByRole('radiogroup', { name: 'Answer when asked to lead it' }).getByRole('radio').first());
  await press('2');
  await fill(chosen.getByLabel('Measure at day 90'), 'Two four-week menus cooked on line four');
  await day(chosen.getByLabel('From', { exact: true }), dayIn(3));
  await day(chosen.getByLabel('To', { exact: true }), dayIn(15));
  await pressOn(chosen.getByRole('button', { name: 'Add a milestone' }));
  const milestone = chosen.getByRole('table', { name: 'Milestones' });
  await day(milestone.getByLabel('On', { exact: true }), dayIn(8));
  await fill(milestone.getByRole('textbox', { name: 'Milestone' }), brightwater.milestone);
  await pressOn(chosen.getByRole('button', { name: 'Add a join' }));
  const join = chosen.getByRole('group', { name: 'join 1 of 1' });
  await expect(join.getByLabel('What is handed over')).toBeFocused();
  await type('Signed menus');
  await choose(join.getByRole('combobox', { name: 'To function' }), 'Sales');
  await day(join.getByLabel('On', { exact: true }), dayIn(9));
  await fill(page.getByRole('region', { name: 'On the first Monday' }).getByLabel('Sales'), brightwater.monday);
  await pressOn(page.getByRole('button', { name: 'Add a review' }));
  await day(page.getByRole('table', { name: 'Planned reviews' }).getByLabel('On', { exact: true }), dayIn(14));
  await expect(page.getByText('Every initiative is led, agreed, measured and dated. It can begin.')).toBeVisible();
}
