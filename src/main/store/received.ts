/** Files that were dropped on a window or pasted into it: kept in the program's own folder while that window is open. */
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Failure } from '../../shared/api/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import { ownFolder } from './lock.ts';
import { inOwnFolder, systemCode } from './trouble.ts';

/** The received files of one core; nobody but the user can read them. */
export type Received = {
  /** An empty file of that name, in a folder of its own. */
  begin(name: string): Result<string, Failure>;
  /** Adds bytes to it; answers its size after that. */
  append(path: string, bytes: Uint8Array): Result<number, Failure>;
  drop(path: string): void;
  /** Removes them all. */
  close(): void;
};

/** Opens the folder of received files; what a program that has ended left there goes. */
export function openReceived(appDir: string): Received {
  const all = join(appDir, 'received');
  const own = `${process.pid}-${randomUUID()}`;
  sweep(all);
  return {
    begin: (name) =>
      inOwnFolder(() => {
        const path = join(ownFolder(appDir, 'received', own, randomUUID()), name);
        closeSync(openSync(path, 'wx', 0o600));
        return path;
      }),
    append: (path, bytes) =>
      inOwnFolder(() => {
        const file = openSync(path, 'r+');
        try {
          const { size } = statSync(path);
          let written = 0;
          while (written < bytes.length) {
            written += writeSync(file, bytes, written, bytes.length - written, size + written);
          }
          return size + written;
        } finally {
          closeSync(file);
        }
      }),
    drop: (path) => remove(dirname(path)),
    close: () => remove(join(all, own)),
  };
}

function sweep(folder: string): void {
  if (!existsSync(folder)) return;
  try {
    for (const name of readdirSync(folder)) {
      if (!isRunning(Number.parseInt(name, 10))) remove(join(folder, name));
    }
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

/** Whether a process of that number runs, whoever's it is. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

// What something holds now goes with the next start.
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}
