/** Plants what the linter must refuse in a copy of our configuration, far from our own tree, and reads one run of it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const asynchronous = 'async function save(): Promise<void> {}\n';

/** Code that must be refused: the rule, the file, its text. */
const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['no-floating-promises', 'src/main/a1.ts', `${asynchronous}export function go(): void {\n  save();\n}\n`],
  [
    'no-misused-promises',
    'src/main/a2.ts',
    `${asynchronous}export function go(list: number[]): void {\n  list.forEach(async () => save());\n}\n`,
  ],
  ['await-thenable', 'src/main/a3.ts', 'export async function go(): Promise<void> {\n  await 1;\n}\n'],
  ['no-explicit-any', 'src/main/a4.ts', 'export function go(value: any): void {\n  void value;\n}\n'],
  ['no-unsafe-assignment', 'src/main/a5.ts', "export const value = JSON.parse('1');\n"],
  ['no-non-null-assertion', 'src/main/a6.ts', 'export function go(list: number[]): number {\n  return list[0]!;\n}\n'],
  ['consistent-type-imports', 'src/main/a7.ts', "import { Kind } from './a8.ts';\nexport const kind: Kind = 'a';\n"],
  ['no-default-export', 'src/main/a8.ts', "export type Kind = 'a' | 'b';\nexport default 1;\n"],
  [
    'switch-exhaustiveness-check',
    'src/main/a9.ts',
    "export function go(kind: 'a' | 'b'): void {\n  switch (kind) {\n    case 'a':\n      break;\n  }\n}\n",
  ],
  ['ban-ts-comment', 'src/main/b1.ts', "// @ts-ignore\nexport const value: number = 'a';\n"],
  ['no-console', 'src/shared/b2.ts', "console.log('a');\n"],
  ['no-console', 'src/main/services/b3.ts', "console.log('a');\n"],
  ['eqeqeq', 'src/main/b4.ts', 'export function same(a: unknown, b: unknown): boolean {\n  return a == b;\n}\n'],
  ['only-throw-error', 'src/main/b5.ts', "export function go(): never {\n  throw 'a';\n}\n"],
  ['filename-case', 'src/main/badName.ts', 'export const value = 1;\n'],
  [
    'no-focused-tests',
    'tests/c1.test.ts',
    "import { expect, it } from 'vitest';\nit.only('is', () => {\n  expect(1).toBe(1);\n});\n",
  ],
  [
    'no-disabled-tests',
    'tests/c2.test.ts',
    "import { expect, it } from 'vitest';\nit.skip('is', () => {\n  expect(1).toBe(1);\n});\n",
  ],
  ['expect-expect', 'tests/c3.test.ts', "import { it } from 'vitest';\nit('is', () => {\n  it.name;\n});\n"],
];

/** Code that must pass. */
const sound: readonly (readonly [path: string, text: string])[] = [
  ['src/main/shells/cli/d1.ts', "console.log('the command line speaks');\n"],
  ['some.config.ts', 'export default { value: 1 };\n'],
  ['src/main/d2.ts', `${asynchronous}export async function go(): Promise<void> {\n  await save();\n}\n`],
];

describe('the linter', () => {
  let folder = '';
  let found: readonly string[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-lint-'));
    for (const name of ['.oxlintrc.json', 'tsconfig.base.json']) copyFileSync(join(root, name), join(folder, name));
    write(
      'tsconfig.json',
      JSON.stringify({ extends: './tsconfig.base.json', compilerOptions: { types: [] }, include: ['**/*.ts'] }),
    );
    for (const [path, text] of sound) write(path, text);
    for (const [, path, text] of planted) write(path, text);
    const words = [join(root, 'tools/launch.mjs'), 'oxlint', '--type-aware', '--format=unix', '.'];
    found = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' }).stdout.split('\n');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(planted)('refuses %s in %s', (rule, path) => {
    expect(found.filter((line) => line.includes(path)).join('\n')).toContain(`(${rule})`);
  });

  it.each(sound)('lets %s pass', (path) => {
    expect(found.filter((line) => line.includes(path))).toEqual([]);
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
