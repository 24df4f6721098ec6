/** Connections to SQLite: how each one is set up, with every setting read back. The only importer of the driver. */
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** An open connection. */
export type Database = Sqlite.Database;

/** A prepared statement whose parameters are cells. */
export type Statement = Sqlite.Statement<SqlValue[]>;

/** What SQLite hands back for one cell. */
export type SqlValue = string | number | Buffer | null;

/** Marks a SQLite file as a client file: "ThLn". */
export const applicationId = 0x54_68_4c_6e;

/** Milliseconds for which a connection waits while another program holds the file. */
const usualPatience = 2000;

/** Settings of every connection, with the value that reading them back must give. */
const settings: readonly (readonly [name: string, value: number | string])[] = [
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['temp_store', 2],
  ['secure_delete', 1],
  ['foreign_keys', 1],
  ['hard_heap_limit', 402_653_184],
  ['fullfsync', 1],
  ['locking_mode', 'normal'],
  ['synchronous', 3],
];

/** Opens an existing file. Throws the driver's error when SQLite cannot; `fileMustExist` keeps it from making one. */
export function openDatabase(
  path: string,
  { readOnly, patience = usualPatience }: { readonly readOnly: boolean; readonly patience?: number | undefined },
): Database {
  // The driver calls a folder that is gone a mistake of its caller.
  if (!existsSync(path)) throw diskError('SQLITE_CANTOPEN');
  const db = new Sqlite(path, { fileMustExist: true, readonly: readOnly, timeout: patience });
  return setUp(db, [...settings, ['busy_timeout', patience]]);
}

/** A database that is never on disk, for working out what a schema looks like. */
export function openMemoryDatabase(): Database {
  return new Sqlite(':memory:');
}

/**
 * Takes the rollback journal: one file at rest and between edits, and no acknowledged edit lost to a power cut. To be called
 * once the schema is known to be ours, since it writes when another tool left the file in another mode. Throws if refused.
 */
export function takeRollbackJournal(db: Database): void {
  if (!db.readonly) db.pragma('journal_mode = delete');
  if (db.pragma('journal_mode', { simple: true }) !== 'delete') throw new Error('journal_mode is not delete');
}

/** The settings as SQLite reports them now. */
export function readSettings(db: Database): Readonly<Record<string, unknown>> {
  const names = [...settings.map(([name]) => name), 'busy_timeout', 'journal_mode', 'writable_schema'];
  return Object.fromEntries(names.map((name) => [name, db.pragma(name, { simple: true })]));
}

/** SQLite's code of an error, such as SQLITE_FULL, or null for anything else. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Sqlite.SqliteError ? error.code : null;
}

/** The error that SQLite throws with this code, for what is seen before SQLite sees it. */
export function diskError(code: string): Error {
  return new Sqlite.SqliteError('seen before SQLite was asked', code);
}

/** Runs a query for one number, such as a count. */
export function readNumber(db: Database, sql: string): number {
  return Number(db.prepare(sql).pluck().get());
}

/** Holds a lock on a lock file for as long as the connection is open; null when somebody else has it. */
export function lockExclusively(path: string): Database | null {
  const db = new Sqlite(path, { timeout: 0 });
  try {
    db.pragma('journal_mode = memory');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

function setUp(db: Database, wanted: typeof settings): Database {
  try {
    for (const [name, value] of wanted) db.pragma(`${name} = ${value}`);
    const found = readSettings(db);
    const wrong = wanted.find(([name, value]) => found[name] !== value);
    if (wrong !== undefined) throw new Error(`${wrong[0]} is ${String(found[wrong[0]])} instead of ${wrong[1]}`);
    // The driver turns SQLite's defensive mode on; it shows in that this switch cannot be moved.
    db.pragma('writable_schema = 1');
    if (db.pragma('writable_schema', { simple: true }) !== 0) throw new Error('defensive mode is off');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
