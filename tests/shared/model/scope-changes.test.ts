/** Edits of the scope that belong together. */
import { describe, expect, it } from 'vitest';
import { putInScope, startInScope, turnLimit, widenScope } from '../../../src/shared/model/scope-changes.ts';
import { Rows } from '../../support/rows.ts';

describe('another decision in scope', () => {
  it('takes the place of the one before, which is carried when it has priorities and noted when it has none', () => {
    const rows = new Rows();
    const before = rows.add('decision', { standing: 'in-scope' });
    const chosen = rows.add('decision');
    const standings = () =>
      putInScope(chosen, before, rows.data.priority).map((change) => (change.op === 'update' ? change.fields : null));
    expect(standings()).toEqual([{ standing: 'noted' }, { standing: 'in-scope' }]);
    rows.add('priority', { decision: before.id });
    expect(standings()).toEqual([{ standing: 'carried' }, { standing: 'in-scope' }]);
  });

  it('may be a new one', () => {
    const rows = new Rows();
    const made = { id: rows.engagement.id, engagement: rows.engagement.id, statement: 'Sell air', position: 1 };
    expect(startInScope(made, null, [])).toMatchObject([
      { op: 'insert', entity: 'decision', fields: { statement: 'Sell air', standing: 'in-scope' } },
    ]);
  });

  it('beside the first is a widening with its day', () => {
    const rows = new Rows();
    const { id } = rows.add('decision');
    const widening = { id: rows.engagement.id, engagement: rows.engagement.id, decision: id, on: '2026-06-12' };
    expect(widenScope(widening)).toMatchObject([
      { op: 'update', id, fields: { standing: 'in-scope' } },
      { op: 'insert', entity: 'scopeWidening', fields: { decision: id, on: '2026-06-12' } },
    ]);
  });
});

it('a fixed limit turns free and back on the day that it is turned; one that was not decided becomes fixed', () => {
  const limit = new Rows().add('limit');
  expect(turnLimit(limit, '2026-06-12').hold).toBe('fixed');
  expect(turnLimit({ ...limit, hold: 'free' }, '2026-06-12').hold).toBe('fixed');
  expect(turnLimit({ ...limit, hold: 'fixed' }, '2026-06-12')).toMatchObject({
    hold: 'free',
    change: { op: 'update', fields: { hold: 'free', markedOn: '2026-06-12' } },
  });
});
