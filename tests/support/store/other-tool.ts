/** Another SQLite tool that has a client file open: how tests tamper with one, and look inside without our own code. */
import Sqlite from 'better-sqlite3';

/** Runs SQL on a file as a tool would that knows nothing of us. */
export function tamper(path: string, ...statements: readonly string[]): void {
  const db = new Sqlite(path);
  try {
    db.pragma('foreign_keys = 0');
    db.unsafeMode(true);
    for (const statement of statements) db.exec(statement);
  } finally {
    db.close();
  }
}

/** Every row of a query, as plain objects. */
export function look(path: string, query: string): readonly Record<string, unknown>[] {
  const db = new Sqlite(path, { readonly: true });
  try {
    return db.prepare<[], Record<string, unknown>>(query).all();
  } finally {
    db.close();
  }
}
