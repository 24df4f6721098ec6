/** What the first bytes of a file tell before SQLite touches it. */
import { closeSync, openSync, readSync } from 'node:fs';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { applicationId } from './database.ts';

const magic = 'SQLite format 3\0';

/**
 * Reads and judges the header; tells whether another tool left the file in write-ahead mode. Beside an unfinished edit, size and page count may be half written and are not compared. Must
 * not be called while this process has the file open in SQLite: that would drop its locks.
 */
export function judgeHeader(
  path: string,
  facts: { readonly name: string; readonly size: number; readonly unfinished: boolean; readonly known: number },
): Result<{ readonly writeAhead: boolean }, Failure> {
  const bytes = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, 100, 0);
  } finally {
    closeSync(file);
  }
  const { name } = facts;
  if (bytes.toString('latin1', 0, 16) !== magic) return fail(failure('file-foreign', { name }));
  if (bytes.readUInt32BE(68) !== applicationId) return fail(failure('file-foreign', { name }));
  const version = bytes.readUInt32BE(60);
  if (version > facts.known) return fail(failure('file-newer', { version, known: facts.known }));
  const writeAhead = bytes[18] === 2 || bytes[19] === 2;
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  const expected = pageSize * bytes.readUInt32BE(28);
  if (!facts.unfinished && !writeAhead && expected !== facts.size)
    return fail(failure('file-truncated', { size: facts.size, expected }));
  return ok({ writeAhead });
}
