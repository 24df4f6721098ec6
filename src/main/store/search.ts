/** Full-text search: rows from the index, and in each the places where the words stand. */
import type { EntityName } from '../../shared/model/index.ts';
import { sqliteCode } from './database.ts';
import { type Engine, tableOf } from './engine.ts';
import { isBehind, waitingRows } from './search-behind.ts';
import { clearSearch, type IndexHit, searchDocument, searchedFields } from './search-index.ts';
import { hasTerms, parseQuery, placeOfTerms, type Term } from './search-terms.ts';
import type { SearchHit, SearchWish } from './search-types.ts';

/** Characters shown on either side of a match. */
const contextLength = 60;

/** Looks up rows that hold every term of the query, best first; one hit per field that matches. */
export function search(engine: Engine, query: string, limit: number, wish: SearchWish = {}): readonly SearchHit[] {
  const terms = parseQuery(query);
  if (terms.length === 0 || limit < 1) return [];
  const { entities = null, each = limit, keep } = wish;
  const hits: SearchHit[] = [];
  const told = new Map<string, number>();
  const indexed = findRows(engine, terms, entities);
  const rows = isBehind(engine) ? [...indexed, ...findWaiting(engine, terms, { limit, entities, indexed })] : indexed;
  let rank = 0;
  for (const { entity, id } of rows) {
    const count = told.get(entity) ?? 0;
    if (count >= each || (entities !== null && !entities.includes(entity as EntityName))) continue;
    const own = hitsIn(engine, entity, id, terms, rank, keep);
    if (own.length === 0) continue;
    rank += 1;
    told.set(entity, count + own.length);
    hits.push(...own);
    if (hits.length >= limit) break;
  }
  return hits.slice(0, limit);
}

/** Makes the index anew from the rows; for one that is damaged. */
export function rebuildSearch(engine: Engine): void {
  engine.db.exec('BEGIN IMMEDIATE');
  clearSearch(engine.db);
  for (const table of engine.tables.values()) {
    const fields = searchedFields(table);
    if (fields.length === 0) continue;
    for (const row of table.load(null)) engine.search.put(table.entity.name, row.id, searchDocument(fields, row));
  }
  engine.db.exec('COMMIT');
}

function findRows(engine: Engine, terms: readonly Term[], entities: readonly string[] | null): readonly IndexHit[] {
  try {
    return engine.search.find(terms, entities);
  } catch (error) {
    // In a file that may not be written a damaged index finds nothing; checking the file tells why.
    if (sqliteCode(error)?.startsWith('SQLITE_CORRUPT') !== true) throw error;
    if (engine.db.readonly) return [];
    rebuildSearch(engine);
    return engine.search.find(terms, entities);
  }
}

// Rows that are not in the index yet are looked through one by one.
function findWaiting(
  engine: Engine,
  terms: readonly Term[],
  { limit, entities, indexed }: { limit: number; entities: readonly string[] | null; indexed: readonly IndexHit[] },
): readonly IndexHit[] {
  const known = new Set(indexed.map(({ entity, id }) => `${entity} ${id}`));
  const found: IndexHit[] = [];
  for (const { entity, id, document } of waitingRows(engine, entities)) {
    // Most rows are ruled out before they are parted into words.
    const mayHave = terms.every(({ words }) => words.every((one) => document.includes(one)));
    if (!mayHave || known.has(`${entity} ${id}`) || !hasTerms(document, terms)) continue;
    found.push({ entity, id });
    if (found.length >= limit) break;
  }
  return found;
}

function hitsIn(
  engine: Engine,
  entity: string,
  id: string,
  terms: readonly Term[],
  rank: number,
  keep: SearchWish['keep'],
): readonly SearchHit[] {
  const table = tableOf(engine, entity);
  const row = table.read(id);
  if (row === null) return [];
  const values = table.values(row.cells);
  if (keep !== undefined && !keep(entity as EntityName, id, values)) return [];
  return searchedFields(table).flatMap((field) => {
    const text = values[field];
    const place = typeof text === 'string' ? placeOfTerms(text, terms) : null;
    if (place === null || typeof text !== 'string') return [];
    const { offset, length } = place;
    return [
      {
        entity: entity as EntityName,
        id,
        field,
        offset,
        before:
          (offset > contextLength ? '…' : '') + text.slice(Math.max(0, offset - contextLength), offset).toWellFormed(),
        match: text.slice(offset, offset + length),
        after:
          text.slice(offset + length, offset + length + contextLength).toWellFormed() +
          (text.length > offset + length + contextLength ? '…' : ''),
        rank,
      },
    ];
  });
}
