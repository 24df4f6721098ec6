/** Facts about the file itself, label counters and table sums: the small tables that every edit keeps up to date. */
import type { Database } from './database.ts';
import { emptyTally, sumFromBytes, sumToBytes, type Tally } from './digest.ts';

/** Names of the facts that a file carries about itself. */
export type FactName =
  | 'file_id'
  | 'parent_id'
  | 'created_at'
  | 'created_by'
  | 'written_by'
  | 'lease'
  | 'search_behind'
  | 'unswept';

/** The small tables of an open file. */
export type Facts = {
  get(name: FactName): string | null;
  set(name: FactName, value: string | null): void;
  /** The next number of a label's prefix; a number is never given twice, whatever is undone. */
  nextLabel(engagement: string, prefix: string): number;
  /** Makes sure that a number which came with an import is not given again. */
  reserveLabel(engagement: string, prefix: string, number: number): void;
  tally(table: string): Tally;
  setTally(table: string, tally: Tally): void;
};

/** Opens the small tables. */
export function openFacts(db: Database): Facts {
  const get = db.prepare<[string], string>('SELECT value FROM _meta WHERE key = ?').pluck();
  const set = db.prepare(
    'INSERT INTO _meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const drop = db.prepare('DELETE FROM _meta WHERE key = ?');
  const last = db
    .prepare<[string, string], number>('SELECT last FROM _label WHERE engagement = ? AND prefix = ?')
    .pluck();
  const setLast = db.prepare(
    'INSERT INTO _label (engagement, prefix, last) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)',
  );
  const tally = db.prepare<[string], { rows: number; sum: Buffer }>('SELECT rows, sum FROM _tally WHERE name = ?');
  const setTally = db.prepare(
    'INSERT INTO _tally (name, rows, sum) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET rows = excluded.rows, sum = excluded.sum',
  );
  return {
    get: (name) => get.get(name) ?? null,
    set: (name, value) => {
      if (value === null) drop.run(name);
      else set.run(name, value);
    },
    nextLabel: (engagement, prefix) => {
      const number = (last.get(engagement, prefix) ?? 0) + 1;
      setLast.run(engagement, prefix, number);
      return number;
    },
    reserveLabel: (engagement, prefix, number) => {
      setLast.run(engagement, prefix, number);
    },
    tally: (table) => {
      const found = tally.get(table);
      return found === undefined ? emptyTally : { rows: found.rows, sum: sumFromBytes(found.sum) };
    },
    setTally: (table, { rows, sum }) => {
      setTally.run(table, rows, sumToBytes(sum));
    },
  };
}
