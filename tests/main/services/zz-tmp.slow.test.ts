import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Core, openCore } from '../../../src/main/core.ts';
import { localConfig } from '../../../src/main/local-config.ts';
import { contract } from '../../../src/shared/api/contract.ts';
import { describeFailure, type Failure } from '../../../src/shared/api/errors.ts';
import { entities, entityNames } from '../../../src/shared/model/index.ts';
import { value } from '../../support/core.ts';

const resources = join(import.meta.dirname, '../../../resources');
const folder = mkdtempSync(join(tmpdir(), 'throughline-hostile-'));
const at = (name: string): string => join(folder, name);
const bugs: string[] = [];
let core: Core;
/** Values by the name of a parameter that a call takes seriously. */
let known: Readonly<Record<string, readonly unknown[]>>;

/** Every call that answers once, with how often it is tried: those that start a process cost a second when they are taken. */
const calls = Object.entries(contract).flatMap(([area, group]) =>
  Object.keys(group)
    .filter((name) => name !== 'watch')
    .map((name) => ({ call: `${area}.${name}`, area, name, tries: /^(?:documents|imports)$/u.test(area) ? 60 : 200 })),
);

beforeAll(async () => {
  const config = localConfig(at('app'));
  core = openCore({ ...config, onBug: (call, error) => void bugs.push(`${call}: ${String(error)}`) });
  const { file } = value(await core.client.files.create({ place: core.grant(at('A.throughline')), client: 'A' }));
  const raw = (name: string): string => core.grant(join(resources, 'sample', name));
  const { imports } = core.client;
  value(await imports.backlog({ file, place: raw('backlog.csv'), opId: core.newId() }));
  value(await imports.engagement({ file, place: raw('engagement.json'), opId: core.newId() }));
  const { data } = value(await core.client.changes.load({ file }));
  const row = data.priority[0]?.id ?? '';
  known = {
    file: [file, file, file, 'none'],
    place: [...hostileFiles(), ...goodFiles()].map((path) => core.grant(path)),
    opId: [core.newId(), ...data.limit.map((one) => one.id)],
    engagement: [data.engagement[0]?.id, row, undefined],
    id: [row, data.engagement[0]?.id, core.newId()],
    issue: [row, core.newId()],
    entity: entityNames,
    field: ['title', 'owner', 'startOn', 'constructor', '__proto__', 'rowid'],
    changes: [[{ op: 'delete', entity: 'stop', id: data.stop[0]?.id }], [{ op: 'delete', entity: 'client', id: row }]],
    today: ['2026-09-25', '9999-12-31', '0100-01-01', undefined],
    label: ['Edit', '\uD800', 'a\0b'],
    query: ['air', '"', 'NEAR(', '*', '\uD800', 'a\0b', "'; DROP TABLE client; --"],
    encoding: ['utf-8', 'no-such-encoding', 'utf-7', undefined],
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
  fc.constantFrom(-1, 0, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER, 1e999, null, [], {}),
);

/** A change of a row with hostile values under its own fields and others. */
const change = fc.record({
  op: fc.constantFrom('insert', 'update', 'delete', 'drop'),
  entity: fc.constantFrom(...entityNames),
  id: fc.oneof(fc.uuid(), hostile),
  fields: fc
    .constantFrom(...entityNames)
    .chain((name) => fc.dictionary(fc.constantFrom(...Object.keys(entities[name].fields), 'colour'), hostile)),
});

/** Payloads for a call: mostly the keys that it knows, with good, wrong and hostile values. */
function payloads(area: string, name: string): fc.Arbitrary<unknown> {
  const calls = contract[area as keyof typeof contract] as unknown as Record<string, unknown>;
  const { inputSchema } = (calls[name] as { '~orpc': { inputSchema: z.ZodObject } })['~orpc'];
  const fields = Object.keys(inputSchema.shape).map((key) => {
    const good = known[key] ?? [];
    const wild = key === 'changes' ? fc.array(change, { minLength: 1, maxLength: 3 }) : hostile;
    return [
      key,
      good.length === 0 ? wild : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...good) }, wild),
    ] as const;
  });
  const shaped = fc.record(Object.fromEntries(fields), { requiredKeys: fields.slice(0, 2).map(([key]) => key) });
  const more = fc.tuple(shaped, fc.string(), hostile).map(([base, key, extra]) => ({ ...base, [key]: extra }));
  return fc.oneof({ weight: 8, arbitrary: shaped }, { weight: 1, arbitrary: more }, { weight: 1, arbitrary: hostile });
}

describe('no input makes a call throw', () => {
  it.each(calls.filter(({ call }) => call !== 'files.close'))(
    '$call answers with a value or an expected failure',
    async ({ area, name, tries }) => {
      const tally: Record<string, number> = {};
      const client = core.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
      for (const payload of fc.sample(payloads(area, name), { numRuns: tries, seed: 7 })) {
        const reply = (await client[area]?.[name]?.(payload)) as { ok: boolean; error?: Failure };
        tally[reply.error?.code ?? 'ok'] = (tally[reply.error?.code ?? 'ok'] ?? 0) + 1;
        if (reply.error !== undefined) {
          expect(describeFailure(reply.error)).not.toMatch(/\{\w+\}|\?\./u);
          expect(reply.error.code).not.toBe('internal');
        }
      }
      appendFileSync('/tmp/work/aud/tally', [area, name, JSON.stringify(tally)].join(' ') + '\n');
      expect(bugs).toEqual([]);
    },
    300_000,
  );

  it('and the file is sound afterwards', async () => {
    const [file] = known['file'] as readonly string[];
    expect(value(await core.client.files.check({ file: file ?? '' }))).toEqual({ sound: true, findings: [] });
  });
});
