import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import { openDatabase, readNumber } from '../../../src/main/store/database.ts';
import type { ClientFile } from '../../../src/main/store/types.ts';
import type { Change } from '../../../src/shared/model/change.ts';
import { clientFilePlace, edit, type Place, stateDecision, taken } from '../../support/store/file.ts';
import { counterPorts, testId } from '../../support/store/ports.ts';
import { start } from '../../support/store/start.ts';

const { engagement } = start;
const rows = 1500;
const item = (number: number): string => testId(number, 'b');

function withImport(): { file: ClientFile; place: Place } {
  const place = clientFilePlace([
    { op: 'insert', entity: 'source', id: testId(5), fields: { engagement, title: 'Backlog' } },
  ]);
  const file = place.open();
  const changes = Array.from({ length: rows }, (_, number): Change => {
    const fields = { engagement, source: testId(5), title: `Repair of lorry ${number}`, description: 'Übergabe' };
    return { op: 'insert', entity: 'backlogItem', id: item(number), fields };
  });
  taken(file.apply({ opId: place.ports.ids(), label: 'Import', kind: 'import', changes }));
  return { file, place };
}

/** What a killed program leaves: the file as it lies on the disk, opened on another computer. */
function openLeft(place: Place, readOnly: boolean): { file: ClientFile; place: Place } {
  const path = join(place.folder, `left ${readOnly ? 'to read' : 'to write'}.throughline`);
  copyFileSync(place.path, path);
  const ports = counterPorts(join(place.folder, `other ${readOnly ? 'reader' : 'writer'}`), 'd');
  const left = { ...place, path, ports };
  return { place: left, file: taken(openClientFile(path, readOnly ? { readOnly } : {}, ports)) };
}

/** Documents that the index on the disk has. */
function indexed({ path }: Place): number {
  const db = openDatabase(path, { readOnly: true });
  const count = readNumber(db, `SELECT count(*) FROM _place WHERE entity = 'backlogItem'`);
  db.close();
  return count;
}

const found = (file: ClientFile, query: string): readonly string[] => [
  ...new Set(file.search(query, 5).map(({ id }) => id)),
];

test('the rows of an import are indexed by upkeep, turn by turn', () => {
  const { file, place } = withImport();
  const steps = Array.from({ length: 5 }, () => {
    file.upkeep();
    return indexed(place);
  });
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps[0]).toBeGreaterThan(0);
  expect(steps[0]).toBeLessThan(rows);
  expect(steps.at(-1)).toBe(rows);
  expect(found(file, 'lorry 1499')).toEqual([item(1499)]);
  expect(file.check({ deep: true })).toEqual([]);
});

test('a search that comes before upkeep misses nothing', () => {
  const { file } = withImport();
  expect(found(file, 'lorry 7')).toHaveLength(5);
  expect(found(file, 'ubergabe lorry 1499')).toEqual([item(1499)]);
});

test('closing leaves nothing to be indexed', () => {
  const { file, place } = withImport();
  taken(file.close());
  expect(indexed(place)).toBe(rows);
});

test.each([true, false])(
  'what a killed program did not get to is found all the same; only to be read: %s',
  (readOnly) => {
    const { file, place } = withImport();
    file.upkeep();
    const left = openLeft(place, readOnly);
    expect(indexed(left.place)).toBeLessThan(rows);
    expect(found(left.file, 'lorry 399')).toEqual([item(399)]);
    expect(found(left.file, 'lorry 1499')).toEqual([item(1499)]);
    expect(found(left.file, 'orry 1499')).toEqual([]);
    left.file.close();
  },
);

test('the next session that edits the file goes on with the index', () => {
  const { file, place } = withImport();
  file.upkeep();
  const left = openLeft(place, false);
  const before = indexed(left.place);
  left.file.upkeep();
  expect(indexed(left.place)).toBe(before); // looking at a file does not change it
  stateDecision(left.file, left.place, 'Win the south');
  for (let turn = 0; turn < 5; turn += 1) left.file.upkeep();
  expect(indexed(left.place)).toBe(rows);
  left.file.close();
});

test('rows that change, go or are undone while they wait are found as they are', () => {
  const { file, place } = withImport();
  edit(file, place, [
    { op: 'update', entity: 'backlogItem', id: item(1400), fields: { title: 'Purchase of trucks' } },
    { op: 'delete', entity: 'backlogItem', id: item(1401) },
  ]);
  const left = openLeft(place, true).file;
  for (const each of [left, file]) {
    expect(found(each, 'trucks')).toEqual([item(1400)]);
    expect(found(each, 'lorry 1400')).toEqual([]);
    expect(found(each, 'lorry 1401')).toEqual([]);
  }
  left.close();
  taken(file.undo());
  taken(file.undo());
  expect(found(file, 'lorry')).toEqual([]);
  taken(file.redo());
  expect(found(file, 'lorry 1401')).toEqual([item(1401)]);
  expect(file.check({ deep: true })).toEqual([]);
});
