/** The built interface: what was built is served, and nothing else. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadAssets } from '../../../src/main/lib/page-assets.ts';
import { testPlace } from '../../support/browser-shell.ts';

/** Leaves a build in a folder: its files, and the list of them. */
function build(files: Readonly<Record<string, string>>): string {
  const { folder } = testPlace();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const hashes = Object.entries(files).map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(Object.fromEntries(hashes)));
  return folder;
}

it('the page stands at the root and every other file at its name', () => {
  const assets = loadAssets(build({ 'index.html': '<p>', 'assets/page-1.js': 'x', 'assets/inter.woff2': 'y' }));
  expect([...assets].map(([target, { type }]) => [target, type])).toEqual([
    ['/', 'text/html; charset=utf-8'],
    ['/assets/page-1.js', 'text/javascript; charset=utf-8'],
    ['/assets/inter.woff2', 'font/woff2'],
  ]);
});

it('a file that is not in the list of the build is not there', () => {
  const folder = build({ 'index.html': '<p>' });
  writeFileSync(join(folder, 'added.js'), 'x');
  expect([...loadAssets(folder).keys()]).toEqual(['/']);
});

it('a file that was changed after the build stops the start', () => {
  const folder = build({ 'index.html': '<p>', 'page.js': 'x' });
  writeFileSync(join(folder, 'page.js'), 'other');
  expect(() => loadAssets(folder)).toThrow('changed after it was built');
});

it('a list that leads out of the folder stops the start', () => {
  const folder = build({ 'index.html': '<p>' });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ '../secret.js': 'a'.repeat(64) }));
  expect(() => loadAssets(folder)).toThrow('Invalid');
});
