/** The next migration that the model calls for: worked out here, written and committed as a file by the generator. */
import { ok, type Result } from '../../shared/lib/result.ts';
import { fingerprintAfter } from './fingerprint.ts';
import type { Migration } from './migrations/migration.ts';
import { additionsBetween, statementsFor, tablesAfter, tablesOf } from './schema.ts';
import type { Entities } from './types.ts';

/** The migration after these, null when the schema fits the model already; fails when the model lost or changed something. */
export function nextMigration(entities: Entities, migrations: readonly Migration[]): Result<Migration | null, string> {
  const additions = additionsBetween(tablesAfter(migrations), tablesOf(entities));
  if (!additions.ok) return additions;
  const { tables, columns } = additions.value;
  if (tables.length === 0 && columns.length === 0) return ok(null);
  const statements = statementsFor(additions.value, migrations.length === 0);
  const fingerprint = fingerprintAfter([...migrations, { statements }]);
  return ok({ version: migrations.length, tables, columns, statements, fingerprint });
}
