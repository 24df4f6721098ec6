import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Runs the demo and gives the digests of what it wrote. */
function runDemo(): { out: string; digests: Record<string, string> } {
  const demo = spawnSync(process.execPath, [join(root, 'tools/demo.ts')], { cwd: root, encoding: 'utf8' });
  expect(demo.status, demo.stderr).toBe(0);
  const names = readdirSync(join(root, 'demo')).toSorted();
  const digest = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(root, 'demo', name)))
      .digest('hex');
  return { out: demo.stdout, digests: Object.fromEntries(names.map((name) => [name, digest(name)])) };
}

it('the demo takes the sample to a document that can be issued, twice to the same bytes', () => {
  const first = runDemo();
  expect(first.out).toContain('0 blockers');
  expect(first.out).toMatch(/[4-8] pages \(computed\)/u);
  expect(Object.keys(first.digests)).toEqual([
    'Aldermere Air.docx',
    'Aldermere Air.json',
    'Aldermere Air.throughline',
    'Aldermere Air.xlsx',
  ]);
  expect(runDemo().digests).toEqual(first.digests);
});
