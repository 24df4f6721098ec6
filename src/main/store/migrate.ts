/** Brings a file to the current schema: verified backup, one transaction, checks; or it stays as it was. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, type Result } from '../../shared/lib/result.ts';
import { makeBackup } from './backup.ts';
import type { Database } from './database.ts';
import { openFacts } from './facts.ts';
import { fingerprintOf } from './fingerprint.ts';
import { openLog } from './log.ts';
import type { Migration } from './migrations/migration.ts';
import { tablesAfter } from './schema.ts';
import type { Backup, StorePorts } from './types.ts';
import { checkStructure, firstDangling, wrongTallies } from './verify.ts';

/** A file before it is migrated. */
export type Outdated = {
  readonly db: Database;
  readonly fileId: string;
  readonly version: number;
};

/** Runs the migrations that a file lacks. On failure nothing in the file has changed. */
export function migrateFile(
  file: Outdated,
  migrations: readonly Migration[],
  ports: StorePorts,
): Result<Backup, Failure> {
  const { db, version } = file;
  const damage = checkStructure(db, true).damage ?? firstDangling(db);
  if (damage !== null) return fail(failure('file-damaged', { where: damage }));
  const tables = tablesAfter(migrations.slice(0, version + 1));
  const backup = makeBackup({ ...file, tables }, 'migration', ports);
  if (!backup.ok) return backup;
  const wrongBefore = new Set(wrongTallies(db, tables));
  try {
    db.exec('BEGIN IMMEDIATE');
    for (const migration of migrations.slice(version + 1)) runMigration(db, migration);
    recordMigration(db, version, migrations.length - 1, ports);
    const wrong = firstDangling(db) ?? wrongTallies(db, tablesAfter(migrations)).find((name) => !wrongBefore.has(name));
    if (wrong !== undefined) throw new Error(`after the migration ${wrong} does not fit`);
    db.exec('COMMIT');
    return backup;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    return fail(failure('migration-failed', { reason: error instanceof Error ? error.message : 'unknown' }));
  }
}

function runMigration(db: Database, migration: Migration): void {
  for (const statement of migration.statements) db.exec(statement);
  db.pragma(`user_version = ${migration.version}`);
  if (fingerprintOf(db) !== migration.fingerprint) throw new Error(`version ${migration.version} came out differently`);
}

// An entry of its own, so that a file put back from before a migration is seen to be older.
function recordMigration(db: Database, from: number, to: number, ports: StorePorts): void {
  const log = openLog(db);
  const head = log.head();
  log.append({
    opId: ports.ids(),
    step: null,
    stepId: null,
    at: Date.parse(ports.clock()),
    zone: ports.zone(),
    kind: 'migration',
    label: `Format ${from} to ${to}`,
    undoes: null,
    undoTop: head?.undoTop ?? 0,
    redoTop: head?.redoTop ?? 0,
    changes: [],
  });
  openFacts(db).set('written_by', ports.appVersion);
}
