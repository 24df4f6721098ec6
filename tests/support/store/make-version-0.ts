/**
 * Makes version 0 of the schema and the client file of that version that stays under fixtures:
 * `node tests/support/store/make-version-0.ts`. Run once; both are committed and never change after the first release.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClientFile } from '../../../src/main/store/client-file.ts';
import { nextMigration } from '../../../src/main/store/next-migration.ts';
import { entities } from '../../../src/shared/model/index.ts';
import { writeMigrations } from '../../../tools/generate-migration.ts';
import { ancestorEntities } from './ancestor.ts';
import { counterPorts } from './ports.ts';
import { version0Rows } from './version-0-rows.ts';

const target = join(import.meta.dirname, '../../fixtures/store/version-0.throughline');
const first = needed(nextMigration(ancestorEntities, []));
const second = needed(nextMigration(entities, [first]));
writeMigrations([first, second]);

const appDir = mkdtempSync(join(tmpdir(), 'throughline-version-0-'));
const ports = { ...counterPorts(appDir, '7'), entities: ancestorEntities, migrations: [first] };
rmSync(target, { force: true });
const [create, ...edits] = version0Rows;
const made = createClientFile(target, { opId: ports.ids(), label: 'New client', changes: create ?? [] }, ports);
if (!made.ok) throw new Error(JSON.stringify(made.error));
for (const changes of edits) {
  const written = made.value.apply({ opId: ports.ids(), label: 'Edit', kind: 'edit', changes });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
}
made.value.close();
rmSync(appDir, { recursive: true });
console.log(`Wrote ${target}`);

function needed<T>(
  result: ReturnType<typeof nextMigration>,
): T & NonNullable<Extract<typeof result, { ok: true }>['value']> {
  if (!result.ok || result.value === null) throw new Error(result.ok ? 'nothing to write' : result.error);
  return result.value as T & NonNullable<typeof result.value>;
}
