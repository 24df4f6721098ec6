/** Backups on this computer: copies that were opened and compared with their source before they count. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { replaceAtomically } from './atomic-write.ts';
import { type Database, openDatabase, readNumber } from './database.ts';
import { ownFolder } from './lock.ts';
import { openLog } from './log.ts';
import type { Table } from './migrations/migration.ts';
import { freeBytesAt } from './place.ts';
import { backupsToDrop } from './retention.ts';
import { reasonOf } from './trouble.ts';
import type { Backup, BackupReason, StorePorts } from './types.ts';
import { checkStructure, differsFrom, wrongTallies } from './verify.ts';

/** A file that is backed up. */
export type BackupSource = {
  readonly db: Database;
  readonly fileId: string;
  readonly tables: readonly Table[];
};

const ending = '.throughline';
const namePattern = /^(\d{6})-r(\d{9})-(\d{4}-\d\d-\d\d)-([a-z]+)\.throughline$/u;

/** Makes a verified backup and lets old ones go. A damaged source makes none and drops none. */
export function makeBackup(source: BackupSource, reason: BackupReason, ports: StorePorts): Result<Backup, Failure> {
  try {
    return tryBackup(source, reason, ports);
  } catch (error) {
    return fail(failure('backup-failed', { reason: reasonOf(error) }));
  }
}

/** Copies a database into an empty file and compares the two; a sentence when they differ. */
export function copyVerified(source: Pick<BackupSource, 'db' | 'tables'>, target: string): string | null {
  source.db.prepare('VACUUM INTO ?').run(target);
  const copy = openDatabase(target, { readOnly: true });
  try {
    return checkStructure(copy, false).damage ?? differsFrom(source.db, copy, source.tables);
  } finally {
    copy.close();
  }
}

/** Verified backups of a file, the latest made first. */
export function listBackups(fileId: string, appDir: string): readonly Backup[] {
  const folder = join(appDir, 'backups', fileId);
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).flatMap((name) => {
    const match = namePattern.exec(name);
    if (match === null) return [];
    const path = join(folder, name);
    const [, number, revision, day = '', reason] = match;
    const bytes = statSync(path, { throwIfNoEntry: false })?.size;
    // Another session of the same file may have let it go just now.
    if (bytes === undefined) return [];
    return [
      { path, fileId, number: Number(number), revision: Number(revision), day, reason: reason as BackupReason, bytes },
    ];
  });
  return found.toSorted((one, other) => other.number - one.number);
}

function tryBackup(source: BackupSource, reason: BackupReason, ports: StorePorts): Result<Backup, Failure> {
  const { damage } = checkStructure(source.db, false);
  // Before a migration even a file with a missing row is backed up: it has to be opened before the row can be put back.
  const wrong = reason === 'migration' ? undefined : wrongTallies(source.db, source.tables)[0];
  const problem = damage ?? (wrong === undefined ? null : `rows of ${wrong}`);
  if (problem !== null) return fail(failure('backup-source-damaged', { reason: problem }));
  const folder = ownFolder(ports.appDir, 'backups', source.fileId);
  const bytes = readNumber(source.db, 'PRAGMA page_count') * readNumber(source.db, 'PRAGMA page_size');
  if ((ports.freeBytes ?? freeBytesAt)(join(folder, 'x')) < bytes)
    return fail(failure('backup-failed', { reason: 'no space' }));
  const earlier = listBackups(source.fileId, ports.appDir);
  const head = openLog(source.db).head();
  const number = (earlier[0]?.number ?? 0) + 1;
  const revision = head?.revision ?? 0;
  const day = new Date(head?.at ?? 0).toISOString().slice(0, 10);
  const name = `${String(number).padStart(6, '0')}-r${String(revision).padStart(9, '0')}-${day}-${reason}${ending}`;
  const path = join(folder, name);
  const written = replaceAtomically(path, false, (temporary) => copyVerified(source, temporary));
  if (!written.ok)
    return fail(failure('backup-failed', { reason: String(written.error.params['reason'] ?? 'unknown') }));
  const backup = { path, fileId: source.fileId, number, revision, day, reason, bytes: statSync(path).size };
  for (const old of backupsToDrop([...earlier, backup])) letGo(old);
  return ok(backup);
}

// One that cannot go now, because something holds it, goes another time; the backup that was made counts all the same.
function letGo(backup: Backup): void {
  try {
    rmSync(backup.path, { force: true });
  } catch (error) {
    if (reasonOf(error) === 'unknown') throw error;
  }
}
