/** Copies under a new name, and backups put back beside the file: never over anything, and verified before they count. */
import { copyFileSync, existsSync } from 'node:fs';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { replaceAtomically } from './atomic-write.ts';
import { type BackupSource, copyVerified } from './backup.ts';
import { openDatabase, takeRollbackJournal } from './database.ts';
import { openFacts } from './facts.ts';
import type { Backup, StorePorts } from './types.ts';
import { checkStructure } from './verify.ts';

/** Writes a copy that is a file of its own: a new id, with the id of its source as its parent. */
export function copyFile(
  source: BackupSource,
  target: string,
  ports: StorePorts,
): Result<{ path: string; fileId: string }, Failure> {
  const fileId = ports.ids();
  const written = replaceAtomically(target, false, (temporary) => {
    const difference = copyVerified(source, temporary);
    if (difference !== null) return difference;
    const copy = openDatabase(temporary, { readOnly: false });
    try {
      takeRollbackJournal(copy);
      const facts = openFacts(copy);
      copy.exec('BEGIN IMMEDIATE');
      facts.set('file_id', fileId);
      facts.set('parent_id', source.fileId);
      facts.set('lease', null);
      copy.exec('COMMIT');
      return null;
    } finally {
      copy.close();
    }
  });
  return written.ok ? ok({ path: target, fileId }) : written;
}

/** Writes a backup as a new file; the backup and the file that it was made of stay as they are. */
export function restoreBackup(backup: Backup, target: string): Result<string, Failure> {
  if (!existsSync(backup.path)) return fail(failure('file-missing', { name: 'backup' }));
  const written = replaceAtomically(target, false, (temporary) => {
    copyFileSync(backup.path, temporary);
    const copy = openDatabase(temporary, { readOnly: true });
    try {
      return checkStructure(copy, true).damage;
    } finally {
      copy.close();
    }
  });
  return written.ok ? ok(target) : written;
}
