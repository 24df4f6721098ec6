/** One session per file: a lock that collides for every alias of the same file and goes away with the process. */
import { chmodSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { type Database, lockExclusively } from './database.ts';
import { systemCode } from './trouble.ts';

/** A file on disk, whatever its names; `born` is when it was made, in nanoseconds, where the volume tells. */
export type FileIdentity = { readonly device: bigint; readonly inode: bigint; readonly born: bigint };

/** A held lock; its key is the same for all names of a file. */
export type Lock = { readonly key: string; readonly release: () => void };

// Opening and closing a file drops this process's own locks on it, so a second session is refused before anything is opened.
const heldHere = new Set<string>();

/** Takes the lock of a file, or returns null when some session has it. */
export function takeLock(appDir: string, identity: FileIdentity): Lock | null {
  const folder = ownFolder(appDir, 'locks');
  const key = identityKey(identity);
  const path = join(folder, `${key}.lock`);
  if (heldHere.has(path)) return null;
  const holder: Database | null = lockExclusively(path);
  if (holder === null) return null;
  chmodSync(path, 0o600);
  heldHere.add(path);
  return {
    key,
    release: () => {
      if (holder.open) holder.close();
      heldHere.delete(path);
    },
  };
}

/** The key under which the file at a path is locked, whatever its name; null where there is none. */
export function keyOfFile(path: string): string | null {
  try {
    const { dev, ino } = statSync(realpathSync(path), { bigint: true });
    return identityKey({ device: dev, inode: ino });
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

/** Removes the lock of a file that nobody has open; false when somebody has. */
export function forgetLock(appDir: string, key: string): boolean {
  const path = join(ownFolder(appDir, 'locks'), `${key}.lock`);
  if (heldHere.has(path)) return false;
  const holder = lockExclusively(path);
  if (holder === null) return false;
  holder.close();
  rmSync(path, { force: true });
  return true;
}

/** A folder of the application's own data, for its owner only. */
export function ownFolder(appDir: string, ...names: readonly string[]): string {
  const folder = join(appDir, ...names);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

// The same for all aliases of a file.
function identityKey(identity: Pick<FileIdentity, 'device' | 'inode'>): string {
  return hash('sha256', `${identity.device}:${identity.inode}`).slice(0, 32);
}
