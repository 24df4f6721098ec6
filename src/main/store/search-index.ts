/** The full-text index: one document per row, kept up to date by the write path in the same transaction. */
import type { Database } from './database.ts';
import { indexedText, type Term } from './search-terms.ts';
import { searchStatement } from './system-schema.ts';
import type { TableAccess, Values } from './tables.ts';

/** A row that matches. */
export type IndexHit = { readonly entity: string; readonly id: string };

/** The index of an open file. */
export type SearchIndex = {
  /** Brings a row's document up to date; null when the row is gone. */
  put(entity: string, id: string, text: string | null): void;
  /** Rows that hold each of the terms, best first; of these entities only, where some are named. Throws when the index is damaged. */
  find(terms: readonly Term[], entities: readonly string[] | null): readonly IndexHit[];
};

/** Fields of an entity that search looks through, in the model's order. */
export function searchedFields(table: TableAccess): readonly string[] {
  return table.names.searched;
}

/** The document of a row: its searched texts, folded as queries are; '' when there is nothing to find. */
export function searchDocument(fields: readonly string[], values: Values): string {
  const texts = fields.map((field) => values[field]).filter((value) => typeof value === 'string' && value !== '');
  return indexedText(texts.join('\n'));
}

/** Empties the index, whatever state it is in. */
export function clearSearch(db: Database): void {
  db.exec(`DROP TABLE _search; ${searchStatement}; DELETE FROM _place; DELETE FROM _meta WHERE key = 'search_behind'`);
  tuneSearch(db);
}

/**
 * Keeps the index from merging its segments bit by bit with every edit; it does so once eight have come together. Measured on
 * a file of 25 MB, 3,000 edits of answers: less growth, and the slowest edit takes a third of the time.
 */
export function tuneSearch(db: Database): void {
  db.exec("INSERT INTO _search (_search, rank) VALUES ('automerge', 0), ('crisismerge', 8)");
}

/** Merges the whole index: words of documents that were taken out stay in it until then. */
export function optimizeSearch(db: Database): void {
  db.exec("INSERT INTO _search (_search) VALUES ('optimize')");
}

// Words that thousands of rows hold say little, and ranking all of those rows takes long: only the newest are ranked.
const ranked = 1000;

/** Opens the index of a file. */
export function openSearchIndex(db: Database): SearchIndex {
  const place = db.prepare<[string, string], number>('SELECT number FROM _place WHERE id = ? AND entity = ?').pluck();
  const addPlace = db.prepare('INSERT INTO _place (id, entity) VALUES (?, ?)');
  const dropPlace = db.prepare('DELETE FROM _place WHERE number = ?');
  const drop = db.prepare('DELETE FROM _search WHERE rowid = ?');
  const add = db.prepare('INSERT INTO _search (rowid, text) VALUES (?, ?)');
  const find = db.prepare<[string], IndexHit>(findStatement(''));
  // Asked by the row that was found: a list of numbers would be looked up in the index one by one, seconds in a large file.
  const findOf = db.prepare<[string, string], IndexHit>(
    findStatement('AND (SELECT entity FROM _place WHERE number = _search.rowid) IN (SELECT value FROM json_each(?))'),
  );
  return {
    put: (entity, id, text) => {
      const known = place.get(id, entity);
      if (known !== undefined) drop.run(known);
      if (text === null || text === '') {
        if (known !== undefined) dropPlace.run(known);
        return;
      }
      add.run(known ?? addPlace.run(id, entity).lastInsertRowid, text);
    },
    find: (terms, entities) => {
      // Words hold letters and digits only, so that nothing of them is read as syntax.
      const query = terms.map(({ words, begins }) => `"${words.join(' ')}"${begins ? '*' : ''}`).join(' ');
      return entities === null ? find.all(query) : findOf.all(query, JSON.stringify(entities));
    },
  };
}

function findStatement(where: string): string {
  return `SELECT entity, id FROM
     (SELECT rowid AS found, rank AS score FROM _search WHERE _search MATCH ? ${where} ORDER BY rowid DESC LIMIT ${ranked})
     JOIN _place ON number = found ORDER BY score, number DESC`;
}
