import { expect, it } from 'vitest';
import { namesApart } from '../../../src/renderer/parts/names.ts';
import { Rows } from '../../support/rows.ts';

it('tells people of one name or one role apart, and only them', () => {
  const rows = new Rows();
  const add = (name: string, role: string, level: string | null = null) =>
    rows.add('stakeholder', { name, role, level });
  add('Ada Berg', 'Account Executive');
  add('Bo Lind', 'Account Executive');
  add('Cy Ek', 'Head of Platform');
  add('Ada Berg', '', 'manager');
  add('Ada Berg', '', 'front-line');
  add('Di Holm', '', 'manager');
  add('Di Holm', '', 'manager');
  const names = namesApart(rows.data.stakeholder, { place: (row) => row.level ?? '' });
  expect([...names.values()]).toEqual([
    'Ada Berg, Account Executive',
    'Bo Lind, Account Executive',
    'Head of Platform',
    'Ada Berg, manager',
    'Ada Berg, front-line',
    'Di Holm, manager',
    'Di Holm, manager (2)',
  ]);
});
