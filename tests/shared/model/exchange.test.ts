import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type ClientData, emptyData, entities, type EntityName } from '../../../src/shared/model/index.ts';
import type { Fields } from '../../../src/shared/model/define.ts';
import type { Change } from '../../../src/shared/model/change.ts';
import { composeExchange, serialiseExchange } from '../../../src/shared/model/exchange/compose.ts';
import { resolveExchange } from '../../../src/shared/model/exchange/resolve.ts';
import { exchangeJsonSchema, exchangeSchema } from '../../../src/shared/model/exchange/schema.ts';
import { defaultKit } from '../../support/kit.ts';
import { Rows } from '../../support/rows.ts';

const kit = defaultKit();
const published = join(import.meta.dirname, '../../../resources/schema/engagement.schema.json');
const head = { format: 'throughline-engagement', version: 1 } as const;

/** A maker of ids that counts. */
function counter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `11111111-0000-7000-8000-${String(count).padStart(12, '0')}`;
  };
}

/** A file as `new` makes it: one client, one engagement, nothing else. */
function newFile(): ClientData {
  return new Rows().data;
}

/** Applies changes to plain data, as the store does. */
function applied(data: ClientData, changes: readonly Change[]): ClientData {
  const next = Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, [...rows]])) as unknown as Record<
    EntityName,
    { id: string }[]
  >;
  for (const change of changes) {
    const rows = next[change.entity];
    if (change.op === 'delete') next[change.entity] = rows.filter((row) => row.id !== change.id);
    else if (change.op === 'update') Object.assign(rows.find((row) => row.id === change.id) ?? {}, change.fields);
    else {
      const initial = Object.entries(entities[change.entity].fields as Fields).map(([key, field]) => [
        key,
        field.initial,
      ]);
      rows.push({ ...(Object.fromEntries(initial) as object), id: change.id, ...change.fields });
    }
  }
  return next as unknown as ClientData;
}

function resolve(exchange: unknown, data: ClientData) {
  const parsed = exchangeSchema.parse(exchange);
  return resolveExchange(parsed, data, kit, counter());
}

describe('the exchange file', () => {
  it('is described by the published JSON Schema, which is generated from the model', () => {
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(exchangeJsonSchema())));
  });

  it('accepts what is exported by its own published schema', () => {
    const rows = new Rows({ title: 'Licences to outcomes' });
    const decision = rows.add('decision', { label: 'D1', title: 'Sell outcomes' });
    rows.add('priority', { label: 'P1', decision: decision.id, title: 'Train four engineers' });
    const validate = new Ajv2020({ strict: false, formats: { uuid: true, 'date-time': true, base64: true } }).compile(
      JSON.parse(readFileSync(published, 'utf8')) as object,
    );
    expect(validate(composeExchange(rows.data, kit)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is the same to the byte after export, import into a new file, and export', () => {
    const rows = new Rows({ title: 'Licences to outcomes', sponsorGuess: 7 });
    const person = rows.add('stakeholder', { name: 'Ada', level: 'manager', function: 'sales' });
    const decision = rows.add('decision', { label: 'D1', title: 'Sell outcomes', standing: 'in-scope' });
    const priority = rows.add('priority', { label: 'P1', decision: decision.id, owner: person.id });
    rows.add('criterion', { priority: priority.id, metric: 'Share', baseline: 0, target: 0.5 });
    const first = serialiseExchange(composeExchange(rows.data, kit));
    const into = newFile();
    const resolved = resolve(JSON.parse(first), into);
    if (!resolved.ok) throw new Error(resolved.error.code);
    expect(serialiseExchange(composeExchange(applied(into, resolved.value.changes), kit))).toBe(first);
  });

  it('lets rows refer to each other by names that only this file knows', () => {
    const resolved = resolve(
      {
        ...head,
        rows: { stakeholder: [{ id: 'ada', name: 'Ada' }], limit: [{ text: 'No new posts', toldBy: 'ada' }] },
      },
      newFile(),
    );
    if (!resolved.ok) throw new Error(resolved.error.code);
    const [person, limit] = resolved.value.changes;
    expect(limit).toMatchObject({ op: 'insert', entity: 'limit', fields: { toldBy: person?.id } });
  });

  it('brings rows up to date that the file knows by label or by key', () => {
    const rows = new Rows();
    const decision = rows.add('decision', { label: 'D1', title: 'Sell outcomes' });
    const source = rows.add('source', { kind: 'backlog' });
    const item = rows.add('backlogItem', { source: source.id, key: 'AB-1', title: 'Old' });
    const resolved = resolve(
      {
        ...head,
        rows: {
          decision: [{ label: 'D1', firstMove: 'Ring twelve sites' }],
          backlogItem: [{ key: 'AB-1', keepsLightsOn: true }],
          priority: [{ label: 'P1', decision: 'D1', title: 'Pay on outcomes' }],
        },
      },
      rows.data,
    );
    if (!resolved.ok) throw new Error(resolved.error.code);
    const ops = resolved.value.changes.map(({ op, entity, id }) => ({ op, entity, id }));
    expect(ops).toContainEqual({ op: 'update', entity: 'decision', id: decision.id });
    expect(ops).toContainEqual({ op: 'update', entity: 'backlogItem', id: item.id });
    const priority = resolved.value.changes.find((change) => change.entity === 'priority');
    expect(priority).toMatchObject({ op: 'insert', fields: { decision: decision.id } });
  });

  it.each([
    ['an unknown field', { ...head, rows: { decision: [{ titel: 'x' }] } }, ['rows', 'decision', 0]],
    ['an unknown entity', { ...head, rows: { decisions: [] } }, ['rows']],
    ['a wrong type', { ...head, rows: { rating: [{ indicator: 'x', value: '3' }] } }, ['rows', 'rating', 0, 'value']],
    ['a day that does not exist', { ...head, engagement: { startOn: '2026-02-30' } }, ['engagement', 'startOn']],
    ['another format', { format: 'something', version: 1 }, ['format']],
  ])('refuses %s with its path', (_, exchange, path) => {
    const parsed = exchangeSchema.safeParse(exchange);
    expect(parsed.error?.issues[0]?.path).toEqual(path);
  });

  it.each([
    ['a reference to nothing', { stop: [{ decision: 'D9', what: 'x' }] }, 'rows.stop[0].decision'],
    [
      'an id that the kit does not have',
      { rating: [{ indicator: 'board-grade-strategy/none' }] },
      'rows.rating[0].indicator',
    ],
  ])('refuses %s with its path', (_, rows, path) => {
    const resolved = resolve({ ...head, rows }, newFile());
    expect(resolved).toMatchObject({ ok: false, error: { code: 'exchange-unknown-reference', params: { path } } });
  });

  it('refuses an id that stands twice', () => {
    const resolved = resolve({ ...head, rows: { limit: [{ id: 'a' }, { id: 'a' }] } }, emptyData());
    expect(resolved).toMatchObject({ ok: false, error: { params: { path: 'rows.limit[1].id' } } });
  });
});
