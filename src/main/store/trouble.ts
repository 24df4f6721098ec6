/** What the disk, another program or a damaged page throws, as the failure that it is for the user. */
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { sqliteCode } from './database.ts';

/** Thrown by whatever is asked of a file that was closed meanwhile, as by the last window that showed it. */
export class FileClosed extends Error {
  override readonly name = 'FileClosed';
}

/** The failure behind a throw of SQLite or of the operating system; null for a mistake of ours, which must not stay hidden. */
export function troubleOf(error: unknown, name: string): Failure | null {
  if (error instanceof FileClosed) return failure('file-closed');
  const system = systemCode(error);
  if (system === 'ENOENT') return failure('file-missing', { name });
  if (system !== null) return failure('file-unreadable', { name, reason: system });
  const code = sqliteCode(error);
  if (code === null || mistakes.test(code)) return null;
  if (/^SQLITE_(CORRUPT|NOTADB)/u.test(code)) return failure('file-damaged', { where: 'structure' });
  if (/^SQLITE_(BUSY|LOCKED)/u.test(code)) return failure('file-busy');
  if (code === 'SQLITE_READONLY_DBMOVED') return failure('file-moved');
  return failure('file-unreadable', { name, reason: reasonOf(error) });
}

/** The same, for what is thrown again when it is a mistake of ours. */
export function expectTrouble(error: unknown, name: string): Failure {
  const trouble = troubleOf(error, name);
  if (trouble === null) throw error;
  return trouble;
}

/** Runs what writes into the folder of the program's own data, which may be full or closed to us. */
export function inOwnFolder<T>(work: () => T): Result<T, Failure> {
  try {
    return ok(work());
  } catch (error) {
    if (systemCode(error) === null && sqliteCode(error) === null) throw error;
    return fail(failure('own-folder', { reason: reasonOf(error) }));
  }
}

/** One word for what went wrong, as it stands in a message: ENOSPC, full, ioerr_fsync; "unknown" for a mistake of ours. */
export function reasonOf(error: unknown): string {
  return systemCode(error) ?? sqliteCode(error)?.replace('SQLITE_', '').toLowerCase() ?? 'unknown';
}

/** The operating system's code of an error, such as ENOSPC, or null for anything else. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

// Statements that SQLite does not understand or that break a rule of the schema are never the fault of the disk.
const mistakes = /^SQLITE_(ERROR|CONSTRAINT|MISUSE|RANGE|MISMATCH|INTERNAL)/u;
