/** Who is who: which row of a client file each row of an exchange file stands for, and the names by which rows refer to it. */
import { type Failure, failure } from '../../api/errors.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { type ClientData, entities, type EntityName } from '../index.ts';
import { contentFinder, type PlainRow } from './same-content.ts';
import { type Exchange, type ExchangeRow, listedEntities } from './schema.ts';

/** The row that one of the exchange stands for; one that does not exist is about to be made. */
export type Target = { readonly id: string; readonly exists: boolean };

/** Rows by entity and name: an id, a name local to the exchange, a label, or the key of an item. */
export type Names = {
  find(entity: EntityName, name: string): Target | undefined;
  put(entity: EntityName, name: string, target: Target): void;
};

/** Opens an empty register. */
export function openNames(): Names {
  const names = new Map<EntityName, Map<string, Target>>();
  return {
    find: (entity, name) => names.get(entity)?.get(name),
    put: (entity, name, target) => {
      const known = names.get(entity) ?? new Map<string, Target>();
      names.set(entity, known.set(name, target));
    },
  };
}

/** What naming needs besides the rows. */
export type Naming = { readonly engagement: string; readonly names: Names; readonly newId: () => string };

/** Gives every listed row its target, in the order of the exchange, and puts its names into the register. */
export function nameRows(
  exchange: Exchange,
  existing: ClientData,
  naming: Naming,
): Result<ReadonlyMap<EntityName, readonly Target[]>, Failure> {
  const targets = new Map<EntityName, readonly Target[]>();
  for (const name of listedEntities) {
    const present = existing[name] as unknown as readonly PlainRow[];
    const named = nameEntity(name, exchange.rows?.[name] ?? [], present, naming);
    if (!named.ok) return named;
    targets.set(name, named.value);
  }
  return ok(targets);
}

/** Whether a text is an id as rows have it; anything else is a name local to the exchange. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
}

function nameEntity(
  name: EntityName,
  rows: readonly ExchangeRow[],
  present: readonly PlainRow[],
  { engagement, names, newId }: Naming,
): Result<readonly Target[], Failure> {
  const ours = present.filter((row) => row['engagement'] === engagement);
  const ids = new Map(present.map((row) => [row.id, row['engagement'] === engagement]));
  const field = aliases[name] ?? 'label';
  for (const row of ours.toReversed()) {
    const alias = aliasOf(row, field);
    if (alias !== undefined) names.put(name, alias, { id: row.id, exists: true });
  }
  for (const { id } of ours) names.put(name, id, { id, exists: true });
  const sameContent = contentFinder(entities[name].fields, ours, (target, local) =>
    names.find(target as EntityName, local),
  );

  const targets: Target[] = [];
  const claimed = new Set<string>();
  const locals = new Set<string>();
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const refuse = (at: string, problem: string): Result<never, Failure> =>
      fail(failure('exchange-invalid', { path: `rows.${name}[${index}].${at}`, problem }));
    const alias = aliasOf(row, field);
    const isThere = row.id !== undefined && ids.has(row.id);
    if (row.id !== undefined && locals.has(row.id)) return refuse('id', 'this id stands twice');
    if (isThere && ids.get(row.id) === false)
      return refuse('id', 'a row of another engagement in this file has this id');
    if (isThere && claimed.has(row.id)) return refuse('id', 'another row of this file stands for the same one');
    // Rows with ids of their own may share a file name or a key, but a label is given once.
    const isDouble = alias !== undefined && seen.has(alias);
    if (isDouble && (row.id === undefined || field === 'label')) return refuse(field, `“${alias}” stands twice`);
    const known = isThere ? row.id : knownId(row, isDouble ? null : alias);
    const target: Target =
      known === undefined ? { id: ownId(row) ?? newId(), exists: false } : { id: known, exists: true };
    targets.push(target);
    claimed.add(target.id);
    if (alias !== undefined && !isDouble) names.put(name, alias, target);
    if (alias !== undefined) seen.add(alias);
    if (row.id !== undefined) names.put(name, row.id, target);
    if (row.id !== undefined) locals.add(row.id);
  }
  return ok(targets);

  /** The row of the file that has the alias, or says the same where a row has neither alias nor id of its own. */
  function knownId(row: ExchangeRow, alias: string | null | undefined): string | undefined {
    if (alias === undefined && ownId(row) === undefined) return sameContent(row, (id) => !claimed.has(id));
    const found = alias === null || alias === undefined ? undefined : names.find(name, alias);
    return found?.exists === true && !claimed.has(found.id) ? found.id : undefined;
  }
}

function ownId(row: ExchangeRow): string | undefined {
  return row.id !== undefined && isUuid(row.id) ? row.id : undefined;
}

function aliasOf(row: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const alias = row[field];
  return typeof alias === 'string' && alias !== '' ? alias : undefined;
}

/** Fields by which people know a row; where none is named here, its label if it has one. */
const aliases: Partial<Record<EntityName, string>> = { backlogItem: 'key', source: 'fileName' };
