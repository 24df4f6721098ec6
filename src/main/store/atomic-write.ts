/** Files written whole or not at all: a temporary file beside the target, on disk before it takes the target's name. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';

/** How a file is written. */
export type AtomicWriteOptions = {
  /** Looks at the bytes as they were read back from disk; a sentence refuses them. */
  readonly check?: (bytes: Uint8Array) => string | null;
  /** Whether an existing file may be replaced; refused with `file-exists` unless set. */
  readonly replace?: boolean;
};

/** Writes bytes under a name that then holds all of them, or what it held before. The file is readable by its owner only. */
export function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  options: AtomicWriteOptions = {},
): Result<null, Failure> {
  return replaceAtomically(path, options.replace === true, (temporary) => {
    writeWhole(temporary, bytes);
    return options.check?.(readFileSync(temporary)) ?? null;
  });
}

/**
 * Lets `write` fill a temporary file beside `path` and gives it that name. A sentence from `write` refuses the file. The
 * temporary file exists, empty and for its owner only, when `write` is called, and is gone afterwards whatever happens.
 */
export function replaceAtomically(
  path: string,
  replace: boolean,
  write: (temporary: string) => string | null,
): Result<null, Failure> {
  const name = basename(path);
  if (!replace && existsSync(path)) return fail(failure('file-exists', { name }));
  const temporary = join(dirname(path), `.${name.slice(0, 60)}.${randomUUID()}${temporaryEnding}`);
  try {
    closeSync(openSync(temporary, 'wx', 0o600));
    const refusal = write(temporary);
    if (refusal !== null) return fail(failure('write-failed', { name, reason: refusal }));
    syncFile(temporary);
    if (replace) renameSync(temporary, path);
    else renameWithoutReplacing(temporary, path);
    syncFolder(dirname(path));
    return ok(null);
  } catch (error) {
    const code = errorCode(error);
    return fail(code === 'EEXIST' ? failure('file-exists', { name }) : failure('write-failed', { name, reason: code }));
  } finally {
    removeQuietly(temporary);
    removeQuietly(`${temporary}-journal`);
  }
}

/** Removes what a killed program left in a folder. Returns how many files went. */
export function sweepTemporaryFiles(folder: string): number {
  const left = readdirSync(folder).filter((name) => name.startsWith('.') && name.endsWith(temporaryEnding));
  left.forEach((name) => {
    removeQuietly(join(folder, name));
  });
  return left.length;
}

/** Waits until the content of a file is on disk. */
function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the names in a folder are on disk; Windows has no such thing and needs none. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** The system's code of an error, such as ENOSPC, or a word for anything else. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'unknown';
}

const temporaryEnding = '.throughline-tmp';

function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written);
  } finally {
    closeSync(file);
  }
}

// A hard link fails when the name is taken, which a rename does not. Volumes without hard links get the name reserved first.
function renameWithoutReplacing(from: string, to: string): void {
  try {
    linkSync(from, to);
    unlinkSync(from);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    closeSync(openSync(to, 'wx', 0o600));
    renameSync(from, to);
  }
}

function removeQuietly(path: string): void {
  rmSync(path, { force: true });
}
