import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Core, openCore } from '../../../src/main/core.ts';
import { localConfig } from '../../../src/main/local-config.ts';
import { contract } from '../../../src/shared/api/contract.ts';
import { describeFailure, type Failure } from '../../../src/shared/api/errors.ts';
import type { Field, Fields } from '../../../src/shared/model/define.ts';
import { entities, entityNames } from '../../../src/shared/model/index.ts';
import { fileKinds } from '../../../src/shared/api/desk.ts';
import { deskPort, showingOf, value } from '../../support/core.ts';
import { defaultKit } from '../../support/kit.ts';

const resources = join(import.meta.dirname, '../../../resources');
const folder = mkdtempSync(join(tmpdir(), 'throughline-hostile-'));
const at = (name: string): string => join(folder, name);
const bugs: string[] = [];
let core: Core;
/** Values by the name of a parameter that a call takes seriously. */
let known: Readonly<Record<string, readonly unknown[]>>;
/** Ids of the rows of each entity. */
let ids: ReadonlyMap<string, readonly string[]>;

/** How often a call is tried: those that start a process or lay out pages take seconds each time. */
function triesOf(call: string): number {
  if (call.startsWith('documents.')) return 1;
  if (/^(?:imports\.|files\.|home\.(?:sample|open|restore|found)|exports\.map)/u.test(call)) return 5;
  return call.startsWith('changes.') || call.startsWith('desk.') ? 40 : 15;
}

/** Every call that answers once. */
const calls = Object.entries(contract).flatMap(([area, group]) =>
  Object.keys(group)
    .filter((name) => !['watch', 'asks', 'close'].includes(name))
    .map((name) => ({ call: `${area}.${name}`, area, name, tries: triesOf(`${area}.${name}`) })),
);

beforeAll(async () => {
  const config = localConfig(at('app'));
  const desk = deskPort({ roots: () => [folder] });
  core = openCore({ ...config, desk, onBug: (call, error) => void bugs.push(`${call}: ${String(error)}`) });
  const { file, info } = value(await core.client.files.create({ place: core.grant(at('A.throughline')), client: 'A' }));
  value(await core.client.desk.show({ showing: showingOf(file) }));
  const raw = (name: string): string => core.grant(join(resources, 'sample', name));
  const { imports } = core.client;
  value(await imports.backlog({ file, place: raw('backlog.csv'), opId: core.newId() }));
  value(await imports.engagement({ file, place: raw('engagement.json'), opId: core.newId() }));
  const { data } = value(await core.client.changes.load({ file }));
  ids = new Map(entityNames.map((name) => [name, data[name].map((row) => row.id)]));
  const priority = data.priority[0]?.id ?? '';
  known = {
    file: [file],
    place: [...hostileFiles(), ...goodFiles()].map((path) => core.grant(path)),
    opId: Array.from({ length: 1000 }, () => core.newId()),
    step: [core.newId()],
    engagement: [data.engagement[0]?.id],
    id: [...ids.values()].flat(),
    'home.id': [info.fileId, 'nobody', '../../etc'],
    issue: [priority],
    entity: entityNames,
    field: ['title', 'owner', 'startOn', 'constructor', '__proto__', 'rowid'],
    today: ['2026-09-25', '9999-12-31', '0100-01-01'],
    label: ['Edit', '\u202e', 'x'.repeat(200)],
    query: ['air', '"', 'NEAR(', '*', '\uD800', 'a\0b', "'; DROP TABLE client; --", 'a AND NOT'],
    encoding: ['utf-8', 'windows-1252', 'no-such-encoding', 'utf-7', 'x'.repeat(40)],
    client: ['A', '\u202eA\u0301', 'a\nb'],
    title: ['', 'a\tb', '\uD800'],
    backup: [0, 1, -1, 999],
    how: ['fromLog', 'asItIs'],
    limit: [1, 50, 200],
    before: [1, 5, -1, Number.MAX_SAFE_INTEGER],
    kind: ['strategy', 'other'],
    decisionsFrom: [1, 2, 6],
    delimiter: [',', ';', '\t', '|'],
    exportedOn: ['2026-09-04', '9999-12-31'],
    format: ['xlsx', 'csv'],
    strength: ['weak', 'fair', 'strong'],
    items: [[], ['AIR-101', '\uD800', '']],
    pages: [{ count: 1, source: 'read' }],
    paper: ['A4', 'Letter'],
    density: ['open', 'normal', 'tight'],
    work: ['w', '__proto__'],
    reading: readings,
    folder: [folder, at('folder'), at('missing'), '/'].map((path) => core.grant(path)),
    mode: ['open', 'save'],
    'desk.kind': fileKinds,
    name: ['A', 'A.throughline', '../x', 'nul', '\u202e', '\uD800', 'x'.repeat(200)],
    piece: ['', 'AAAA', 'no base64', 'A'.repeat(100_000)],
    showing: [showingOf(file), showingOf(file, '__proto__'), showingOf('nobody')],
    'desk.items': [[], [{ id: 'a', menu: 'File', says: '\uD800', enabled: true }]],
    pinned: [true, false],
    unsaved: [0, -1],
    'preferences.changes': [{}, { zoom: 80 }, { theme: 'dark', person: '\u202e\uD800' }],
  };
});

afterAll(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Copies, as calls that write may choose them too. */
function goodFiles(): string[] {
  return ['sample/backlog.csv', 'sample/strategy.docx', 'kit/throughline-default.yaml'].map((path) => {
    const copy = at(basename(path));
    copyFileSync(join(resources, path), copy);
    return copy;
  });
}

/** Files that nobody should choose, some of which cannot be read at all. */
function hostileFiles(): string[] {
  const made = ['empty', 'nul.csv', 'lone.json', 'deep.json', 'alias.yaml', 'bomb.yaml', 'zip.docx', 'bom.csv'].map(at);
  const bomb = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(',')}]`);
  const contents = [
    '',
    'a\0b,c\n1,2',
    '{"format":"throughline-engagement","version":1,"client":{"name":"\\ud800"}}',
    '['.repeat(50_000),
    'id: *nobody',
    ['a0: &a0 x', ...bomb].join('\n'),
    Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xff, 0xff, 0xff]),
    '\uFEFFkey;title\n"',
  ];
  made.forEach((path, n) => writeFileSync(path, contents[n] ?? ''));
  mkdirSync(at('folder'));
  symlinkSync(at('loop'), at('loop'));
  // No devices: a test that is wrong about what is written must not be able to replace one.
  return [...made, ...['folder', 'loop', 'missing', 'nowhere/x', 'A.throughline'].map(at), '/proc/self/mem', '/'];
}

/** Any value, and those that break programs. */
const hostile = fc.oneof(
  fc.anything({ maxDepth: 2, withNullPrototype: true, withBigInt: true, withDate: true }),
  fc.constantFrom('', '\uD800', 'a\0b', '../../etc/passwd', 'x'.repeat(100_000), '__proto__', '2026-02-30'),
  fc.constantFrom(-1, 0, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY, null, [], {}),
);

/** Ways of reading a table that fit no file. */
const readings = [
  { dialect: { encoding: 'utf-8', delimiter: ',', headerLine: 1, quotes: 'strict' }, tracker: 'jira', mapping: {} },
  {
    dialect: { encoding: 'none', delimiter: '|', headerLine: 1e9, quotes: 'none' },
    tracker: 'generic',
    mapping: { title: [499], key: [0, 0], createdOn: [1] },
    statuses: { '': 'done', constructor: 'todo' },
    dateOrder: 'dmy',
  },
];

const texts = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  '👩🏽‍🚒',
  '𝒳',
  '{n}',
  '__proto__',
  'x'.repeat(500),
  'שלום 株式会社',
  '=1+1',
  '<b>&',
  'A',
];
const numbers = [0, -0, -1, 1, 1e-300, 1e308, -1e308, 0.1, 5, 100, Number.MAX_SAFE_INTEGER];
const days = ['2026-09-25', '0100-01-01', '9999-12-31', '2026-02-30', null];

/** A value for a field: nearly always one that fits, as far as it can be from what one expects there. */
function fieldValue(field: Field): fc.Arbitrary<unknown> {
  const candidates = [
    ...(field.kitList === null ? [] : defaultKit().ids[field.kitList]),
    ...Object.keys(field.options ?? {}),
    ...(ids.get(field.target ?? '') ?? []),
    ...texts,
    ...numbers,
    ...days,
    null,
    true,
    false,
    [],
    ['=1', ''],
  ];
  const fitting = candidates.filter((each) => field.schema.safeParse(each).success);
  return fc.oneof({ weight: 200, arbitrary: fc.constantFrom(...fitting, field.initial) }, hostile);
}

/** A change of one row, nearly always one that is there. */
function change(): fc.Arbitrary<unknown> {
  return fc.constantFrom(...entityNames).chain((entity) => {
    const fields = Object.entries(entities[entity].fields as Fields).filter(([, field]) => field.kind !== 'label');
    const values = Object.fromEntries(fields.map(([name, field]) => [name, fieldValue(field)]));
    const there = ids.get(entity) ?? [];
    const insert = fc.record({
      op: fc.constant('insert'),
      entity: fc.constant(entity),
      id: fc.uuid(),
      fields: fc.record(values),
    });
    const update = fc.record({
      op: fc.constant('update'),
      entity: fc.constant(entity),
      id: fc.constantFrom(...there, core.newId()),
      fields: fc.record(values, { requiredKeys: [] }),
    });
    const odd = fc.record({ op: fc.constantFrom('delete', 'drop'), entity: fc.constant(entity), id: fc.uuid() });
    return fc.oneof({ weight: 3, arbitrary: insert }, { weight: there.length === 0 ? 1 : 9, arbitrary: update }, odd);
  });
}

/** Payloads for a call: mostly the keys that it knows, with good, wrong and hostile values. */
function payloads(area: string, name: string): fc.Arbitrary<unknown> {
  const group = contract[area as keyof typeof contract] as unknown as Record<string, unknown>;
  const { inputSchema } = (group[name] as { '~orpc': { inputSchema: { shape: Readonly<Record<string, z.ZodType>> } } })[
    '~orpc'
  ];
  const keys = Object.keys(inputSchema.shape);
  const fields = keys.map((key) => {
    const good =
      `${area}.${key}` === 'changes.changes'
        ? fc.array(change(), { minLength: 1, maxLength: 2 })
        : fc.constantFrom(...(known[`${area}.${key}`] ?? known[key] ?? [true]));
    return [key, fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: hostile })] as const;
  });
  const optional = keys.filter((key) => inputSchema.shape[key]?.safeParse(undefined).success === true);
  const requiredKeys = keys.filter((key) => !optional.includes(key));
  const shaped = fc.record(Object.fromEntries(fields), { requiredKeys });
  const more = fc.tuple(shaped, fc.string(), hostile).map(([base, key, extra]) => ({ ...base, [key]: extra }));
  return fc.oneof({ weight: 18, arbitrary: shaped }, { weight: 1, arbitrary: more }, { weight: 1, arbitrary: hostile });
}

const noFailure = { code: 'none', says: 'nothing' };

/** What a call answers; a failure says its sentence whole and is none that a throw became. */
async function answer(area: string, name: string, payload: unknown): Promise<boolean> {
  const client = core.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const reply = (await client[area]?.[name]?.(payload)) as { ok: boolean; error?: Failure };
  const { code, says } = reply.error === undefined ? noFailure : { ...reply.error, says: describeFailure(reply.error) };
  expect(says).not.toBe('');
  expect(code, bugs.join('\n')).not.toBe('internal');
  return reply.ok;
}

describe('no input makes a call throw', () => {
  it.each(calls)('$call answers with a value or an expected failure', async ({ area, name, tries }) => {
    for (const payload of fc.sample(payloads(area, name), { numRuns: tries, seed: 7 }))
      await answer(area, name, payload);
    expect(bugs).toEqual([]);
  });

  it('every figure can be computed after edits of any kind', async () => {
    const [file] = known['file'] as readonly string[];
    const batches = fc.sample(fc.array(change(), { minLength: 1, maxLength: 2 }), { numRuns: 120, seed: 7 });
    let taken = 0;
    for (const changes of batches) {
      if (!(await answer('changes', 'apply', { file, opId: core.newId(), label: 'Edit', changes }))) continue;
      taken += 1;
      for (const name of ['analyse', 'background']) await answer('analysis', name, { file });
    }
    await answer('suggestions', 'list', { file });
    expect(bugs).toEqual([]);
    expect(taken).toBeGreaterThan(10);
  });

  it('and the file is sound afterwards', async () => {
    const [file] = known['file'] as readonly string[];
    expect(value(await core.client.files.check({ file: file ?? '' }))).toEqual({ sound: true, findings: [] });
  });
});
