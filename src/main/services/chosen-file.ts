/** Files of others that the user chose: looked up, read and digested, with what goes wrong as failures. */
import { createHash } from 'node:crypto';
import { accessSync, constants, createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { reasonOf } from '../store/trouble.ts';
import type { Places } from './places.ts';

/** A file that is there and may be read. */
export type ChosenFile = { readonly path: string; readonly fileName: string; readonly bytes: number };

/** The file at a place; a folder, a device and a name without a file are none. */
export function findChosenFile(places: Places, place: string): Result<ChosenFile, Failure> {
  const path = places.find(place);
  if (path === null) return fail(failure('not-found', { what: 'place', id: place }));
  const name = basename(path);
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile()) return fail(failure('import-no-file', { name }));
    accessSync(path, constants.R_OK);
    return ok({ path, fileName: name, bytes: stats.size });
  } catch (error) {
    return fail(failure('import-unreadable', { name, reason: reasonOf(error) }));
  }
}

/** The text of a file in UTF-8; null where it is something else, which must not be taken in with its letters lost. */
export function readChosenText({ path, fileName }: ChosenFile): Result<string | null, Failure> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return fail(failure('import-unreadable', { name: fileName, reason: reasonOf(error) }));
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return ok(null);
  }
}

/** SHA-256 of a file's bytes, in hex. */
export async function digestOfFile({ path, fileName }: ChosenFile): Promise<Result<string, Failure>> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    return fail(failure('import-unreadable', { name: fileName, reason: reasonOf(error) }));
  }
  return ok(hash.digest('hex'));
}
