import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { insertRow } from '../../../src/shared/model/change.ts';
import { value, workplace } from '../../support/core.ts';
import { makeXlsx } from '../../support/jobs/xlsx-maker.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/import');

/** A core with a new client file in it, and ways to write an export and to take it in. */
async function openNew() {
  const place = workplace();
  const core = place.core();
  const { client } = core;
  const created = value(await client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }));
  const { file } = created;
  const grant = (content: string | Uint8Array, name: string): string => {
    writeFileSync(place.path(name), content);
    return core.grant(place.path(name));
  };
  const inspect = async (at: string) => value(await client.imports.inspectBacklog({ place: at, file }));
  return {
    core,
    file,
    grant,
    inspect,
    data: async () => value(await client.changes.load({ file })).data,
    revision: async () => value(await client.files.info({ file })).revision,
    take: (content: string | Uint8Array, name = 'backlog.csv') =>
      client.imports.backlog({ file, place: grant(content, name), opId: core.newId(), author: 'Ines' }),
    preview: async (content: string, name = 'backlog.csv') => {
      const at = grant(content, name);
      const { dialect, tracker, mapping } = await inspect(at);
      return value(await client.imports.previewBacklog({ file, place: at, reading: { dialect, tracker, mapping } }));
    },
  };
}

const head = 'Key,Title,Status,Team,Effort\n';
const first = `${head}A,One,Open,Sales,1\nB,Two,Open,Sales,2\nC,Three,Done,Sales,3\nD,Four,Open,Sales,4\nE,Five,Open,Sales,5\n`;
const later = `${head}A,One,Open,Sales,1\nB,Two,Done,Sales,2\nC,Three,Open,Sales,3\nD,Four and more,Open,Sales,4\nF,Six,Open,Sales,6\n`;

describe('a later export', () => {
  it('shows what is new, closed, reopened, changed and gone before anything is written, and is kept as a comparison', async () => {
    const { take, preview, revision, data } = await openNew();
    value(await take(first));
    const before = await revision();
    const { change } = await preview(later, 'later.csv');
    expect(change).toMatchObject({
      same: false,
      counts: { added: 1, closed: 1, reopened: 1, changed: 1, gone: 1, unchanged: 1 },
      added: [{ key: 'F' }],
      closed: [{ key: 'B' }],
      reopened: [{ key: 'C' }],
      changed: [{ key: 'D', fields: [{ field: 'Title', before: 'Four', after: 'Four and more' }] }],
      gone: [{ key: 'E' }],
    });
    expect(await revision()).toBe(before);
    const done = value(await take(later, 'later.csv'));
    expect(done).toMatchObject({ items: 1, closed: 1, reopened: 1, changed: 1, gone: 1 });
    expect((await data()).comparison).toMatchObject([
      { author: 'Ines', source: done.source, added: 1, closed: 1, reopened: 1, changed: 1, gone: 1, finding: '' },
    ]);
  });

  it('taken in twice changes nothing', async () => {
    const { take, preview, revision } = await openNew();
    value(await take(first));
    value(await take(later));
    const before = await revision();
    expect((await preview(later)).change).toMatchObject({ same: true });
    expect(value(await take(later, 'renamed.csv'))).toMatchObject({ items: 0, changed: 0, gone: 0, revision: before });
    expect(await revision()).toBe(before);
  });

  it('says nothing about a column that it does not have', async () => {
    const { take, data } = await openNew();
    value(await take(first));
    value(await take('Key,Title,Status\nA,One,Open\nB,Two,Open\nC,Three,Done\nD,Four,Open\nE,Five,Open\n', 'less.csv'));
    expect((await data()).backlogItem.map(({ key, effort }) => [key, effort])).toContainEqual(['A', 1]);
  });

  it('of another tracker is a backlog of its own, and items written by hand never go', async () => {
    const { core, file, take, data } = await openNew();
    value(await take(first));
    const { engagement } = (await data()).source[0] ?? { engagement: '' };
    const source = core.newId();
    const changes = [
      insertRow('source', source, { engagement, kind: 'backlog', title: 'By hand', format: 'by-hand' }),
      insertRow('backlogItem', core.newId(), { engagement, source, title: 'By hand' }),
      insertRow('backlogItem', core.newId(), { engagement, source, key: 'A', title: 'Also in the tracker' }),
    ];
    value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Add', changes }));
    value(await take(readFileSync(join(fixtures, 'youtrack.csv')), 'youtrack.csv'));
    value(await take(later, 'later.csv'));
    const rows = await data();
    expect(rows.source.map(({ format }) => format).toSorted()).toEqual(['by-hand', 'generic', 'youtrack']);
    expect(rows.backlogItem.filter(({ goneOn }) => goneOn !== null).map(({ key }) => key)).toEqual(['E']);
    expect(rows.backlogItem.filter((item) => item.source === source)).toHaveLength(2);
  });
});

it('how the last export of a tracker was read is remembered and applied to the next', async () => {
  const { core, file, grant, inspect, take, data } = await openNew();
  const odd = (title: string): string =>
    `Ref;What;Where;Words;Team\n1;x;Parked;${title};Ops crew\n2;y;Open;Other;Ops crew\n`;
  const at = grant(odd('Real title'), 'odd.csv');
  const seen = await inspect(at);
  expect(seen.remembered).toBeNull();
  const reading = {
    dialect: seen.dialect,
    tracker: seen.tracker,
    mapping: { key: [0], title: [3], status: [2], functionText: [4] },
    statuses: { Parked: 'dropped' as const },
  };
  const functions = { 'Ops crew': 'operations' };
  value(await core.client.imports.backlog({ file, place: at, reading, functions, opId: core.newId() }));
  const again = await inspect(grant(odd('Another title'), 'odd.csv'));
  expect(again.remembered).toMatchObject({ mapping: reading.mapping, statuses: reading.statuses, functions });
  value(await take(odd('Another title'), 'odd.csv'));
  expect((await data()).backlogItem.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toMatchObject([
    { key: '1', title: 'Another title', status: 'dropped', function: 'operations' },
    { key: '2', title: 'Other', status: 'todo', function: 'operations' },
  ]);
});

it('what is refused leaves the file as it was', async () => {
  const { take, revision, data } = await openNew();
  const before = { revision: await revision(), data: JSON.stringify(await data()) };
  const formula = { xml: '<c><f>A1</f></c>' };
  const contents: readonly (readonly [content: string | Uint8Array, code: string])[] = [
    ['Date,Task,Hours,First Name\n2026-01-05,Design,3.5,Ann\n2026-01-06,Design,4,Ann\n', 'import-not-backlog'],
    [
      makeXlsx([
        {
          name: 'P',
          rows: [
            ['Title', 'Status'],
            [formula, 'Open'],
            [formula, 'Open'],
          ],
        },
      ]),
      'import-formulas',
    ],
    ['[{"title":"a","state":"open"}', 'import-json'],
    [Buffer.from('89504e470d0a1a0a0000', 'hex'), 'import-format'],
  ];
  for (const [content, code] of contents) expect(await take(content)).toMatchObject({ ok: false, error: { code } });
  expect({ revision: await revision(), data: JSON.stringify(await data()) }).toEqual(before);
});
