/** Which file it is that lies at a path, without opening it to work in it. */
import { basename } from 'node:path';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { approach, inspect, recognise } from './approach.ts';
import { type Database, openDatabase } from './database.ts';
import { takeLock } from './lock.ts';
import { migrations as currentMigrations } from './migrations/index.ts';
import { entities as currentEntities } from '../../shared/model/index.ts';
import { dropPrivateCopy } from './sidecars.ts';
import { expectTrouble, inOwnFolder } from './trouble.ts';
import type { StorePorts } from './types.ts';

/** Id of the client file at a path; the file is left as it is, also one that an older program made. */
export function readFileId(path: string, ports: StorePorts): Result<string, Failure> {
  const found = inspect(path);
  if (!found.ok) return found;
  const lock = inOwnFolder(() => takeLock(ports.appDir, found.value.identity));
  if (!lock.ok) return lock;
  if (lock.value === null) return fail(failure('file-locked'));
  let privateCopy: string | null = null;
  let db: Database | null = null;
  try {
    const migrations = ports.migrations ?? currentMigrations;
    const known = { entities: ports.entities ?? currentEntities, migrations };
    const approached = approach(found.value, { readOnly: true }, known, ports, lock.value.key);
    if (!approached.ok) return approached;
    const { databasePath, copy } = approached.value;
    privateCopy = copy;
    db = openDatabase(databasePath, { readOnly: copy === null });
    const recognised = recognise(db, databasePath, migrations);
    return recognised.ok ? ok(recognised.value.fileId) : recognised;
  } catch (error) {
    return fail(expectTrouble(error, basename(path)));
  } finally {
    if (db?.open === true) db.close();
    if (privateCopy !== null) dropPrivateCopy(privateCopy);
    lock.value.release();
  }
}
