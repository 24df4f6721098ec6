/** Forgetting a file on this computer: all that is kept about it besides the file itself. */
import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, type Result } from '../../shared/lib/result.ts';
import { forgetPlace } from './left-elsewhere.ts';
import { forgetLock } from './lock.ts';
import { forgetReceipt } from './receipts.ts';
import { inOwnFolder } from './trouble.ts';

/** A file as the list of files knows it: its id, its last place, and its key when it was open last. */
export type Forgotten = { readonly fileId: string; readonly path?: string; readonly key?: string };

/** Removes backups, receipt, recovered copies and lock; tells how many files that were. Refused while anybody has the file open. */
export function forgetClientFile(file: Forgotten, appDir: string): Result<number, Failure> {
  const before = countFiles(appDir);
  const free = inOwnFolder(() => file.key === undefined || forgetLock(appDir, file.key));
  if (!free.ok) return free;
  if (!free.value) return fail(failure('file-in-use', { name: basename(file.path ?? '') }));
  return inOwnFolder(() => {
    forgetReceipt(appDir, file.fileId);
    forgetPlace(appDir, file.fileId);
    rmSync(join(appDir, 'backups', file.fileId), { recursive: true, force: true });
    for (const folder of recoveredCopies(file, join(appDir, 'recovery')))
      rmSync(folder, { recursive: true, force: true });
    return before - countFiles(appDir);
  });
}

/**
 * Folders with copies of a file. One that was taken before the file could be recognised has no id yet; only the name of the
 * file in it tells.
 */
export function recoveredCopies({ fileId, path, key }: Forgotten, recovery: string): readonly string[] {
  if (!existsSync(recovery)) return [];
  const name = path === undefined ? null : basename(path);
  return readdirSync(recovery)
    .filter(
      (folder) =>
        folder.startsWith(fileId) ||
        (key !== undefined && folder === `private-${key}`) ||
        (name !== null && folder.startsWith('unknown-') && existsSync(join(recovery, folder, name))),
    )
    .map((folder) => join(recovery, folder));
}

function countFiles(path: string): number {
  if (!existsSync(path)) return 0;
  if (!lstatSync(path).isDirectory()) return 1;
  return readdirSync(path).reduce((sum, name) => sum + countFiles(join(path, name)), 0);
}
