import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFileAtomically } from '../../../src/main/store/atomic-write.ts';
import { codeOf, taken, temporaryFolder } from '../../support/store/file.ts';

const bytes = new TextEncoder().encode('the whole document');

test('a file is written whole, for its owner only, and nothing lies beside it', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'map.docx');
  expect(writeFileAtomically(path, bytes)).toEqual({ ok: true, value: null });
  expect(readFileSync(path, 'utf8')).toBe('the whole document');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['map.docx']);
});

test('an existing file is replaced only when that was asked for', () => {
  const path = join(temporaryFolder(), 'map.docx');
  writeFileSync(path, 'old');
  expect(codeOf(writeFileAtomically(path, bytes))).toBe('file-exists');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(codeOf(writeFileAtomically(path, bytes, { replace: true }))).toBeNull();
  expect(readFileSync(path, 'utf8')).toBe('the whole document');
});

test('bytes that do not pass their check never get the name', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'map.docx');
  writeFileSync(path, 'old');
  const check = (read: Uint8Array): string | null => (read.length === bytes.length ? 'no valid document' : null);
  expect(writeFileAtomically(path, bytes, { replace: true, check })).toMatchObject({
    error: { code: 'write-failed', params: { name: 'map.docx', reason: 'no valid document' } },
  });
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['map.docx']);
});

test('a target that cannot be written is a failure with its reason', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'map.docx'));
  expect(codeOf(writeFileAtomically(join(folder, 'map.docx'), bytes, { replace: true }))).toBe('write-failed');
  expect(writeFileAtomically(join(folder, 'gone', 'map.docx'), bytes)).toMatchObject({
    error: { code: 'write-failed', params: { reason: 'ENOENT' } },
  });
  expect(readdirSync(folder)).toEqual(['map.docx']);
});

test('what a killed program left goes with the next file that is written there; what may still be in use stays', () => {
  const folder = temporaryFolder();
  const hoursAgo = (name: string, hours: number): void => {
    writeFileSync(join(folder, name), 'half');
    const then = Date.now() / 1000 - hours * 3600;
    utimesSync(join(folder, name), then, then);
  };
  hoursAgo('.map.docx.0b1c.throughline-tmp', 2);
  hoursAgo('.acme.throughline.0b1d.throughline-tmp-journal', 2);
  hoursAgo('.map.docx.0b1e.throughline-tmp', 0);
  hoursAgo('notes.throughline-tmp', 2);
  taken(writeFileAtomically(join(folder, 'map.docx'), bytes));
  expect(readdirSync(folder).toSorted()).toEqual([
    '.map.docx.0b1e.throughline-tmp',
    'map.docx',
    'notes.throughline-tmp',
  ]);
});
