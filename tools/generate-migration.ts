/**
 * Writes the migration that the model calls for, if any: `node tools/generate-migration.ts [--amend]`. A migration that was
 * released never changes; `--amend` works out the newest one anew while it was not.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Migration } from '../src/main/store/migrations/migration.ts';
import { migrations } from '../src/main/store/migrations/index.ts';
import { nextMigration } from '../src/main/store/next-migration.ts';
import { entities } from '../src/shared/model/index.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'src/main/store/migrations');

/** Brings the list of migrations up to the model and returns one line that says what was done. */
export function generateMigration(amend = false): string {
  const kept = amend ? migrations.slice(0, -1) : migrations;
  const next = nextMigration(entities, kept);
  if (!next.ok) throw new Error(next.error);
  if (next.value === null) return 'The schema fits the model.';
  writeMigrations([...kept, next.value]);
  return `Wrote version ${next.value.version} of the schema.`;
}

/** Writes migrations as source files with their list, formatted as the rest. */
export function writeMigrations(list: readonly Migration[]): void {
  for (const name of readdirSync(folder)) if (/^\d{4}\.ts$/u.test(name)) rmSync(join(folder, name));
  const numbers = list.map(({ version }) => ({ version, file: `${String(version).padStart(4, '0')}.ts` }));
  list.forEach((migration, index) => {
    writeFileSync(join(folder, numbers[index]?.file ?? ''), migrationSource(migration));
  });
  const imports = numbers.map(({ version, file }) => `import { migration${version} } from './${file}';\n`).join('');
  const names = numbers.map(({ version }) => `migration${version}`).join(', ');
  const index = `/** All versions of the schema, oldest first. Written by tools/generate-migration.ts. */\n${imports}import type { Migration } from './migration.ts';\n\n/** Version n is reached by running the first n + 1. */\nexport const migrations: readonly Migration[] = [${names}];\n`;
  writeFileSync(join(folder, 'index.ts'), index);
  const formatted = spawnSync(process.execPath, [join(root, 'tools/launch.mjs'), 'oxfmt', folder], { cwd: root });
  if (formatted.status !== 0) throw new Error('oxfmt failed on the migrations');
}

function migrationSource(migration: Migration): string {
  const { version } = migration;
  return `/** Version ${version} of the schema. Written by tools/generate-migration.ts; never edited once released. */\nimport type { Migration } from './migration.ts';\n\nexport const migration${version}: Migration = ${JSON.stringify(migration, null, 2)};\n`;
}

if (import.meta.main) console.log(generateMigration(process.argv.includes('--amend')));
