/** The thirteen weeks of the map, and whether the first 90 days can be agreed. */
import { describe, expect, it } from 'vitest';
import { firstMonday, readPlan, shiftDays } from '../../../../src/shared/analysis/map/calendar.ts';
import { assessExecutability } from '../../../../src/shared/analysis/map/executability.ts';
import { defaultKit } from '../../../support/kit.ts';
import { Rows } from '../../../support/rows.ts';

const kit = defaultKit();

function plan() {
  const rows = new Rows({ ninetyDaysFrom: '2026-07-01' });
  const decision = rows.add('decision');
  const p1 = rows.add('priority', { decision: decision.id, startOn: '2026-06-29', endOn: '2026-09-30' });
  const p2 = rows.add('priority', {
    decision: decision.id,
    relation: 'exploits',
    startOn: '2026-06-01',
    endOn: '2026-07-05',
  });
  const p3 = rows.add('priority', { decision: decision.id, startOn: '2027-01-01', endOn: '2027-02-01' });
  const lead = rows.add('stakeholder', { name: 'Ada Lindqvist' });
  const one = rows.add('initiative', {
    priority: p1.id,
    title: 'One',
    lead: lead.id,
    leadAnswer: 'accepted',
    measure: '4 engineers',
    from: '2026-06-29',
    to: '2026-09-25',
  });
  const two = rows.add('initiative', { priority: p2.id, title: 'Two' });
  rows.add('milestone', { initiative: one.id, on: '2026-07-03', what: 'First run' });
  return { rows, p1, p2, p3, one, two };
}

describe('the thirteen weeks', () => {
  it('begin on the Monday of the day that was set, else of what begins first', () => {
    const { rows } = plan();
    expect(firstMonday(rows.engagement, rows.data)).toBe('2026-06-29');
    expect(firstMonday({ ninetyDaysFrom: null }, rows.data)).toBe('2026-06-29');
    expect(firstMonday({ ninetyDaysFrom: null }, { initiative: [], priority: rows.data.priority })).toBe('2026-06-01');
    expect(firstMonday({ ninetyDaysFrom: null }, { initiative: [], priority: [] })).toBeNull();
  });

  it('cut off what goes beyond them and leave out what lies outside', () => {
    const { rows } = plan();
    const { lines } = readPlan('2026-06-29', rows.data);
    expect(lines.map((line) => line.bar)).toEqual([
      { from: 0, to: 90, before: false, after: true },
      { from: 0, to: 6, before: true, after: false },
      null,
    ]);
    expect(lines.map((line) => line.touches)).toEqual([false, true, false]);
    expect(lines[0]?.milestones.map(({ day }) => day)).toEqual([4]);
  });

  it('tie a join to the priorities of both initiatives, whichever way round', () => {
    const { rows, one, two } = plan();
    rows.add('join', { initiative: two.id, withInitiative: one.id, on: '2026-07-10' });
    rows.add('join', { initiative: one.id });
    expect(readPlan('2026-06-29', rows.data).joins.map(({ day, lines }) => [day, lines])).toEqual([
      [11, [0, 1]],
      [null, [0]],
    ]);
  });

  it('move a priority by whole weeks and never end it before it starts', () => {
    const days = { startOn: '2026-06-29', endOn: '2026-07-03' };
    expect(shiftDays(days, 1, 'both')).toEqual({ startOn: '2026-07-06', endOn: '2026-07-10' });
    expect(shiftDays(days, 1, 'end')).toEqual({ endOn: '2026-07-10' });
    expect(shiftDays(days, -1, 'end')).toEqual({});
    expect(shiftDays({ startOn: null, endOn: '2026-07-03' }, -1, 'both')).toEqual({ endOn: '2026-06-26' });
  });
});

describe('the test of executability', () => {
  it('names what an initiative still owes and is passed when nothing does', () => {
    const { rows, two } = plan();
    const before = assessExecutability(rows.data, kit);
    expect(before.initiatives.map(({ state, open }) => [state, open])).toEqual([
      ['agreed', []],
      ['open', ['lead', 'measure', 'dates', 'milestone']],
    ]);
    expect(before.agreed).toBe(false);
    rows.remove('initiative', two.id);
    expect(assessExecutability(rows.data, kit).agreed).toBe(true);
  });

  it('goes back to the decision where a lead declined, once that is recorded', () => {
    const { rows, one } = plan();
    rows.change('initiative', one.id, { leadAnswer: 'declined' });
    expect(assessExecutability(rows.data, kit).initiatives[0]?.state).toBe('declined');
    rows.add('stepBack', { initiative: one.id, decision: rows.data.decision[0]?.id ?? '', reason: 'Too early' });
    expect(assessExecutability(rows.data, kit).initiatives[0]?.state).toBe('stepped-back');
  });

  it('is not passed by more than seven, nor by none', () => {
    const rows = new Rows();
    expect(assessExecutability(rows.data, kit).agreed).toBe(false);
    for (let at = 0; at < 8; at += 1) rows.add('initiative', { position: at });
    expect(assessExecutability(rows.data, kit).tooMany).toBe(true);
  });

  it('counts a join that lacks its day or a function', () => {
    const { rows, one } = plan();
    rows.add('join', { initiative: one.id, fromFunction: 'sales', toFunction: 'product' });
    expect(assessExecutability(rows.data, kit).initiatives[0]?.open).toEqual(['join']);
  });
});
