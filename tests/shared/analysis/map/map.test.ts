/** The map as it is read, moved and confirmed. */
import { describe, expect, it } from 'vitest';
import { markOfDecision, markOfPriority } from '../../../../src/shared/analysis/map/links.ts';
import {
  giveToDecision,
  moveDecision,
  movePriority,
  moveRow,
  positionAfter,
} from '../../../../src/shared/analysis/map/move.ts';
import { splitNames } from '../../../../src/shared/analysis/map/owner-names.ts';
import { readMap, touchesConstraint } from '../../../../src/shared/analysis/map/rows.ts';
import type { Change } from '../../../../src/shared/model/change.ts';
import { Rows } from '../../../support/rows.ts';

function smallMap() {
  const rows = new Rows();
  const complete = { statement: 's', firstMove: 'f', proofPoint: 'p', winningMetric: 'w', givesWay: 'g' };
  const carried = rows.add('decision', { title: 'Carried', standing: 'carried', position: 0, ...complete });
  const scope = rows.add('decision', { title: 'In scope', standing: 'in-scope', position: 1 });
  const noted = rows.add('decision', { title: 'Noted', standing: 'noted', position: 2 });
  const a = rows.add('priority', { title: 'A', decision: scope.id, position: 1 });
  const b = rows.add('priority', { title: 'B', decision: scope.id, position: 0 });
  const c = rows.add('priority', { title: 'C', decision: carried.id, position: 0 });
  const c1 = rows.add('criterion', { priority: c.id, metric: 'One', position: 0 });
  const c2 = rows.add('criterion', { priority: c.id, metric: 'Two', position: 1 });
  return { rows, carried, scope, noted, a, b, c, c1, c2, map: readMap(rows.data) };
}

/** The rows after an edit, as the replica and the store make them. */
function after({ rows }: ReturnType<typeof smallMap>, changes: readonly Change[]) {
  for (const change of changes) {
    if (change.op === 'update') rows.change(change.entity, change.id, change.fields);
  }
  const { translated, noted } = readMap(rows.data);
  return [...translated, ...noted].map((one) => [one.row.title, ...one.priorities.map(({ row }) => row.title)]);
}

describe('the map', () => {
  it('shows decisions in scope before carried ones and keeps noted ones apart, each in the order that people gave', () => {
    const { map } = smallMap();
    expect(map.translated.map((one) => one.row.title)).toEqual(['In scope', 'Carried']);
    expect(map.noted.map((one) => one.row.title)).toEqual(['Noted']);
    expect(map.translated[0]?.priorities.map(({ row }) => row.title)).toEqual(['B', 'A']);
    expect(map.translated[1]?.priorities[0]?.criteria.map((row) => row.metric)).toEqual(['One', 'Two']);
  });

  it('takes a priority that nobody placed for one off the constraint', () => {
    expect(touchesConstraint({ relation: null })).toBe(false);
    expect(touchesConstraint({ relation: 'off' })).toBe(false);
    expect(touchesConstraint({ relation: 'draws' })).toBe(true);
  });
});

describe('moving', () => {
  it('takes a priority past its neighbour', () => {
    const small = smallMap();
    expect(after(small, movePriority(small.map, small.b.id, 1))[0]).toEqual(['In scope', 'A', 'B']);
  });

  it('takes the last priority of a decision over to the next one, first there, with its link confirmed', () => {
    const small = smallMap();
    const changes = movePriority(small.map, small.a.id, 1);
    expect(after(small, changes).slice(0, 2)).toEqual([
      ['In scope', 'B'],
      ['Carried', 'A', 'C'],
    ]);
    const moved = small.rows.data.priority.find((row) => row.id === small.a.id);
    expect(moved?.decisionSeen).toBe(markOfDecision(small.carried));
  });

  it('stops at the ends of the map', () => {
    const { map, b, c, scope, c1, c2 } = smallMap();
    expect(movePriority(map, b.id, -1)).toEqual([]);
    expect(movePriority(map, c.id, 1)).toEqual([]);
    expect(moveDecision(map, scope.id, -1)).toEqual([]);
    expect(moveRow('criterion', [c1, c2], c2.id, 1)).toEqual([]);
  });

  it('gives a priority to another decision, where it comes last', () => {
    const small = smallMap();
    expect(after(small, giveToDecision(small.map, small.c.id, small.scope.id))[0]).toEqual(['In scope', 'B', 'A', 'C']);
    expect(giveToDecision(small.map, small.a.id, small.scope.id)).toEqual([]);
  });

  it('finds the place between two rows for one that comes after the first', () => {
    const rows = [
      { id: 'a', position: 0 },
      { id: 'b', position: 1 },
    ];
    expect(positionAfter(rows, 'a')).toBe(0.5);
    expect(positionAfter(rows, 'b')).toBe(2);
    expect(positionAfter(rows, null)).toBe(2);
    expect(positionAfter([], null)).toBe(0);
  });
});

describe('a link', () => {
  it('counts as confirmed only to what is complete, so that filling in the rest disturbs nothing', () => {
    const { carried, scope, a } = smallMap();
    expect(markOfDecision(scope)).toBe('');
    expect(markOfDecision(carried)).not.toBe('');
    expect(markOfPriority(a)).toBe('');
    expect(markOfPriority({ ...a, startOn: '2026-06-29', endOn: '2026-09-30' })).not.toBe('');
  });
});

describe('names typed for one person', () => {
  it('are told apart by commas, signs and words for "and"', () => {
    expect(splitNames('Head of Customer Success, Support Manager')).toEqual([
      'Head of Customer Success',
      'Support Manager',
    ]);
    expect(splitNames('Ada and Marco & Ines')).toEqual(['Ada', 'Marco', 'Ines']);
    expect(splitNames('Andrea Sanders')).toEqual(['Andrea Sanders']);
    expect(splitNames(' , ')).toEqual([]);
  });
});
