/** Plants a violation of each rule of the architecture and shows that the layers check names its file, line and rule. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeViolation, findViolations } from '../../tools/layers/find.ts';

const root = join(import.meta.dirname, '../..');

/** A small tree without a fault: every file is reached from the entry of the command line. */
const sound: Readonly<Record<string, string>> = {
  'src/main/cli.ts': "import { run } from './shells/cli/run.ts';\nrun();\n",
  'src/main/shells/cli/run.ts':
    "import { core } from '../../core.ts';\n/** Runs a command. */\nexport function run(): void {\n  core();\n}\n",
  'src/main/core.ts':
    "import { save } from './services/save.ts';\n/** The core. */\nexport function core(): void {\n  save();\n}\n",
  'src/main/services/save.ts':
    "import { rows } from '../store/rows.ts';\nimport { count } from '../../shared/lib/count.ts';\n/** Saves. */\nexport function save(): void {\n  count(rows());\n}\n",
  'src/main/store/rows.ts':
    "import Database from 'better-sqlite3';\nimport { writeFileSync } from 'node:fs';\n/** All rows. */\nexport function rows(): unknown[] {\n  writeFileSync('x', '');\n  return new Database('x').prepare('SELECT 1').all();\n}\n",
  'src/shared/lib/count.ts':
    '/** Counts. */\nexport function count(rows: readonly unknown[]): number {\n  return rows.length;\n}\n',
};

describe('who may import what', () => {
  it.each([
    ['rule 1', 'src/shared/lib/a.ts', "import type { B } from '../model/b.ts';"],
    ['rule 1', 'src/shared/lib/a.ts', "import { readFileSync } from 'node:fs';"],
    ['rule 1', 'src/shared/model/a.ts', "import { join } from 'path';"],
    ['rule 1', 'src/shared/model/a.ts', "import { b } from '../analysis/b.ts';"],
    ['rule 1', 'src/shared/api/a.ts', "import { b } from '../../main/services/b.ts';"],
    ['rule 2', 'src/shared/analysis/a.ts', "import { b } from '../document/b.ts';"],
    ['rule 2', 'src/shared/analysis/a.ts', "import { b } from '../../main/store/b.ts';"],
    ['rule 2', 'src/shared/document/a.ts', "import { b } from '../../main/jobs/render/b.ts';"],
    ['rule 2', 'src/shared/figures/a.ts', "import { b } from '../document/b.ts';"],
    ['rule 3', 'src/main/store/a.ts', "import { b } from '../jobs/import/b.ts';"],
    ['rule 3', 'src/main/store/a.ts', "import { b } from '../jobs/render/b.ts';"],
    ['rule 3', 'src/main/jobs/import/a.ts', "import { b } from '../../store/b.ts';"],
    ['rule 3', 'src/main/jobs/import/a.ts', "import { b } from '../render/b.ts';"],
    ['rule 3', 'src/main/jobs/render/a.ts', "import { b } from '../../store/b.ts';"],
    ['rule 3', 'src/main/jobs/render/a.ts', "import { b } from '../import/b.ts';"],
    ['rule 3', 'src/main/jobs/a.ts', "import { b } from '../store/b.ts';"],
    ['rule 3', 'src/main/services/a.ts', "import { b } from '../jobs/render/b.ts';"],
    ['rule 3', 'src/main/services/a.ts', "import { b } from '../shells/cli/b.ts';"],
    ['rule 3', 'src/main/core.ts', "import { b } from './shells/cli/b.ts';"],
    ['rule 4', 'src/main/shells/cli/a.ts', "import { b } from '../../services/b.ts';"],
    ['rule 4', 'src/main/shells/cli/a.ts', "import { b } from '../browser/b.ts';"],
    ['rule 4', 'src/main/shells/electron/a.ts', "import { b } from '../../../shared/model/b.ts';"],
    ['rule 4', 'src/main/cli.ts', "import { b } from './services/b.ts';"],
    ['rule 4', 'src/preload/index.ts', "import { b } from '../shared/api/b.ts';"],
    ['rule 5', 'src/renderer/features/map/a.ts', "import { b } from '../review/b.ts';"],
    ['rule 5', 'src/renderer/features/map/a.ts', "import { b } from '../../app/b.ts';"],
    ['rule 5', 'src/renderer/app/a.ts', "import { b } from '../features/map/b.ts';"],
    ['rule 5', 'src/renderer/ui/a.tsx', "import type { B } from '../../shared/model/b.ts';"],
    ['rule 5', 'src/renderer/ui/a.tsx', "import { b } from '../data/b.ts';"],
    ['rule 5', 'src/renderer/data/a.ts', "import { b } from '../../main/core.ts';"],
    ['rule 5', 'src/renderer/app/a.ts', "import { join } from 'node:path';"],
  ])('%s: %s may not %s', (rule, path, line) => {
    const target = /'(\.[^']+)'/.exec(line)?.[1];
    const beside = target === undefined ? {} : { [join(path, '..', target).replaceAll('\\', '/')]: constant('b') };
    expect(plant({ ...beside, [path]: `${line}\n${constant('a')}` })).toContain(`${path}:1 [${rule}] imports`);
  });

  it('knows imports that are hidden in a type, a call or an address', () => {
    const path = 'src/main/services/a.ts';
    const beside = { 'src/main/shells/cli/b.ts': constant('b') };
    for (const line of [
      "export type { b } from '../shells/cli/b.ts';",
      "const later = () => import('../shells/cli/b.ts');",
      "const place = new URL('../shells/cli/b.ts', import.meta.url);",
      "const place = import.meta.resolve('../shells/cli/b.ts');",
    ]) {
      expect(plant({ ...beside, [path]: `${line}\n` })).toContain(
        `${path}:1 [rule 3] imports src/main/shells/cli/b.ts`,
      );
    }
  });

  it('refuses product code that imports tests or tools, and folders that have no layer', () => {
    expect(
      plant({ 'src/main/store/a.ts': "import { b } from '../../../tests/support/b.ts';\n", 'tests/support/b.ts': '' }),
    ).toContain('src/main/store/a.ts:1 [rule 3] imports tests/support/b.ts');
    expect(plant({ 'src/main/utils/a.ts': constant('a') })).toContain(
      'src/main/utils/a.ts:1 [rule 7] belongs to no layer',
    );
  });
});

describe('who owns which library', () => {
  it.each([
    ['electron', 'src/main/shells/browser/a.ts'],
    ['electron/main', 'src/main/core.ts'],
    ['better-sqlite3', 'src/main/services/a.ts'],
    ['drizzle-orm/sqlite-core', 'src/shared/model/a.ts'],
    ['docx', 'src/main/services/a.ts'],
    ['exceljs', 'src/main/jobs/import/a.ts'],
    ['@resvg/resvg-js', 'src/shared/figures/a.ts'],
    ['mammoth', 'src/main/jobs/render/a.ts'],
    ['csv-parse/sync', 'src/main/services/a.ts'],
    ['react', 'src/shared/figures/a.ts'],
    ['react', 'src/main/core.ts'],
    ['zustand', 'src/shared/model/a.ts'],
    ['@orpc/server', 'src/main/store/a.ts'],
    ['commander', 'src/main/core.ts'],
    ['yaml', 'src/shared/method/a.ts'],
    ['left-pad', 'src/shared/lib/a.ts'],
    ['node:http', 'src/main/services/a.ts'],
    ['node:child_process', 'src/main/store/a.ts'],
    ['node:sqlite', 'src/main/store/a.ts'],
  ])('%s may not be imported by %s', (library, path) => {
    const name = library.startsWith('node:')
      ? library
      : library
          .split('/')
          .slice(0, library.startsWith('@') ? 2 : 1)
          .join('/');
    expect(plant({ [path]: `import * as a from '${library}';\n` })).toContain(`${path}:1 [rule 6] imports ${name};`);
  });
});

describe('rule 7 and the shape of files', () => {
  it('refuses a cycle and shows its way', () => {
    const found = plant({
      'src/shared/model/a.ts': "import { b } from './b.ts';\n",
      'src/shared/model/b.ts': "import { c } from './c.ts';\n",
      'src/shared/model/c.ts': "import { a } from './a.ts';\n",
    });
    expect(found).toContain('src/shared/model/a.ts:1 [rule 7] is part of a cycle');
    expect(found).toContain(
      'src/shared/model/a.ts -> src/shared/model/b.ts -> src/shared/model/c.ts -> src/shared/model/a.ts',
    );
  });

  it('refuses a file that only its test reaches', () => {
    const found = plant({
      'src/shared/model/a.ts': constant('a'),
      'tests/model/a.test.ts': "import { a } from '../../src/shared/model/a.ts';\n",
    });
    expect(found).toContain('src/shared/model/a.ts:1 [rule 7] is an orphan');
  });

  it.each(['export default function a(): void {}', 'const a = 1;\nexport { a as default };'])(
    'refuses a default export: %s',
    (text) => {
      expect(plant({ 'src/shared/model/a.ts': `${text}\n` })).toMatch(
        /src\/shared\/model\/a\.ts:\d \[rule 7\] has a default export/,
      );
    },
  );

  it.each(["export * from './b.ts';", "export { b } from './b.ts';", "export type { B } from './b.ts';"])(
    'refuses to pass on an export outside the named indexes: %s',
    (text) => {
      const tree = { 'src/shared/model/b.ts': constant('b'), 'src/shared/model/a.ts': `${text}\n` };
      expect(plant(tree)).toContain('src/shared/model/a.ts:1 [rule 7] passes on');
      expect(plant({ ...tree, 'src/shared/model/index.ts': `${text}\n` })).not.toContain(
        'index.ts:1 [rule 7] passes on',
      );
    },
  );

  it('refuses an import whose ending is missing or that leads nowhere', () => {
    const tree = { 'src/shared/model/b.ts': constant('b') };
    expect(plant({ ...tree, 'src/shared/model/a.ts': "import { b } from './b';\n" })).toContain(
      'a.ts:1 [rule 7] imports ./b, which is no file',
    );
    expect(plant({ ...tree, 'src/shared/model/a.ts': "import { b } from './c.ts';\n" })).toContain(
      'a.ts:1 [rule 7] imports ./c.ts, which',
    );
  });

  it('refuses a file of more than 300 lines, a preload that grows, and an unreadable file', () => {
    expect(plant({ 'src/shared/model/a.ts': '//\n'.repeat(301) })).toContain(
      'src/shared/model/a.ts:301 [length] has 301 lines',
    );
    expect(plant({ 'src/shared/model/a.ts': '//\n'.repeat(300) })).not.toContain('[length]');
    expect(plant({ 'tests/a.test.ts': '//\n'.repeat(301) })).toContain('tests/a.test.ts:301 [length]');
    expect(plant({ 'src/preload/index.ts': '//\n'.repeat(61) })).toContain('src/preload/index.ts:61 [length]');
    expect(plant({ 'src/shared/model/a.ts': 'export const = 1;\n' })).toContain('src/shared/model/a.ts:1 [syntax]');
  });

  it('asks for one sentence on each export', () => {
    const path = 'src/shared/model/a.ts';
    expect(plant({ [path]: '/** The file. */\nexport const a = 1;\n\nexport const b = 2;\n' })).toContain(
      `${path}:4 [comment] exports b`,
    );
    expect(plant({ [path]: '/** Both. */\nexport const a = 1;\nexport const b = 2;\n' })).not.toContain('[comment]');
    expect(
      plant({ [path]: '/** The file about a. */\nimport { b } from "zod";\n\nexport const a = b;\n' }),
    ).not.toContain('[comment]');
  });
});

describe('banned words', () => {
  it.each([
    ['src/main/store/a.ts', 'db.unsafeMode(true);'],
    ['src/main/store/a.ts', "db['unsafeMode'](true);"],
    ['src/main/store/a.ts', "open().loadExtension('x');"],
    ['src/main/store/a.ts', 'const bytes = db.serialize();'],
    ['src/main/store/a.ts', "db.function('f', () => 1);"],
    ['src/main/store/a.ts', "db.exec(`ATTACH DATABASE '${name}' AS other`);"],
    ['src/main/store/a.ts', "db.pragma('journal_mode = WAL');"],
    ['src/main/services/a.ts', "run('SELECT name FROM client');"],
    ['src/main/services/a.ts', 'run(`UPDATE ${table} SET name = 1`);'],
    ['src/main/jobs/import/a.ts', "run('DELETE FROM client');"],
    ['src/shared/model/a.ts', 'const now = Date.now();'],
    ['src/shared/model/a.ts', 'const clock = Date.now;'],
    ['src/shared/model/a.ts', 'const now = new Date();'],
    ['src/shared/model/a.ts', 'const chance = Math.random();'],
    ['src/shared/model/a.ts', 'const id = globalThis.crypto.randomUUID();'],
    ['src/shared/model/a.ts', 'const order = a.localeCompare(b);'],
    ['src/shared/model/a.ts', 'const text = amount.toLocaleString();'],
    ['src/shared/model/a.ts', 'const format = new Intl.NumberFormat();'],
    ['src/shared/model/a.ts', 'const year = date.getFullYear();'],
  ])('%s may not say %s', (path, line) => {
    expect(plant({ [path]: `// a comment may say it\n${line}\n` })).toContain(`${path}:2 [banned]`);
  });

  it.each([
    ['src/main/store/a.ts', "db.prepare('SELECT name FROM client');"],
    ['src/main/services/a.ts', "say('Select a passage from the source');"],
    ['src/main/services/a.ts', 'const shape = z.function();'],
    ['src/shared/model/a.ts', 'const day = new Date(text).getUTCDate();'],
    ['src/shared/model/a.ts', "const order = a.localeCompare(b, 'en');"],
    ['src/main/store/a.ts', 'const now = Date.now(); // unsafeMode, ATTACH'],
  ])('%s may say %s', (path, line) => {
    expect(plant({ [path]: `${line}\n` })).not.toContain('[banned]');
  });

  it.each([
    "import { writeFile } from 'node:fs/promises';",
    "import { openSync } from 'fs';",
    "import * as fs from 'node:fs';",
    "import fs from 'node:fs';",
    "const fs = await import('node:fs');",
  ])('files are written by the store and one module only: %s', (line) => {
    expect(plant({ 'src/main/services/a.ts': `${line}\n` })).toContain('src/main/services/a.ts:1 [writes]');
    expect(plant({ 'src/main/services/a.ts': "import { readFile } from 'node:fs/promises';\n" })).not.toContain(
      '[writes]',
    );
  });
});

describe('the tree', () => {
  it('a sound tree has no violation', () => {
    expect(findViolations(new Map(Object.entries(sound)))).toEqual([]);
  });

  it('our own tree keeps every rule', () => {
    expect(runLayers()).toMatch(/^\d+ files, 0 violations/);
  });
});

/** The violations of the sound tree with some files added or replaced, a line each. */
function plant(files: Readonly<Record<string, string>>): string {
  const violations = findViolations(new Map(Object.entries({ ...sound, ...files })));
  return violations.map(describeViolation).join('\n');
}

function constant(name: string): string {
  return `/** A thing. */\nexport const ${name} = 1;\n`;
}

function runLayers(): string {
  try {
    return execFileSync(process.execPath, ['tools/layers.ts'], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    return String(error instanceof Error && 'stdout' in error ? error.stdout : error);
  }
}
