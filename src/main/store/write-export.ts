/** Writes a file for others in place of an earlier export, but never over a client file, a folder or a device. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { writeFileAtomically } from './atomic-write.ts';
import { reasonOf, systemCode } from './trouble.ts';

/** Writes the bytes whole or not at all. */
export function writeExport(path: string, bytes: Uint8Array): Result<null, Failure> {
  const free = mayReplace(path);
  return free.ok ? writeFileAtomically(path, bytes, { replace: true }) : free;
}

/** Whether what has the name already may go: a file, but no client file, and neither a folder nor a device. */
function mayReplace(path: string): Result<null, Failure> {
  const name = basename(path);
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return ok(null);
    if (stats.isDirectory()) return fail(failure('write-failed', { name, reason: 'EISDIR' }));
    if (!stats.isFile()) return fail(failure('write-failed', { name, reason: 'what has that name is no file' }));
    return isDatabase(path) ? fail(failure('export-over-client-file', { name })) : ok(null);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return fail(failure('write-failed', { name, reason: reasonOf(error) }));
  }
}

/** Whether an SQLite file lies at the path. */
function isDatabase(path: string): boolean {
  const head = Buffer.alloc(15);
  const file = openSync(path, 'r');
  try {
    return readSync(file, head) === head.length && head.toString('latin1') === 'SQLite format 3';
  } finally {
    closeSync(file);
  }
}
