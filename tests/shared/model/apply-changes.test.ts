import { expect, it } from 'vitest';
import { applyChanges } from '../../../src/shared/model/apply-changes.ts';
import { deleteRow, insertRow, updateRow } from '../../../src/shared/model/change.ts';
import { emptyData } from '../../../src/shared/model/index.ts';

const engagement = '01890000-0000-7000-8000-000000000000';
const id = (number: number): string => `01890000-0000-7000-8000-00000000000${number}`;

it('rows stand in order of age whatever the order in which they arrive, with initial values for what was left out', () => {
  const data = applyChanges(
    emptyData(),
    [3, 1, 2].map((at) => insertRow('symptom', id(at), { engagement, what: `${at}` })),
  );
  expect(data.symptom.map(({ what }) => what)).toEqual(['1', '2', '3']);
  expect(data.symptom[0]).toMatchObject({ position: 0 });
});

it('an insert that arrives again changes nothing, and what is not there is neither changed nor removed', () => {
  const insert = insertRow('symptom', id(1), { engagement, what: 'one' });
  const data = applyChanges(emptyData(), [
    insert,
    insert,
    updateRow('symptom', id(2), { what: 'nobody' }),
    deleteRow('symptom', id(3)),
  ]);
  expect(data.symptom.map(({ what }) => what)).toEqual(['one']);
});

it('what no change touches stays the same object', () => {
  const before = applyChanges(emptyData(), [
    insertRow('symptom', id(1), { engagement }),
    insertRow('limit', id(2), { engagement }),
  ]);
  const after = applyChanges(before, [updateRow('limit', id(2), { text: 'new' })]);
  expect(after.symptom).toBe(before.symptom);
  expect(after.limit).not.toBe(before.limit);
});

it('rows that are fetched where they are shown are not kept', () => {
  const data = applyChanges(emptyData(), [insertRow('passage', id(1), {})]);
  expect(data.passage).toEqual([]);
});
