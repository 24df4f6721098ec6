/** The first steps into a file: what lies at the path, how it can be reached, and whether it is one of ours. */
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { type Database, readNumber, takeRollbackJournal } from './database.ts';
import { openFacts } from './facts.ts';
import { fingerprintOf, foreignObject } from './fingerprint.ts';
import { judgeHeader } from './header.ts';
import type { FileIdentity } from './lock.ts';
import type { Migration } from './migrations/migration.ts';
import { readOnlyReason } from './place.ts';
import { copyAside, hasUnfinishedEdit, oddSidecar } from './sidecars.ts';
import { expectTrouble, inOwnFolder, systemCode } from './trouble.ts';
import type { Entities, OpenOptions, StorePorts } from './types.ts';
import { isId } from './validate.ts';
import { logFits, pagesFit } from './verify.ts';

/** The largest file that is opened, in bytes. */
const largest = 4 * 2 ** 30;

/** What the program knows: its model and all versions of the schema. */
export type Known = { readonly entities: Entities; readonly migrations: readonly Migration[] };

/** A file that may be one of ours. */
export type Inspected = { readonly path: string; readonly size: number; readonly identity: FileIdentity };

/** The way to what a file holds. */
export type Approach = {
  /** The file itself, or a private copy of it. */
  readonly databasePath: string;
  /** Copy that was taken before an unfinished edit is undone. */
  readonly copy: string | null;
  readonly reason: 'asked' | 'file' | 'folder' | null;
};

/** Looks at what lies at a path. Aliases are resolved first, so that every name of a file means the same file. */
export function inspect(path: string): Result<Inspected, Failure> {
  const name = basename(path);
  try {
    const real = realpathSync(path);
    const found = lstatSync(real, { bigint: true });
    if (!found.isFile()) return fail(failure('file-foreign', { name }));
    if (found.size === 0n) return fail(failure('file-empty', { name }));
    if (found.size > largest) return fail(failure('file-too-large', { name, limit: largest / 2 ** 30 }));
    return ok({
      path: real,
      size: Number(found.size),
      identity: { device: found.dev, inode: found.ino, born: found.birthtimeNs },
    });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return fail(failure('file-missing', { name }));
    return fail(expectTrouble(error, name));
  }
}

/** Before SQLite touches the file: its first bytes, whether it can be written, and a copy when it has an unfinished edit. */
export function approach(
  { path, size }: Inspected,
  options: OpenOptions,
  { migrations }: Known,
  ports: StorePorts,
  lockKey: string,
): Result<Approach, Failure> {
  const odd = oddSidecar(path);
  if (odd !== null) return fail(failure('file-foreign-objects', { object: odd }));
  const unfinished = hasUnfinishedEdit(path);
  const judged = judgeHeader(path, { name: basename(path), size, unfinished, known: migrations.length - 1 });
  if (!judged.ok) return judged;
  const reason = readOnlyReason(path) ?? (options.readOnly ? 'asked' : null);
  // Where nothing can be written, an unfinished edit can only be taken back in a copy, and write-ahead mode only be left there.
  const isPrivate = reason !== null && (unfinished || judged.value.writeAhead);
  if (!isPrivate && !unfinished) return ok({ databasePath: path, copy: null, reason });
  // Whoever holds the lock of the file is the only one that uses its private copy.
  const folder = isPrivate ? `private-${lockKey}` : `unknown-${ports.ids()}`;
  const copied = inOwnFolder(() => copyAside(path, ports.appDir, folder));
  if (!copied.ok) return copied;
  return ok({ databasePath: isPrivate ? copied.value : path, copy: copied.value, reason });
}

/** Before anything is read from a table of the user: a version that is known, and its schema text to the letter. */
export function recognise(
  db: Database,
  path: string,
  migrations: readonly Migration[],
): Result<{ readonly version: number; readonly fileId: string }, Failure> {
  const version = readNumber(db, 'PRAGMA user_version');
  if (version >= migrations.length) return fail(failure('file-newer', { version, known: migrations.length - 1 }));
  if (fingerprintOf(db) !== migrations[version]?.fingerprint)
    return fail(failure('file-foreign-objects', { object: foreignObject(db, migrations.slice(0, version + 1)) }));
  takeRollbackJournal(db);
  if (!pagesFit(db, statSync(path).size)) return fail(failure('file-damaged', { where: 'size' }));
  if (!logFits(db)) return fail(failure('file-damaged', { where: 'history' }));
  const fileId = openFacts(db).get('file_id') ?? '';
  // The id names files of ours outside the client file, so it has to be what it says.
  return isId(fileId) ? ok({ version, fileId }) : fail(failure('file-damaged', { where: 'identity' }));
}
