/** Small settings and lists of the program in its own folder, as JSON: written whole, and never a reason not to start. */
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { writeFileAtomically } from './atomic-write.ts';
import { ownFolder } from './lock.ts';
import { reasonOf, systemCode } from './trouble.ts';

/** A file of the program's own folder whose content `read` recognises. */
export type OwnFile<T> = {
  /** Name without ending. */
  readonly name: string;
  /** The content as it is used; null refuses it. */
  readonly read: (json: unknown) => T | null;
};

/** What the file holds; null where there is none. One that cannot be understood is put aside under another name. */
export function loadOwn<T>(appDir: string, file: OwnFile<T>): T | null {
  const path = join(appDir, `${file.name}.json`);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    // A folder of that name, or a disk that does not answer: as good as nothing kept.
    if (systemCode(error) === null) throw error;
    return null;
  }
  const content = file.read(parse(text));
  if (content === null) putAside(path, asidePath(appDir, file.name));
  return content;
}

/** Writes the content whole or not at all, for its owner only. */
export function saveOwn(appDir: string, name: string, content: unknown): Result<null, Failure> {
  const path = join(ownFolder(appDir), `${name}.json`);
  const written = writeFileAtomically(path, Buffer.from(`${JSON.stringify(content, null, 1)}\n`), { replace: true });
  if (written.ok) return written;
  return fail(failure('own-folder', { reason: written.error.params['reason'] ?? 'unknown' }));
}

/** Removes what was put aside; tells how many files that were. */
export function dropAside(appDir: string, name: string): Result<number, Failure> {
  try {
    rmSync(asidePath(appDir, name));
    return ok(1);
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'ENOENT' ? ok(0) : fail(failure('own-folder', { reason }));
  }
}

function asidePath(appDir: string, name: string): string {
  return join(appDir, `${name}.broken.json`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

// The next write would replace it; aside it can still be looked at.
function putAside(path: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}
