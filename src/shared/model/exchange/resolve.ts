/** Turns an exchange file into changes of a client file: local names become ids, references are looked up, kit ids are checked. */
import { type Failure, failure } from '../../api/errors.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Kit } from '../../method/kit.ts';
import { type Change, deleteRow } from '../change.ts';
import type { Field, Fields } from '../define.ts';
import { type ClientData, entities, type EntityName } from '../index.ts';
import { isUuid, nameRows, type Names, openNames, type Target } from './names.ts';
import { type Exchange, type ExchangeRow, listedEntities } from './schema.ts';

/** What an exchange file becomes: the changes, the place in the file that each comes from, and the engagement they belong to. */
export type ResolvedExchange = {
  readonly changes: readonly Change[];
  readonly places: readonly string[];
  readonly engagement: string;
};

/**
 * Resolves an exchange file against the file that it goes into.
 * A row that is there already, by id, label or key or because it says the same, is updated with the fields that it names; any
 * other row is inserted. So a file that comes twice has no second effect.
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
  const places: string[] = [];
  const add = (place: string, change: Change): void => void (changes.push(change), places.push(place));
  const replaces = isUntouched(existing);
  if (!replaces && isOtherClient(exchange.client, existing.client[0])) {
    const problem = 'this file belongs to another client';
    return fail(failure('exchange-invalid', { path: 'client', problem }));
  }
  const client = claim(exchange.client, existing.client.slice(0, 1), replaces, newId);
  const engagement = claim(exchange.engagement, existing.engagement, replaces, newId);
  const names = openNames();
  for (const { id } of existing.engagement) names.put('engagement', id, { id, exists: true });
  for (const id of [engagement.id, exchange.engagement?.id ?? engagement.id]) names.put('engagement', id, engagement);
  const named = nameRows(exchange, existing, { engagement: engagement.id, names, newId });
  if (!named.ok) return named;
  if (client.replaced !== null) add('client', deleteRow('client', client.replaced));
  if (engagement.replaced !== null) add('engagement', deleteRow('engagement', engagement.replaced));

  const resolve = (name: EntityName, row: ExchangeRow, target: Target, path: string): Failure | null => {
    const fields: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(row)) {
      if (key === 'id' || value === undefined) continue;
      const field = (entities[name].fields as Readonly<Record<string, Field>>)[key];
      if (field === undefined)
        return failure('exchange-invalid', { path: `${path}.${key}`, problem: 'there is no such field' });
      // A label is given once: a row that is there was found by it or has its own.
      if (field.kind === 'label' && target.exists) continue;
      const known = resolveValue(names, kit, field, value);
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
    const lacking = target.exists ? undefined : lackingField(entities[name].fields, fields);
    if (lacking !== undefined) {
      const problem = 'it must be given, as the row that is meant is not in the file yet';
      return failure('exchange-invalid', { path: `${path}.${lacking}`, problem });
    }
    add(path, { op: target.exists ? 'update' : 'insert', entity: name, id: target.id, fields });
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
      const target = named.value.get(name)?.[index];
      if (target === undefined) throw new Error('every row was given a target');
      const problem = resolve(name, row, target, `rows.${name}[${index}]`);
      if (problem !== null) return fail(problem);
    }
  }
  return ok({ changes, places, engagement: engagement.id });
}

/** The first field without which no row can be made and that was not given. */
function lackingField(fields: Fields, given: Readonly<Record<string, unknown>>): string | undefined {
  const lacks = ([name, field]: readonly [string, Field]): boolean =>
    given[name] === undefined && (field.kind === 'reference' || field.kind === 'kit') && field.initial === '';
  return Object.entries(fields).find(lacks)?.[0];
}

/** True while a file holds nothing but the rows that it was made with. */
function isUntouched(data: ClientData): boolean {
  return data.engagement.length <= 1 && listedEntities.every((name) => data[name].length === 0);
}

/** Another client than that of the file: its own id, and another name. One file holds one client. */
function isOtherClient(
  row: ExchangeRow | undefined,
  present: { readonly id: string; readonly name: string } | undefined,
) {
  if (row?.id === undefined || !isUuid(row.id) || present === undefined || row.id === present.id) return false;
  return typeof row['name'] === 'string' && row['name'] !== present.name;
}

/** The row that the exchange's client or engagement becomes, and the empty row that it takes the place of. */
function claim(
  row: ExchangeRow | undefined,
  existing: readonly { readonly id: string }[],
  replaces: boolean,
  newId: () => string,
): Target & { readonly replaced: string | null } {
  const wanted = row?.id !== undefined && isUuid(row.id) ? row.id : null;
  const latest = existing.at(-1)?.id;
  if (latest === undefined) return { id: wanted ?? newId(), exists: false, replaced: null };
  if (wanted === null) return { id: latest, exists: true, replaced: null };
  if (existing.some(({ id }) => id === wanted)) return { id: wanted, exists: true, replaced: null };
  return { id: wanted, exists: false, replaced: replaces ? latest : null };
}

/** The value as it is stored; undefined where it names something that nobody has. */
function resolveValue(names: Names, kit: Kit, field: Field, value: unknown): unknown {
  if (value === null || typeof value !== 'string') return value;
  if (field.kind === 'reference' && field.target !== null) return names.find(field.target as EntityName, value)?.id;
  if (field.kind === 'kit' && field.kitList !== null) return kit.ids[field.kitList].has(value) ? value : undefined;
  return value;
}
