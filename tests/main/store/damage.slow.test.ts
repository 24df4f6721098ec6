import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import type { ClientFile, Finding } from '../../../src/main/store/types.ts';
import type { Change } from '../../../src/shared/model/change.ts';
import { clientFilePlace, codeOf, edit, stateDecision, taken, template } from '../../support/store/file.ts';
import { tamper } from '../../support/store/other-tool.ts';
import { counterPorts, testId } from '../../support/store/ports.ts';
import { start } from '../../support/store/start.ts';

const { engagement, decision } = start;
const interview = testId(8);

/** A file with some history: a row that was typed in many edits, and some rows beside it. */
const filled = template(
  () => [{ op: 'insert', entity: 'interview', id: interview, fields: { engagement, title: 'Warehouse' } }],
  (file, place) => {
    let notes = '';
    for (let n = 0; n < 200; n += 1) {
      notes += `word ${n} `;
      edit(file, place, [{ op: 'update', entity: 'interview', id: interview, fields: { notes } }]);
    }
    const rows = Array.from({ length: 50 }, (_, n): Change => {
      return {
        op: 'insert',
        entity: 'answer',
        id: testId(n, 'd'),
        fields: { engagement, interview, text: `Answer ${n}` },
      };
    });
    edit(file, place, rows);
  },
);

/** What a whole round of slices finds. */
function findInSlices(file: ClientFile): readonly Finding[] {
  for (let turn = 0; turn < 1000; turn += 1) {
    const found = file.checkSlice(7);
    if (found !== null) return found;
  }
  throw new Error('the round never ends');
}

const damages: readonly (readonly [what: string, sql: string, finding: object])[] = [
  [
    'a cell that was changed',
    `UPDATE interview SET notes = replace(notes, 'word 7 ', 'word 8 ')`,
    { kind: 'row-damaged', entity: 'interview', id: interview },
  ],
  [
    'a cell that was emptied to its initial value',
    `UPDATE answer SET text = '' WHERE id = '${testId(3, 'd')}'`,
    { kind: 'row-damaged', entity: 'answer', id: testId(3, 'd') },
  ],
  [
    'a digest that was changed',
    `UPDATE answer SET _digest = x'00' WHERE id = '${testId(4, 'd')}'`,
    { kind: 'row-damaged', entity: 'answer', id: testId(4, 'd') },
  ],
  [
    'a row that was deleted',
    `DELETE FROM answer WHERE id = '${testId(5, 'd')}'`,
    { kind: 'row-missing', entity: 'answer', id: testId(5, 'd') },
  ],
  [
    'a row that was doubled',
    `CREATE TEMP TABLE t AS SELECT * FROM answer WHERE id = '${testId(6, 'd')}'; UPDATE t SET id = '${testId(600, 'd')}'; INSERT INTO answer SELECT * FROM t`,
    { kind: 'row-foreign', entity: 'answer', id: testId(600, 'd') },
  ],
];

describe('what another tool did to a row', () => {
  test.each(damages)(
    'is found at once and in slices, refuses edits, and is put back from the log: %s',
    (_what, sql, finding) => {
      const place = filled();
      const before = place.open();
      const whole = before.load();
      before.close();
      tamper(place.path, sql);
      const file = place.open();
      expect(file.check({ deep: true })).toMatchObject([{ ...finding, repairable: true }]);
      const found = findInSlices(file);
      expect(found).toMatchObject([finding]);
      const [{ entity, id } = { entity: null, id: null }] = found;
      if (entity === null || id === null) throw new Error('no place');
      const change: Change = {
        op: 'update',
        entity,
        id,
        fields: { [entity === 'answer' ? 'text' : 'notes']: 'new' },
      };
      const result = file.apply({ opId: place.ports.ids(), label: 'Edit', kind: 'edit', changes: [change] });
      expect(codeOf(result)).toBe(found[0]?.kind === 'row-missing' ? 'not-found' : 'row-damaged');
      const ack = taken(file.repairRow(entity, id));
      expect(ack.kind).toBe('repair');
      expect(file.load()).toEqual(whole);
      expect(file.check({ deep: true })).toEqual([]);
      expect(taken(file.undo()).label).toBe('Edit');
    },
  );

  test('can be accepted as it stands, and is found no more', () => {
    const place = filled();
    tamper(place.path, `UPDATE answer SET text = 'by hand' WHERE id = '${testId(3, 'd')}'`);
    const file = place.open();
    taken(file.repairRow('answer', testId(3, 'd'), 'asItIs'));
    expect(file.check({ deep: true })).toEqual([]);
    edit(file, place, [{ op: 'update', entity: 'answer', id: testId(3, 'd'), fields: { text: 'by hand, and on' } }]);
    taken(file.undo());
    expect(file.row('answer', testId(3, 'd'))?.text).toBe('by hand');
  });

  test('that touches a large text is beyond the log, and says so', () => {
    const place = clientFilePlace([
      {
        op: 'insert',
        entity: 'issue',
        id: testId(9),
        fields: { engagement, number: '1.0', snapshot: 'x'.repeat(5000) },
      },
    ]);
    tamper(place.path, `UPDATE issue SET snapshot = 'y'`);
    const file = place.open();
    expect(file.check({ deep: true })).toMatchObject([{ kind: 'row-damaged', entity: 'issue', repairable: false }]);
    expect(codeOf(file.repairRow('issue', testId(9)))).toBe('row-beyond-repair');
  });

  test('in a row with a large text that is whole is put back, the large text kept', () => {
    const snapshot = 'x'.repeat(5000);
    const place = clientFilePlace([
      { op: 'insert', entity: 'issue', id: testId(9), fields: { engagement, number: '1.0', snapshot } },
    ]);
    tamper(place.path, `UPDATE issue SET number = '9.0'`);
    const file = place.open();
    taken(file.repairRow('issue', testId(9)));
    expect(file.row('issue', testId(9))?.number).toBe('1.0');
    expect(file.largeField('issue', testId(9), 'snapshot')).toBe(snapshot);
  });
});

test('a changed entry of the log breaks its chain', () => {
  const place = filled();
  tamper(place.path, `UPDATE _log SET label = 'Something else' WHERE revision = 17`);
  expect(place.open().check({ deep: true })).toEqual([
    { kind: 'history', entity: null, id: null, detail: 'entry 17', repairable: false },
  ]);
});

test('a reference to nothing is found', () => {
  const place = clientFilePlace([
    { op: 'insert', entity: 'liveCase', id: testId(30), fields: { engagement, decision } },
  ]);
  tamper(place.path, 'DELETE FROM decision');
  const kinds = place
    .open()
    .check({ deep: false })
    .map(({ kind }) => kind);
  expect(kinds).toEqual(['row-missing', 'reference']);
});

const indexDamages = [
  'UPDATE _search_data SET block = zeroblob(length(block)) WHERE id > 10',
  `UPDATE _search_data SET block = x'00' WHERE id = 10`,
  'DELETE FROM _search_data',
  'DELETE FROM _search_docsize',
  'DELETE FROM _place',
];

test.each(indexDamages)('a damaged search index keeps nobody out, and everything is found again: %s', (sql) => {
  const place = filled();
  tamper(place.path, sql);
  const file = place.open();
  stateDecision(file, place, 'searching goes on');
  file.check({ deep: true });
  expect(file.search('searching', 5)).toHaveLength(1);
  expect(file.search('warehouse', 5)).toMatchObject([{ entity: 'interview', field: 'title' }]);
  expect(file.check({ deep: true })).toEqual([]);
});

test('no flipped bit goes unnoticed: an error, a finding, or the same data', () => {
  const place = filled();
  const whole = place.open();
  const data = JSON.stringify(whole.load({ everything: true }));
  whole.close();
  const bytes = readFileSync(place.path);
  const path = join(place.folder, 'flipped.throughline');
  let seed = 20_260_105;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
  const silent: number[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const flipped = Buffer.from(bytes);
    const position = random(bytes.length);
    flipped[position] = (flipped[position] ?? 0) ^ (1 << random(8));
    writeFileSync(path, flipped);
    const opened = openClientFile(path, {}, counterPorts(join(place.folder, `app-${turn}`)));
    if (!opened.ok) continue;
    const same = JSON.stringify(opened.value.load({ everything: true })) === data;
    if (!same && opened.value.check({ deep: true }).length === 0) silent.push(position);
    opened.value.close();
  }
  expect({ seed: 20_260_105, silent }).toEqual({ seed: 20_260_105, silent: [] });
});

test('upkeep reports each finding of its round once', () => {
  const place = filled();
  tamper(place.path, `UPDATE client SET name = 'Other'`);
  const file = place.open();
  const found = Array.from({ length: 10 }, () => file.upkeep().findings).flat();
  expect(found).toMatchObject([{ kind: 'row-damaged', entity: 'client', id: start.client }]);
});
