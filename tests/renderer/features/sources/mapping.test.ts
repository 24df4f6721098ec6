import { expect, it } from 'vitest';
import { fieldOfColumn, mapColumn } from '../../../../src/renderer/features/sources/mapping.ts';

it('a column is in one field at most, and a field may have several columns', () => {
  const mapping = mapColumn(mapColumn({ title: [1] }, 0, 'title'), 3, 'labels');
  expect(mapping).toEqual({ title: [0, 1], labels: [3] });
  expect(mapColumn(mapping, 3, 'key')).toEqual({ key: [3], title: [0, 1] });
  expect(mapColumn(mapping, 3, null)).toEqual({ title: [0, 1] });
  expect(fieldOfColumn(mapping, 1)).toBe('title');
  expect(fieldOfColumn(mapping, 2)).toBeNull();
});
