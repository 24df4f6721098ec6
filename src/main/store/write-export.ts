/** Writes a file for others in place of an earlier export, but never over a client file. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, type Result } from '../../shared/lib/result.ts';
import { writeFileAtomically } from './atomic-write.ts';

/** Writes the bytes whole or not at all. */
export function writeExport(path: string, bytes: Uint8Array): Result<null, Failure> {
  if (isDatabase(path)) return fail(failure('export-over-client-file', { name: basename(path) }));
  return writeFileAtomically(path, bytes, { replace: true });
}

/** Whether an SQLite file lies at the path. */
function isDatabase(path: string): boolean {
  if (!existsSync(path)) return false;
  const head = Buffer.alloc(15);
  const file = openSync(path, 'r');
  try {
    return readSync(file, head) === head.length && head.toString('latin1') === 'SQLite format 3';
  } finally {
    closeSync(file);
  }
}
