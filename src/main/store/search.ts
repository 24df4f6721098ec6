/** Full-text search: rows from the index, and in each the places where the words stand. */
import { foldText } from '../../shared/lib/text.ts';
import type { EntityName } from '../../shared/model/index.ts';
import { sqliteCode } from './database.ts';
import { type Engine, tableOf } from './engine.ts';
import { isBehind, waitingRows } from './search-behind.ts';
import { clearSearch, type IndexHit, searchDocument, searchedFields } from './search-index.ts';
import type { SearchHit } from './types.ts';

/** Characters shown on either side of a match. */
const contextLength = 60;

/** Looks up rows that hold every word of the query as the beginning of a word, best first; one hit per field that matches. */
export function search(engine: Engine, query: string, limit: number): readonly SearchHit[] {
  const terms = [...foldText(query).matchAll(word)].map(([term]) => term).slice(0, 12);
  if (terms.length === 0 || limit < 1) return [];
  const hits: SearchHit[] = [];
  const indexed = findRows(engine, terms, limit);
  const rows = isBehind(engine) ? [...indexed, ...findWaiting(engine, terms, limit, indexed)] : indexed;
  for (const [rank, { entity, id }] of rows.entries()) {
    hits.push(...hitsIn(engine, entity, id, terms, rank));
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

const word = /[\p{L}\p{N}\p{M}]+/gu;

function findRows(engine: Engine, terms: readonly string[], limit: number): readonly IndexHit[] {
  try {
    return engine.search.find(terms, limit);
  } catch (error) {
    // In a file that may not be written a damaged index finds nothing; checking the file tells why.
    if (sqliteCode(error)?.startsWith('SQLITE_CORRUPT') !== true) throw error;
    if (engine.db.readonly) return [];
    rebuildSearch(engine);
    return engine.search.find(terms, limit);
  }
}

// Rows that are not in the index yet are looked through one by one.
function findWaiting(
  engine: Engine,
  terms: readonly string[],
  limit: number,
  indexed: readonly IndexHit[],
): readonly IndexHit[] {
  const known = new Set(indexed.map(({ entity, id }) => `${entity} ${id}`));
  const found: IndexHit[] = [];
  for (const { entity, id, document } of waitingRows(engine)) {
    if (!terms.every((term) => document.includes(term)) || known.has(`${entity} ${id}`)) continue;
    const words = [...document.matchAll(word)];
    if (terms.every((term) => words.some(([own]) => own.startsWith(term)))) found.push({ entity, id });
    if (found.length >= limit) break;
  }
  return found;
}

function hitsIn(
  engine: Engine,
  entity: string,
  id: string,
  terms: readonly string[],
  rank: number,
): readonly SearchHit[] {
  const table = tableOf(engine, entity);
  const row = table.read(id);
  if (row === null) return [];
  const values = table.values(row.cells);
  return searchedFields(table).flatMap((field) => {
    const text = values[field];
    const place = typeof text === 'string' ? findPlace(text, terms) : null;
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

// The first word that begins with one of the terms, the first term before the others.
function findPlace(text: string, terms: readonly string[]): { offset: number; length: number } | null {
  let best: { offset: number; length: number; order: number } | null = null;
  for (const match of text.matchAll(word)) {
    const folded = foldText(match[0]);
    const order = terms.findIndex((term) => folded.startsWith(term));
    if (order === -1 || (best !== null && order >= best.order)) continue;
    best = { offset: match.index, length: lengthOf(match[0], terms[order] ?? ''), order };
    if (order === 0) break;
  }
  return best;
}

// How much of a word folds to the term, with the accents of its last letter.
function lengthOf(found: string, term: string): number {
  let length = Math.min(term.length, found.length);
  while (length < found.length && foldText(found.slice(0, length)).length < term.length) length += 1;
  return length + (/^\p{M}+/u.exec(found.slice(length))?.[0].length ?? 0);
}
