/** Where a file lies: whether it can be written there, whether a sync client watches it, what copies lie beside it. */
import { accessSync, constants, readdirSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, extname, sep } from 'node:path';

/** Why a file cannot be written where it lies, or null when it can. A mark that says read-only counts even for root. */
export function readOnlyReason(path: string): 'file' | 'folder' | null {
  if (!isWritable(path)) return 'file';
  return isWritable(dirname(path)) ? null : 'folder';
}

/** Name of the sync service whose folder a path is in, as far as its folders tell, or null. */
export function syncService(path: string): string | null {
  const folders = dirname(path).split(sep);
  return services.find(([, pattern]) => folders.some((folder) => pattern.test(folder)))?.[0] ?? null;
}

/** Names that sync clients gave to the losing side of two edits of a file, as they lie beside it; its own name may be one. */
export function conflictCopies(path: string): readonly string[] {
  const ending = extname(path);
  const names = listFolder(dirname(path)).filter((name) => extname(name) === ending);
  const stems = new Set(names.map((name) => basename(name, ending)));
  const originalOf = (stem: string): string | null => {
    const sure = stem.replace(conflictWord, '');
    if (sure !== stem) return sure;
    const likely = stem.replace(numberOrHost, '');
    return likely !== stem && stems.has(likely) ? likely : null;
  };
  const own = basename(path, ending);
  const original = originalOf(own) ?? own;
  return names.filter((name) => originalOf(basename(name, ending)) === original);
}

/** Free bytes on the volume of a path; Infinity when the system does not tell. */
export function freeBytesAt(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

/** Too little space for a backup and a few days of work: less than 200 MB or twice the file. */
export function isLowOnSpace(free: number, size: number): boolean {
  return free < Math.max(200 * 2 ** 20, 2 * size);
}

const services: readonly (readonly [string, RegExp])[] = [
  ['OneDrive', /^OneDrive( - .+)?$/u],
  ['Dropbox', /^Dropbox( \(.+\))?$/u],
  ['Google Drive', /^(Google ?Drive|My Drive|GoogleDrive-.+)$/u],
  ['iCloud Drive', /^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/u],
  ['Box', /^Box( Sync)?$/u],
  ['Nextcloud', /^(Nextcloud|ownCloud)$/u],
  ['a sync client', /^(CloudStorage|pCloud ?Drive|Syncthing|Sync|MEGA)$/u],
];

// Dropbox and Nextcloud: "(Ann's conflicted copy 2026-07-01)"; Syncthing: ".sync-conflict-20260701-101500-ABCDEFG".
const conflictWord = /( \([^)]*(conflict|conflit|Konflikt|conflicto)[^)]*\)|\.sync-conflict-[\w-]+)$/u;
// Google Drive: "(1)"; iCloud: " 2"; OneDrive: "-LAPTOP". They count only beside the file without them.
const numberOrHost = /( \(\d+\)| \d{1,2}|-[A-Z][A-Z0-9-]*)$/u;

function isWritable(path: string): boolean {
  try {
    if ((statSync(path).mode & 0o222) === 0) return false;
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
