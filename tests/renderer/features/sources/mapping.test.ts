import { expect, it } from 'vitest';
import {
  classesOfLast,
  fieldOfColumn,
  mapColumn,
  mappingOfLast,
} from '../../../../src/renderer/features/sources/mapping.ts';

const column = (index: number) => ({ index, name: `c${index}`, samples: [], filled: 1 });

it('a column is in one field at most, and a field may have several columns', () => {
  const mapping = mapColumn(mapColumn({ title: [1] }, 0, 'title'), 3, 'labels');
  expect(mapping).toEqual({ title: [0, 1], labels: [3] });
  expect(mapColumn(mapping, 3, 'key')).toEqual({ key: [3], title: [0, 1] });
  expect(mapColumn(mapping, 3, null)).toEqual({ title: [0, 1] });
  expect(fieldOfColumn(mapping, 1)).toBe('title');
  expect(fieldOfColumn(mapping, 2)).toBeNull();
});

it('a mapping made by hand is remembered for a file with the same columns, and for no other', () => {
  const last = { format: 'generic', mapping: [{ field: 'title', column: '1,2' }] };
  expect(mappingOfLast({ tracker: 'generic', columns: [column(1), column(2)] }, last)).toEqual({ title: [1, 2] });
  expect(mappingOfLast({ tracker: 'generic', columns: [column(1)] }, last)).toBeNull();
  expect(mappingOfLast({ tracker: 'jira', columns: [column(1), column(2)] }, last)).toBeNull();
  expect(mappingOfLast({ tracker: 'generic', columns: [column(1)] }, undefined)).toBeNull();
});

it('a status that no tracker is known for means what it meant at the last import', () => {
  const statuses = [
    { text: 'Parked', count: 2, status: null },
    { text: 'Done', count: 1, status: 'done' as const },
    { text: 'New', count: 1, status: null },
  ];
  expect(classesOfLast(statuses, [{ statusText: 'Parked', status: 'dropped' }])).toEqual({ Parked: 'dropped' });
});
