/** Cells of a spreadsheet poured into the map. */
import { describe, expect, it } from 'vitest';
import { type PasteStart, planPaste } from '../../../../src/shared/analysis/map/paste.ts';
import { readMap } from '../../../../src/shared/analysis/map/rows.ts';
import { Rows } from '../../../support/rows.ts';
import { readNumber } from './read-number.ts';

function scene() {
  const rows = new Rows();
  const ada = rows.add('stakeholder', { name: 'Ada Lindqvist', role: 'VP Sales' });
  const d1 = rows.add('decision', { title: 'One', standing: 'in-scope', position: 0 });
  const d2 = rows.add('decision', { title: 'Two', standing: 'carried', position: 1 });
  const p1 = rows.add('priority', { title: 'First', decision: d1.id, position: 0 });
  const p2 = rows.add('priority', { title: 'Second', decision: d1.id, position: 1 });
  const p3 = rows.add('priority', { title: 'Third', decision: d2.id, position: 0 });
  const c1 = rows.add('criterion', { priority: p1.id, metric: 'Sites', position: 0 });
  const c2 = rows.add('criterion', { priority: p2.id, metric: 'Days', position: 0 });
  const paste = (start: Partial<PasteStart>, text: string) => {
    let made = 0;
    const { changes, ...result } = planPaste(
      readMap(rows.data),
      text.split('\n').map((line) => line.split('\t')),
      { decision: d1.id, priority: p1.id, criterion: c1.id, column: 'priority', ...start },
      {
        engagement: rows.engagement.id,
        today: '2026-06-16',
        readNumber,
        people: rows.data.stakeholder,
        stops: rows.data.stop,
        measures: rows.data.measureChange,
        newId: () => `new-${(made += 1)}`,
      },
    );
    return {
      ...result,
      changes: changes.map((change) => ({ ...change, fields: change.op === 'delete' ? {} : change.fields })),
    };
  };
  return { rows, paste, ada, d1, d2, p1, p2, p3, c1, c2 };
}

describe('a paste', () => {
  it('fills cells from the focused one to the right and down, and names people of the list', () => {
    const { paste, p1, p2, ada } = scene();
    const { changes, filled, left } = paste({ column: 'owner' }, 'vp sales\nMarco Bauer');
    expect(changes).toMatchObject([
      { op: 'update', entity: 'priority', id: p1.id, fields: { owner: ada.id, ownerName: '' } },
      { op: 'update', entity: 'priority', id: p2.id, fields: { owner: null, ownerName: 'Marco Bauer' } },
    ]);
    expect([filled, left]).toEqual([2, []]);
  });

  it('with titles stays within its decision and adds the priorities that are missing', () => {
    const { paste, d1, p1, p2 } = scene();
    const { changes, added } = paste({}, 'Alpha\nBeta\nGamma');
    expect(added).toEqual({ priorities: 1, criteria: 0 });
    expect(changes).toMatchObject([
      { op: 'insert', entity: 'priority', id: 'new-1', fields: { decision: d1.id, title: 'Gamma', position: 2 } },
      { op: 'update', id: p1.id, fields: { title: 'Alpha' } },
      { op: 'update', id: p2.id, fields: { title: 'Beta' } },
    ]);
  });

  it('on the row of a decision only adds', () => {
    const { paste, d2 } = scene();
    const { changes, added } = paste({ decision: d2.id, priority: null, criterion: null }, 'Alpha\nBeta');
    expect(added.priorities).toBe(2);
    expect(changes.every((change) => change.op === 'insert')).toBe(true);
  });

  it('without titles follows the rows that are there, and says which cells found none', () => {
    const { paste, c1, c2 } = scene();
    const { changes, left } = paste({ column: 'figures' }, '1 → 2\n3 → 4\n5 → 6\n7 → 8');
    expect(changes.map((change) => change.id)).toEqual(['new-1', c1.id, c2.id]);
    expect(left).toEqual([{ text: '7 → 8', why: 'there is no row for it' }]);
  });

  it('reads headings, so that a sheet with its own columns and one criterion a row goes in', () => {
    const { paste, p1, c1 } = scene();
    const sheet = [
      'Team\tPriority\tMetric\tBaseline\tTarget\tUnit\tBy when\tStart\tEnd',
      'North\tAlpha\tSites live\t3\t12\tsites\t31 March 2027\t2026-07-01\t2026-12-18',
      '\tAlpha\tShare paid\t-\t80 %\t\t30.9.2026\t\t',
    ];
    const { changes, left, added } = paste({}, sheet.join('\n'));
    expect(added).toEqual({ priorities: 0, criteria: 1 });
    expect(changes).toMatchObject([
      { op: 'insert', entity: 'criterion', fields: { metric: 'Share paid', form: 'percent', target: 80 } },
      { op: 'update', id: p1.id, fields: { title: 'Alpha', startOn: '2026-07-01', endOn: '2026-12-18' } },
      { op: 'update', id: c1.id, fields: { metric: 'Sites live', baseline: 3, target: 12, dueOn: '2027-03-31' } },
    ]);
    expect(left.map(({ text }) => text)).toEqual(['Team', '-']);
  });

  it('reads stops, measures, relation and dates, and leaves what it cannot read', () => {
    const { paste, p1, c1 } = scene();
    const { changes, left } = paste(
      { column: 'due' },
      '30 Sep\t29 Jun – 30 Sep\tExploits\tDemos; Pilots\tdemos run → baselines',
    );
    expect(changes).toMatchObject([
      {
        op: 'update',
        id: p1.id,
        fields: { startOn: '2026-06-29', endOn: '2026-09-30', relation: 'exploits' },
      },
      { op: 'update', id: c1.id, fields: { dueOn: '2026-09-30' } },
      { op: 'insert', entity: 'stop', fields: { priority: p1.id, what: 'Demos' } },
      { op: 'insert', entity: 'stop', fields: { priority: p1.id, what: 'Pilots' } },
      { op: 'insert', entity: 'measureChange', fields: { drop: 'demos run', add: 'baselines' } },
    ]);
    expect(left).toEqual([]);
    const refused = paste({ column: 'due' }, 'soon\tsome day\tmaybe\t\t\tbeyond');
    expect(refused.changes).toEqual([]);
    expect(refused.left.map(({ why }) => why)).toEqual([
      'no day',
      'no start and end',
      'no relation to the constraint',
      'there is no column for it',
    ]);
  });

  it('changes nothing for empty cells, and writes no stop twice', () => {
    const { paste, rows, p1 } = scene();
    rows.add('stop', { priority: p1.id, what: 'Demos' });
    expect(paste({ column: 'stops' }, 'Demos').changes).toEqual([]);
    expect(paste({}, '\t\t').changes).toEqual([]);
  });
});
