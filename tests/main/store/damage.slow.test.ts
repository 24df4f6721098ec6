import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import { troubleOf } from '../../../src/main/store/trouble.ts';
import type { ClientFile, Finding } from '../../../src/main/store/types.ts';
import type { Change } from '../../../src/shared/model/change.ts';
import { clientFilePlace, codeOf, edit, type Place, stateDecision, taken, template } from '../../support/store/file.ts';
import { randomNumbers } from '../../support/store/kill.ts';
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

test('no damage of the disk goes unnoticed: an error, a finding, or the same data', () => {
  const seed = Date.now() % 2 ** 31;
  console.log(`seed of the damage test: ${seed}`);
  const next = randomNumbers(seed);
  const random = (below: number): number => Math.floor(next() * below);
  const place = filled();
  const dump = (file: ClientFile): string =>
    JSON.stringify([file.load({ everything: true }), file.history({ limit: 1000 }), file.info().rows]);
  const whole = place.open();
  const data = dump(whole);
  whole.close();
  const bytes = readFileSync(place.path);
  const pages = bytes.length / 4096;
  const page = (of: Buffer, number: number): Buffer => of.subarray(number * 4096, (number + 1) * 4096);
  // Every page has its turn, so that none of the kinds of page is left out.
  const damage = (turn: number): Buffer => {
    const damaged = Buffer.from(bytes);
    const at = (turn % pages) * 4096 + random(4096);
    if (turn % 8 === 0) return damaged.fill(0, at, Math.min(bytes.length, at + 1 + random(4096)));
    if (turn % 8 === 1) page(bytes, random(pages)).copy(damaged, (turn % pages) * 4096);
    else damaged[at] = (damaged[at] ?? 0) ^ (1 << random(8));
    return damaged;
  };
  const path = join(place.folder, 'damaged.throughline');
  const silent: number[] = [];
  for (let turn = 0; turn < Math.max(300, pages); turn += 1) {
    writeFileSync(path, damage(turn));
    const opened = openClientFile(path, {}, counterPorts(join(place.folder, `app-${turn}`)));
    if (!opened.ok) continue;
    const shown = whatItShows(() => dump(opened.value));
    if (shown !== null && shown !== data && opened.value.check({ deep: true }).length === 0) silent.push(turn);
    opened.value.close();
  }
  expect({ seed, silent }).toEqual({ seed, silent: [] });
});

// What a damaged page throws is an error that the caller hears of; any other throw is a mistake of ours.
function whatItShows(show: () => string): string | null {
  try {
    return show();
  } catch (error) {
    if (troubleOf(error, '') === null) throw error;
    return null;
  }
}

test('upkeep reports each finding of its round once', () => {
  const place = filled();
  tamper(place.path, `UPDATE client SET name = 'Other'`);
  const file = place.open();
  const found = Array.from({ length: 10 }, () => file.upkeep().findings).flat();
  expect(found).toMatchObject([{ kind: 'row-damaged', entity: 'client', id: start.client }]);
});

test.each([
  ['that is no JSON', `UPDATE _log SET changes = '{' || changes WHERE revision = 1`],
  ['that cannot be unpacked', `UPDATE _log SET changes = x'00ff00ff' WHERE revision = 202`],
  ['that is a number', 'UPDATE _log SET changes = 5987106 WHERE revision = 202'],
  ['that names a table that is none', `UPDATE _log SET changes = '[["i","nobody","x",0,{}]]' WHERE revision = 201`],
  ['of a moment that no calendar has', 'UPDATE _log SET at = 9000000000000000000 WHERE revision = 201'],
])('an entry of the log %s is found, and upkeep goes on around it', (_what, sql) => {
  const place = filled();
  tamper(place.path, sql, `UPDATE client SET name = 'Other'`, 'DELETE FROM stakeholder');
  const file = place.open();
  const found = Array.from({ length: 10 }, () => file.upkeep());
  expect(found.flatMap(({ problems }) => problems)).toEqual([]);
  expect(found.flatMap(({ findings }) => findings.map(({ entity }) => entity))).toEqual(['client', 'stakeholder']);
  expect(file.check({ deep: true }).map(({ kind }) => kind)).toContain('history');
  whatItShows(() => JSON.stringify([file.history({ limit: 1000 }), file.undo()]));
  expect(file.row('interview', interview)?.title).toBe('Warehouse');
});

describe('a file whose numbers lead nowhere', () => {
  /** What a process that goes through the whole file says of it, in good time. */
  function lookThrough(place: Place, appDir = place.ports.appDir): string {
    const script = join(import.meta.dirname, '../../support/store/look-through.ts');
    return execFileSync(process.execPath, [script, place.path, appDir], {
      encoding: 'utf8',
      timeout: 120_000,
    });
  }

  test('because its index has an id out of order is gone through once', () => {
    const place = filled();
    const bytes = readFileSync(place.path);
    // The last of its table: made smaller where it stands, it leads back to the first.
    const id = Buffer.from(testId(49, 'd'));
    const said: string[] = [];
    for (let at = bytes.indexOf(id); at !== -1; at = bytes.indexOf(id, at + 1)) {
      const damaged = Buffer.from(bytes);
      damaged.write('1', at + 24);
      writeFileSync(place.path, damaged);
      said.push(lookThrough(place, join(place.folder, `app-${at}`)));
    }
    expect(said.length).toBeGreaterThan(1);
    expect(said.filter((one) => one.includes('structure')).length).toBeGreaterThan(1);
  });

  test.each([
    [
      'a revision beyond all others',
      'UPDATE _log SET revision = 9007199254740000 WHERE revision = 202',
      'file-damaged',
    ],
    ['a row of a revision that never was', 'UPDATE interview SET _revision = 9007199254740000', ''],
    ['an undo that leads forwards', 'UPDATE _log SET undo_top = 202, step = 1 WHERE revision > 100', 'history'],
  ])('because of %s is gone through all the same', (_what, sql, says) => {
    const place = filled();
    tamper(place.path, sql);
    expect(lookThrough(place)).toBe(says);
  });
});
