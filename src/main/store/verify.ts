/** Checks that stand before trust: structure, references, sums of tables, and whether a copy equals its source. */
import { type Database, readNumber } from './database.ts';
import { emptyTally, type Tally, withDigest } from './digest.ts';
import { openFacts } from './facts.ts';
import { openLog } from './log.ts';
import type { Table } from './migrations/migration.ts';

/** What SQLite's own check said. The search index counts apart: it holds nothing of its own and can be made anew. */
export type Structure = { readonly damage: string | null; readonly searchDamaged: boolean };

/** SQLite's own check: the first words about damage, null when the structure is whole. The deep one reads indexes as well. */
export function checkStructure(db: Database, deep: boolean): Structure {
  try {
    const rows = db.pragma(deep ? 'integrity_check(20)' : 'quick_check(20)') as Record<string, unknown>[];
    const said = rows
      .flatMap((row) => String(Object.values(row)[0]).split('\n'))
      .filter((line) => line !== 'ok' && line !== '' && !line.startsWith('*** in database'));
    const damage = said.find((line) => !aboutSearch.test(line)) ?? null;
    return { damage: damage?.slice(0, 120) ?? null, searchDamaged: said.some((line) => aboutSearch.test(line)) };
  } catch (error) {
    const said = error instanceof Error ? error.message : 'unreadable';
    return aboutSearch.test(said)
      ? { damage: null, searchDamaged: true }
      : { damage: said.slice(0, 120), searchDamaged: false };
  }
}

const aboutSearch = /fts5|_search/u;

/** Whether the pages that the file says it has are the pages that it has. */
export function pagesFit(db: Database, bytes: number): boolean {
  return readNumber(db, 'PRAGMA page_count') * readNumber(db, 'PRAGMA page_size') === bytes;
}

/** Whether the entries of the log are as many as their numbers say, as far as going through them by number needs it. */
export function logFits(db: Database): boolean {
  const last = readNumber(db, 'SELECT coalesce(max(revision), 0) FROM _log');
  // A missing entry is a finding of the check; numbers without end would keep the check from ending.
  return last <= 1000 + 2 * readNumber(db, 'SELECT count(*) FROM _log');
}

/** Where references point to rows that are not there: table, rowid and target of the first. */
export function firstDangling(db: Database): string | null {
  const [first] = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  return first === undefined ? null : `${first.table} ${first.rowid} -> ${first.parent}`;
}

/** Entities whose tables do not have the count and the sum that the write path left. */
export function wrongTallies(db: Database, tables: readonly Table[]): readonly string[] {
  const facts = openFacts(db);
  return tables
    .filter(({ entity, table }) => !sameTally(tallyOf(db, table), facts.tally(entity)))
    .map(({ entity }) => entity);
}

/** What differs between a copy and its source, by history and by the rows of every table; null when nothing does. */
export function differsFrom(source: Database, copy: Database, tables: readonly Table[]): string | null {
  const one = openLog(source).head();
  const other = openLog(copy).head();
  if (one?.revision !== other?.revision) return 'the revision differs';
  if (one !== null && other !== null && !one.hash.equals(other.hash)) return 'the history differs';
  const table = tables.find((each) => !sameTally(tallyOf(source, each.table), tallyOf(copy, each.table)));
  return table === undefined ? null : `the rows of ${table.table} differ`;
}

function tallyOf(db: Database, table: string): Tally {
  const digests = db.prepare<[], Buffer>(`SELECT "_digest" FROM "${table}"`).pluck().all();
  return digests.reduce(withDigest, emptyTally);
}

function sameTally(one: Tally, other: Tally): boolean {
  return one.rows === other.rows && one.sum === other.sum;
}
