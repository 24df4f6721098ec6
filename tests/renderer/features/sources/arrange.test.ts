import { expect, test } from 'vitest';
import { arrange, type Facts } from '../../../../src/renderer/features/sources/trace/arrange.ts';
import type { OpenItem } from '../../../../src/shared/analysis/backlog-items.ts';
import { Rows } from '../../../support/rows.ts';

const rows = new Rows();

function item(key: string, fields: { createdOn?: string | null; effort?: number | null }): OpenItem {
  return {
    row: rows.add('backlogItem', { key, ...fields }),
    class: 'orphan',
    weight: 1,
    decisions: [],
    function: null,
    exportedOn: null,
  };
}

const items = [
  item('A-10', { createdOn: '2026-03-01', effort: 3 }),
  item('A-9', { createdOn: null, effort: null }),
  item('A-11', { createdOn: '2026-01-01', effort: 8 }),
];
const facts: Facts = { rank: () => 0, functionName: () => '', groupOf: () => null };
const keys = (entries: ReturnType<typeof arrange>): string[] =>
  entries.map((entry) => (entry.kind === 'item' ? entry.item.row.key : `[${entry.says} ${entry.count}]`));

test('an item without a day or an effort comes last, and keys sort by their numbers', () => {
  const by = (sort: 'oldest' | 'effort' | 'key') => keys(arrange(items, { sort, grouping: 'none' }, facts));
  expect(by('oldest')).toEqual(['A-11', 'A-10', 'A-9']);
  expect(by('effort')).toEqual(['A-11', 'A-10', 'A-9']);
  expect(by('key')).toEqual(['A-9', 'A-10', 'A-11']);
});

test('groups stand in their order under headings with counts, sorted within, and what is in none comes last', () => {
  const groupOf: Facts['groupOf'] = ({ row: { key } }) =>
    key === 'A-9' ? null : { says: key === 'A-11' ? 'Cluster 2' : 'Cluster 10', place: key === 'A-11' ? 0 : 1 };
  expect(keys(arrange(items, { sort: 'key', grouping: 'cluster' }, { ...facts, groupOf }))).toEqual([
    '[Cluster 2 1]',
    'A-11',
    '[Cluster 10 1]',
    'A-10',
    '[In no such cluster 1]',
    'A-9',
  ]);
});
