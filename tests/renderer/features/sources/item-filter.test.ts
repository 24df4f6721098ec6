import { expect, it } from 'vitest';
import { filterItems } from '../../../../src/renderer/features/sources/backlog/item-filter.ts';
import type { BacklogItem } from '../../../../src/shared/model/index.ts';
import { rowOfInsert } from '../../../../src/shared/model/apply-changes.ts';

const item = (id: string, fields: Partial<BacklogItem>): BacklogItem => rowOfInsert('backlogItem', id, fields);
const items = [
  item('a', { key: 'T-1', title: 'Crème audit', labels: ['site'] }),
  item('b', { key: 'T-2', title: 'Old deck', status: 'done' }),
  item('c', { key: 'T-3', title: 'Site tool', goneOn: '2026-09-01' }),
];
const classes = new Map([
  ['a', 'traced' as const],
  ['b', 'orphan' as const],
  ['c', 'orphan' as const],
]);
const all = { text: '', state: null, class: null };
const found = (filter: Partial<Parameters<typeof filterItems>[2]>): string[] =>
  filterItems(items, classes, { ...all, ...filter }).map(({ id }) => id);

it('every typed word has to stand somewhere in the item, accents and case aside', () => {
  expect(found({ text: 'SITE' })).toEqual(['a', 'c']);
  expect(found({ text: 'site creme' })).toEqual(['a']);
  expect(found({ text: 't-2' })).toEqual(['b']);
});

it('an item is open, closed, or gone whatever its status', () => {
  expect(found({ state: 'open' })).toEqual(['a']);
  expect(found({ state: 'closed' })).toEqual(['b']);
  expect(found({ state: 'gone' })).toEqual(['c']);
  expect(found({ class: 'orphan', state: 'closed' })).toEqual(['b']);
});
