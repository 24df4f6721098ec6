/** Journals that a killed program left beside a file, and copies of both taken before SQLite repairs anything. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ownFolder } from './lock.ts';

/** Name of something beside a file that stands where a journal would and is no file; SQLite would wait for it or follow it. */
export function oddSidecar(path: string): string | null {
  const names = ['-journal', '-wal', '-shm'].map((ending) => path + ending);
  const odd = names.find((name) => lstatSync(name, { throwIfNoEntry: false })?.isFile() === false);
  return odd === undefined ? null : basename(odd);
}

/** Whether a journal lies beside a file that has to be played back: its own, or one of another mode. */
export function hasUnfinishedEdit(path: string): boolean {
  const journal = `${path}-journal`;
  return sizeOf(`${path}-wal`) > 0 || (sizeOf(journal) > 0 && hasContent(journal));
}

/**
 * Copies a file with its journals into a folder of the application's own data, in place of an earlier copy there; returns the
 * path of the copied file.
 */
export function copyAside(path: string, appDir: string, folderName: string): string {
  rmSync(join(appDir, 'recovery', folderName), { recursive: true, force: true });
  const folder = ownFolder(appDir, 'recovery', folderName);
  try {
    for (const ending of ['', '-journal', '-wal']) {
      if (sizeOf(path + ending) === 0) continue;
      const copy = join(folder, basename(path) + ending);
      copyFileSync(path + ending, copy);
      chmodSync(copy, 0o600);
    }
    return join(folder, basename(path));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Files a copy under the id of its file, once that is known, so that it can be forgotten with it; of each file the last five
 * are kept. `number` is a UUIDv7, by which they are ordered.
 */
export function fileCopyUnder(copy: string, appDir: string, fileId: string, number: string): string {
  const recovery = join(appDir, 'recovery');
  const folder = join(recovery, `${fileId}-${number}`);
  renameSync(dirname(copy), folder);
  const filed = readdirSync(recovery).filter((name) => name.startsWith(fileId));
  for (const old of filed.toSorted().slice(0, -5)) rmSync(join(recovery, old), { recursive: true, force: true });
  return join(folder, basename(copy));
}

/** Removes the private copy of a file that was open for reading; the file itself was never touched. */
export function dropPrivateCopy(databasePath: string): void {
  rmSync(dirname(databasePath), { recursive: true, force: true });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

// A journal whose header was wiped belongs to an edit that is complete.
function hasContent(path: string): boolean {
  const bytes = Buffer.alloc(8);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, 8, 0);
  } finally {
    closeSync(file);
  }
  return bytes.some((byte) => byte !== 0);
}
