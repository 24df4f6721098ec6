/** The schema text of a file as one value: equal to that of a known version, or the file holds something that is not ours. */
import { hash } from 'node:crypto';
import { type Database, openMemoryDatabase } from './database.ts';
import type { Migration } from './migrations/migration.ts';

/** SHA-256 over every object of the schema. Reads `sqlite_schema` only, no table of the user. */
export function fingerprintOf(db: Database): string {
  return hash('sha256', JSON.stringify(schemaText(db)));
}

/** The fingerprint that a new file has after these statements. */
export function fingerprintAfter(steps: readonly Pick<Migration, 'statements'>[]): string {
  const db = openMemoryDatabase();
  try {
    for (const step of steps) for (const statement of step.statements) db.exec(statement);
    return fingerprintOf(db);
  } finally {
    db.close();
  }
}

/** Name of the first object that differs from what the statements make; for the message. */
export function foreignObject(db: Database, steps: readonly Pick<Migration, 'statements'>[]): string {
  const known = openMemoryDatabase();
  try {
    for (const step of steps) for (const statement of step.statements) known.exec(statement);
    const expected = new Set(schemaText(known).map((row) => JSON.stringify(row)));
    const found = schemaText(db).find((row) => !expected.has(JSON.stringify(row)));
    return found === undefined
      ? 'a table is missing'
      : `${found[0] ?? ''} ${found[1] ?? ''}`.replace(/[^\w .-]/gu, '?').slice(0, 80);
  } finally {
    known.close();
  }
}

type SchemaRow = readonly (string | null)[];

function schemaText(db: Database): readonly SchemaRow[] {
  return db
    .prepare<[], SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .raw()
    .all();
}
