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
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { reasonOf, systemCode } from './trouble.ts';

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
    sweepLeftBehind(dirname(path), statSync(temporary).mtimeMs);
    const refusal = write(temporary);
    if (refusal !== null) return fail(failure('write-failed', { name, reason: refusal }));
    syncFile(temporary);
    if (replace) renameSync(temporary, path);
    else renameWithoutReplacing(temporary, path);
    syncFolder(dirname(path));
    return ok(null);
  } catch (error) {
    const reason = reasonOf(error);
    return fail(reason === 'EEXIST' ? failure('file-exists', { name }) : failure('write-failed', { name, reason }));
  } finally {
    removeQuietly(temporary);
    removeQuietly(`${temporary}-journal`);
  }
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

const temporaryEnding = '.throughline-tmp';
const temporaryName = /^\..*\.throughline-tmp(-journal)?$/u;
const leftBehindAfter = 3_600_000;

// What a killed program left in a folder goes with the next file that is written there. Somebody else may be writing right
// now, so only what is an hour older than our own file goes; both times are those of the volume.
function sweepLeftBehind(folder: string, now: number): void {
  try {
    for (const name of readdirSync(folder).filter((each) => temporaryName.test(each))) {
      const path = join(folder, name);
      const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
      if (now - written > leftBehindAfter) removeQuietly(path);
    }
  } catch (error) {
    // Not being allowed to look around is no reason against writing.
    if (systemCode(error) === null) throw error;
  }
}

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
    if (systemCode(error) === 'EEXIST') throw error;
    closeSync(openSync(to, 'wx', 0o600));
    try {
      renameSync(from, to);
    } catch (failed) {
      removeQuietly(to);
      throw failed;
    }
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}
