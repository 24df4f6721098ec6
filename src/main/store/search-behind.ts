/** Rows of a large entry are put into the search index after the entry was acknowledged; the file remembers which are waiting. */
import type { Engine } from './engine.ts';
import { searchDocument, searchedFields } from './search-index.ts';
import type { TableAccess } from './tables.ts';

/** Rows from which on an entry leaves its documents for later: putting them in takes as long as writing the rows. */
export const largeEntry = 1000;

/** A row that the index may not have as it is, with its document. */
export type WaitingRow = { readonly entity: string; readonly id: string; readonly document: string };

/** Remembers rows whose documents are missing or old; part of the entry's transaction. */
export function leaveForLater(
  engine: Engine,
  rows: Iterable<{ readonly table: TableAccess; readonly id: string }>,
): void {
  const behind = readBehind(engine);
  for (const { table, id } of rows) {
    const { name } = table.entity;
    const after = justBefore(id);
    const before = behind.get(name);
    if (before === undefined || after < before) behind.set(name, after);
  }
  writeBehind(engine, behind);
}

/** Every document is made anew, little by little: the way in which they are written has changed. */
export function leaveAllForLater(engine: Engine): void {
  const searched = [...engine.tables.values()].filter((table) => searchedFields(table).length > 0);
  writeBehind(engine, new Map(searched.map((table) => [table.entity.name, ''])));
}

/** Puts up to so many waiting rows into the index, within the caller's transaction. */
export function indexWaiting(engine: Engine, limit: number): void {
  const behind = readBehind(engine);
  let left = limit;
  for (const [entity, after] of behind) {
    const table = engine.tables.get(entity);
    const rows = table === undefined ? [] : documentsAfter(table, after, left);
    for (const { id, document } of rows) engine.search.put(entity, id, document);
    const last = rows.at(-1);
    if (last === undefined || rows.length < left) behind.delete(entity);
    else behind.set(entity, last.id);
    left -= rows.length;
    if (left <= 0) break;
  }
  writeBehind(engine, behind);
}

/** Whether rows are waiting. */
export function isBehind(engine: Engine): boolean {
  return engine.facts.get('search_behind') !== null;
}

/** Every row that is waiting, of all entities or of these, for a file that may not be written. */
export function* waitingRows(engine: Engine, entities: readonly string[] | null): Generator<WaitingRow, void> {
  for (const [entity, first] of readBehind(engine)) {
    if (entities?.includes(entity) === false) continue;
    const table = engine.tables.get(entity);
    if (table === undefined) continue;
    let after: string | null = first;
    while (after !== null) {
      const rows = documentsAfter(table, after, pageRows);
      yield* rows;
      after = rows.length < pageRows ? null : (rows.at(-1)?.id ?? null);
    }
  }
}

const pageRows = 500;

function documentsAfter(table: TableAccess, after: string, limit: number): readonly WaitingRow[] {
  const fields = searchedFields(table).map((name) => ({ name, position: table.position(name) }));
  return table.page(after, limit).map(({ id, cells }) => {
    const values = fields.map(({ name, position }) => [name, table.value(position, cells[position] ?? null)] as const);
    const document = searchDocument(table.names.searched, Object.fromEntries(values));
    return { entity: table.entity.name, id, document };
  });
}

// By entity the id after which rows are waiting. New rows have the greatest ids, so that few others are looked at again.
function readBehind(engine: Engine): Map<string, string> {
  const stored = engine.facts.get('search_behind');
  if (stored === null) return new Map();
  return new Map(
    stored.split(' ').map((part): [string, string] => {
      const [entity = '', after = ''] = part.split(':');
      return [entity, after];
    }),
  );
}

function writeBehind(engine: Engine, behind: ReadonlyMap<string, string>): void {
  const parts = [...behind].map(([entity, after]) => `${entity}:${after}`);
  engine.facts.set('search_behind', parts.length === 0 ? null : parts.join(' '));
}

// Everything before an id and nothing else comes before this.
function justBefore(id: string): string {
  return id.slice(0, -1);
}
