/** Journals that a killed program left beside a file, and copies of both taken before SQLite repairs anything. */
import { chmodSync, closeSync, copyFileSync, openSync, readdirSync, readSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownFolder } from './lock.ts';

/** Journals beside a file. */
export type Sidecars = { readonly journal: boolean; readonly writeAhead: boolean };

/** Looks for a rollback journal that has to be played back, and for another mode's journal. */
export function findSidecars(path: string): Sidecars {
  const writeAhead = sizeOf(`${path}-wal`) > 0;
  return { journal: sizeOf(`${path}-journal`) > 0 && hasContent(`${path}-journal`), writeAhead };
}

/** Copies a file with its journals into the application's own data; returns the path of the copied file. */
export function copyAside(path: string, appDir: string, key: string): string {
  const number = readdirSync(ownFolder(appDir, 'recovery')).length + 1;
  const folder = ownFolder(appDir, 'recovery', `${key}-${number}`);
  for (const ending of ['', '-journal', '-wal']) {
    if (sizeOf(path + ending) === 0) continue;
    const copy = join(folder, basename(path) + ending);
    copyFileSync(path + ending, copy);
    chmodSync(copy, 0o600);
  }
  return join(folder, basename(path));
}

/** Files the copy under the id of the file, once that is known, so that it can be forgotten with it. */
export function fileCopyUnder(copy: string, appDir: string, fileId: string): string {
  const folder = join(appDir, 'recovery', `${fileId}-${readdirSync(join(appDir, 'recovery')).length}`);
  renameSync(join(copy, '..'), folder);
  return join(folder, basename(copy));
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
