/** Makes a new client file: complete under a temporary name before it takes its own. */
import { rmSync } from 'node:fs';
import { failure, type Failure } from '../../shared/api/errors.ts';
import { fail, type Result } from '../../shared/lib/result.ts';
import type { Change } from '../../shared/model/change.ts';
import { replaceAtomically } from './atomic-write.ts';
import { applicationId, openDatabase, takeRollbackJournal } from './database.ts';
import { createEngine } from './engine.ts';
import { openFacts } from './facts.ts';
import type { Migration } from './migrations/migration.ts';
import { tablesAfter } from './schema.ts';
import { tuneSearch } from './search-index.ts';
import { reasonOf } from './trouble.ts';
import type { Entities, StorePorts } from './types.ts';
import { isId, validateChanges } from './validate.ts';
import { writeChanges } from './write.ts';

/** Removes a file that was made just now and could not be filled. */
export function discardNewFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    // What holds it keeps it; it is a sound file, if one with less in it than was meant.
    if (reasonOf(error) === 'unknown') throw error;
  }
}

/** The first entry of a file: the client, its kit, and whatever it starts with. */
export type FirstEntry = { readonly opId: string; readonly label: string; readonly changes: readonly Change[] };

/** Writes a new file with its first entry; an existing file of that name is never touched. */
export function writeNewFile(
  path: string,
  first: FirstEntry,
  entities: Entities,
  migrations: readonly Migration[],
  ports: StorePorts,
): Result<null, Failure> {
  if (!isId(first.opId)) return fail(failure('bad-input', { path: 'opId', problem: 'must be a UUID in lower case' }));
  const changes = validateChanges(first.changes, entities, true);
  if (!changes.ok) return changes;
  let refused: Failure | null = null;
  const written = replaceAtomically(path, false, (temporary) => {
    const db = openDatabase(temporary, { readOnly: false });
    try {
      takeRollbackJournal(db);
      db.exec('BEGIN IMMEDIATE');
      for (const { statements } of migrations) for (const statement of statements) db.exec(statement);
      tuneSearch(db);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${migrations.length - 1}`);
      const facts = openFacts(db);
      const at = ports.clock();
      facts.set('file_id', ports.ids());
      facts.set('created_at', at);
      facts.set('created_by', ports.appVersion);
      facts.set('written_by', ports.appVersion);
      const entry = {
        opId: first.opId,
        step: null,
        label: first.label,
        kind: 'create',
        at,
        zone: ports.zone(),
      } as const;
      const engine = createEngine(db, entities, tablesAfter(migrations));
      const result = writeChanges(engine, entry, changes.value);
      if (!result.ok) {
        refused = result.error;
        return 'refused';
      }
      db.exec('COMMIT');
      return null;
    } finally {
      db.close();
    }
  });
  return refused === null ? written : fail(refused);
}
