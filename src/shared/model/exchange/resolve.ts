/** Turns an exchange file into changes of a client file: local names become ids, references are looked up, kit ids are checked. */
import { type Failure, failure } from '../../api/errors.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Kit } from '../../method/kit.ts';
import { type Change, deleteRow } from '../change.ts';
import type { Field } from '../define.ts';
import { type ClientData, entities, type EntityName } from '../index.ts';
import { type Exchange, type ExchangeRow, listedEntities } from './schema.ts';

/** What an exchange file becomes: the changes, and the engagement that they belong to. */
export type ResolvedExchange = { readonly changes: readonly Change[]; readonly engagement: string };

type Target = { readonly id: string; readonly exists: boolean };
type Names = Map<EntityName, Map<string, Target>>;
type PlainRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/**
 * Resolves an exchange file against the file that it goes into.
 * A row whose id, label or key is there already is updated with the fields that it names; any other row is inserted.
 * Into a file without content the exchange's client and engagement take the place of the empty ones, ids included, so that
 * export, import and export again give the same bytes. Failures name the path in the exchange file; nothing is changed by them.
 */
export function resolveExchange(
  exchange: Exchange,
  existing: ClientData,
  kit: Kit,
  newId: () => string,
): Result<ResolvedExchange, Failure> {
  const changes: Change[] = [];
  const replaces = isUntouched(existing);
  const client = claim(exchange.client, existing.client[0]?.id ?? null, replaces, newId);
  const engagement = claim(exchange.engagement, existing.engagement.at(-1)?.id ?? null, replaces, newId);
  const names = collectNames(exchange, existing, engagement.id, newId);
  if ('error' in names) return fail(names.error);
  put(names.value, 'client', client.id, client);
  put(names.value, 'engagement', engagement.id, engagement);
  if (exchange.engagement?.id !== undefined) put(names.value, 'engagement', exchange.engagement.id, engagement);
  for (const gone of [
    ...client.replaced.map((id) => ['client', id]),
    ...engagement.replaced.map((id) => ['engagement', id]),
  ] as const) {
    changes.push(deleteRow(gone[0] as EntityName, gone[1] as string));
  }

  const resolve = (name: EntityName, row: ExchangeRow, target: Target, path: string): Failure | null => {
    const fields: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(row)) {
      if (key === 'id' || value === undefined) continue;
      const field = (entities[name].fields as Readonly<Record<string, Field>>)[key];
      if (field === undefined)
        return failure('exchange-invalid', { path: `${path}.${key}`, problem: 'there is no such field' });
      // A label is given once: a row that is there was found by it or has its own.
      if (field.kind === 'label' && target.exists) continue;
      const known = resolveValue(names.value, kit, field, value);
      if (known === undefined) {
        return failure('exchange-unknown-reference', {
          path: `${path}.${key}`,
          value: typeof value === 'string' ? value : JSON.stringify(value),
          what: field.target ?? field.kitList ?? '',
        });
      }
      fields[key] = known;
    }
    if ('engagement' in entities[name].fields && !target.exists) fields['engagement'] = engagement.id;
    changes.push({ op: target.exists ? 'update' : 'insert', entity: name, id: target.id, fields });
    return null;
  };

  const single: readonly [EntityName, ExchangeRow | undefined, Target][] = [
    ['client', exchange.client, client],
    ['engagement', exchange.engagement, engagement],
  ];
  for (const [name, row, target] of single) {
    const problem = row === undefined ? null : resolve(name, row, target, name);
    if (problem !== null) return fail(problem);
  }
  for (const name of listedEntities) {
    for (const [index, row] of (exchange.rows?.[name] ?? []).entries()) {
      const target = targetOf(names.value, name, index);
      if (target === undefined) throw new Error('every row was given a target');
      const problem = resolve(name, row, target, `rows.${name}[${index}]`);
      if (problem !== null) return fail(problem);
    }
  }
  return ok({ changes, engagement: engagement.id });
}

/** True while a file holds nothing but the rows that it was made with. */
function isUntouched(data: ClientData): boolean {
  return data.engagement.length <= 1 && listedEntities.every((name) => data[name].length === 0);
}

/** The row that the exchange's client or engagement becomes, and the empty row that it takes the place of. */
function claim(row: ExchangeRow | undefined, present: string | null, replaces: boolean, newId: () => string) {
  const wanted = row?.id !== undefined && isUuid(row.id) ? row.id : null;
  if (present === null) return { id: wanted ?? newId(), exists: false, replaced: [] as string[] };
  if (wanted === null || wanted === present) return { id: present, exists: true, replaced: [] as string[] };
  return { id: wanted, exists: false, replaced: replaces ? [present] : ([] as string[]) };
}

/** Every name under which a row can be referred to: of this file's rows first, then labels and keys of rows that are there already. */
function collectNames(
  exchange: Exchange,
  existing: ClientData,
  engagement: string,
  newId: () => string,
): Result<Names, Failure> {
  const names: Names = new Map();
  for (const name of listedEntities) {
    for (const row of existing[name] as unknown as readonly PlainRow[]) {
      put(names, name, row.id, { id: row.id, exists: true });
      if (row['engagement'] !== engagement) continue;
      const alias = aliasOf(name, row);
      if (alias !== undefined) put(names, name, alias, { id: row.id, exists: true });
    }
  }
  for (const name of listedEntities) {
    const own = new Set<string>();
    for (const [index, row] of (exchange.rows?.[name] ?? []).entries()) {
      const path = `rows.${name}[${index}]`;
      if (row.id !== undefined && own.has(row.id))
        return fail(failure('exchange-invalid', { path: `${path}.id`, problem: 'this id stands twice' }));
      if (row.id !== undefined) own.add(row.id);
      const alias = aliasOf(name, row);
      const there = find(names, name, row.id) ?? find(names, name, alias);
      const target = there ?? { id: row.id !== undefined && isUuid(row.id) ? row.id : newId(), exists: false };
      put(names, name, slot(index), target);
      for (const known of [row.id, alias]) if (known !== undefined) put(names, name, known, target);
    }
  }
  return ok(names);
}

function targetOf(names: Names, name: EntityName, index: number): Target | undefined {
  return find(names, name, slot(index));
}

/** A row without an id is remembered by its place; no id can look like that. */
function slot(index: number): string {
  return `\u0001${index}`;
}

function aliasOf(name: EntityName, row: Readonly<Record<string, unknown>>): string | undefined {
  const alias = row[aliases[name] ?? 'label'];
  return typeof alias === 'string' && alias !== '' ? alias : undefined;
}

/** Fields by which people know a row; where none is named here, its label if it has one. */
const aliases: Partial<Record<EntityName, string>> = { backlogItem: 'key', source: 'fileName' };

/** The value as it is stored; undefined where it names something that nobody has. */
function resolveValue(names: Names, kit: Kit, field: Field, value: unknown): unknown {
  if (value === null || typeof value !== 'string') return value;
  if (field.kind === 'reference' && field.target !== null) return find(names, field.target as EntityName, value)?.id;
  if (field.kind === 'kit' && field.kitList !== null) return kit.ids[field.kitList].has(value) ? value : undefined;
  return value;
}

function find(names: Names, name: EntityName, key: string | undefined): Target | undefined {
  return key === undefined ? undefined : names.get(name)?.get(key);
}

function put(names: Names, name: EntityName, key: string, target: Target): void {
  const known = names.get(name) ?? new Map<string, Target>();
  known.set(key, target);
  names.set(name, known);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
}
