/** Whom to hear: where people stand in the grid, and who is missing. */
import { describe, expect, it } from 'vitest';
import { assessStakeholderGrid, guideFor } from '../../../src/shared/analysis/stakeholder-grid.ts';
import { Scene } from '../../support/analysis.ts';

const gridOf = (scene: Scene) => assessStakeholderGrid(scene.data, scene.kit);
const cellOf = (scene: Scene, inFunction: string, level: string) => {
  const row = gridOf(scene).rows.find((one) => one.function === inFunction);
  return row?.cells.find((one) => one.level === level);
};
const plan = (scene: Scene, person: string): void => {
  const interview = scene.add('interview', { plannedOn: '2026-06-19' }).id;
  scene.add('participant', { interview, person });
};

describe('a person in the grid', () => {
  it('is heard, planned, or not planned, and not to be heard where that was chosen', () => {
    const scene = new Scene();
    const heard = scene.person('sales', 'executive');
    const { id: planned } = scene.add('stakeholder', { function: 'sales', level: 'executive' });
    plan(scene, planned);
    const open = scene.add('stakeholder', { function: 'sales', level: 'executive' });
    const left = scene.add('stakeholder', { function: 'sales', level: 'executive', toHear: false });
    const people = cellOf(scene, 'sales', 'executive')?.people.map(({ row, state }) => [row.id, state]);
    expect(people).toEqual([
      [heard.id, 'heard'],
      [planned, 'planned'],
      [open.id, 'unplanned'],
      [left.id, 'not-to-hear'],
    ]);
    expect(gridOf(scene).counts).toMatchObject({ heard: 1, planned: 1, unplanned: 1, 'not-to-hear': 1 });
  });

  it('who withdrew counts nowhere', () => {
    const scene = new Scene();
    scene.person('sales', 'executive', 'withdrawn');
    expect(gridOf(scene).counts).toEqual({ heard: 0, planned: 0, unplanned: 0, 'not-to-hear': 0, withdrawn: 1 });
    expect(gridOf(scene).unheard.functions).toEqual([]);
  });

  it('without function or level, or with one that the kit does not have, stands beside the grid', () => {
    const scene = new Scene();
    scene.add('stakeholder', { name: 'A', function: 'sales' });
    scene.add('stakeholder', { name: 'B', function: 'weaving', level: 'manager' });
    scene.add('stakeholder', { name: 'C', function: 'sales', level: 'manager' });
    expect(gridOf(scene).nowhere.map(({ row }) => row.name)).toEqual(['A', 'B']);
  });
});

describe('a place of the grid', () => {
  it('cannot exist where a customer would be no customer, or a board member one function', () => {
    const scene = new Scene();
    const none = gridOf(scene).rows.flatMap((row) =>
      row.cells.filter((cell) => !cell.exists).map((cell) => `${row.function} ${cell.level}`),
    );
    expect(none).toContain('sales customer');
    expect(none).toContain('customer manager');
    expect(none).toContain('sales board');
    expect(none).not.toContain('customer customer');
    expect(none).not.toContain('general-management board');
    expect(none).not.toContain('sales executive');
  });

  it('exists for whoever stands there all the same', () => {
    const scene = new Scene();
    scene.add('stakeholder', { function: 'finance', level: 'board' });
    expect(cellOf(scene, 'finance', 'board')).toMatchObject({ exists: true });
  });
});

describe('a function is unheard', () => {
  it('when it has people of whom none was heard or is planned; those that own a priority are told apart', () => {
    const scene = new Scene();
    scene.person('sales', 'executive');
    plan(scene, scene.add('stakeholder', { function: 'finance', level: 'executive' }).id);
    scene.add('stakeholder', { function: 'people', level: 'manager' });
    const head = scene.add('stakeholder', { function: 'technology', level: 'manager', toHear: false });
    scene.add('stakeholder', { function: 'marketing', level: 'manager', toHear: false });
    scene.add('priority', { owner: head.id });
    expect(gridOf(scene).unheard).toEqual({ functions: ['people', 'technology'], owning: ['technology'] });
  });
});

it('the usual guide of a level is the first of the kit that is meant for it', () => {
  const { kit } = new Scene();
  expect(guideFor(kit, 'executive')).toBe('sponsor');
  expect(guideFor(kit, 'front-line')).toBe('front-line');
  expect(guideFor(kit, null)).toBeNull();
});
