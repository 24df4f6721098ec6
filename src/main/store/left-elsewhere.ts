/**
 * Where a file lay while it was being written, kept outside it: renamed or moved after a crash, it leaves its journal behind,
 * and without that journal half an edit would be taken for the whole file.
 */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type FileIdentity, type Lock, ownFolder } from './lock.ts';
import { hasUnfinishedEdit } from './sidecars.ts';

/** A file under its lock, which stands for it under any name. */
export type Standing = { readonly path: string; readonly identity: FileIdentity; readonly lock: Pick<Lock, 'key'> };

/** Notes the place of a file that may be written from now on. */
export function notePlace(appDir: string, { lock, path, identity }: Standing, fileId: string): void {
  const note: Note = { fileId, path, born: String(identity.born) };
  writeFileSync(notePath(appDir, lock.key), JSON.stringify(note), { mode: 0o600 });
}

/** Takes the note back, unless an edit was left unfinished. */
export function clearPlace(appDir: string, { lock, path }: Pick<Standing, 'lock' | 'path'>): void {
  if (!hasUnfinishedEdit(path)) rmSync(notePath(appDir, lock.key), { force: true });
}

/** Name of the file under which the last session left an unfinished edit, when that is another name than now; else null. */
export function leftElsewhere(appDir: string, { path, identity, lock }: Standing): string | null {
  const note = readNote(notePath(appDir, lock.key));
  if (note === null || note.path === path || !hasUnfinishedEdit(note.path)) return null;
  // A number on the disk that was given again belongs to a file that was born later.
  if (note.born !== String(identity.born)) return null;
  const there = statSync(note.path, { bigint: true, throwIfNoEntry: false });
  // Another file that took the place since then owns what lies beside it.
  const taken = there !== undefined && (there.ino !== identity.inode || there.dev !== identity.device);
  return taken ? null : basename(note.path);
}

/** Removes the notes about a file. */
export function forgetPlace(appDir: string, fileId: string): void {
  const folder = ownFolder(appDir, 'locks');
  for (const name of readdirSync(folder).filter((each) => each.endsWith(ending))) {
    if (readNote(join(folder, name))?.fileId === fileId) rmSync(join(folder, name), { force: true });
  }
}

type Note = { readonly fileId: string; readonly path: string; readonly born: string };

const ending = '.place';

function notePath(appDir: string, key: string): string {
  return join(ownFolder(appDir, 'locks'), key + ending);
}

// A note that a power cut left empty or torn says nothing.
function readNote(path: string): Note | null {
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const { fileId = '', path: noted = '', born = '' } = note as Partial<Note>;
    return { fileId: String(fileId), path: String(noted), born: String(born) };
  } catch {
    return null;
  }
}
