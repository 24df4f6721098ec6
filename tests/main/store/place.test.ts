import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { conflictCopies, syncService } from '../../../src/main/store/place.ts';
import { temporaryFolder } from '../../support/store/file.ts';

const names: readonly (readonly [copy: string, counts: boolean])[] = [
  ["acme (Ann's conflicted copy 2026-07-01).throughline", true],
  ['acme (Anns Kopie in Konflikt 2026-07-01).throughline', true],
  ['acme.sync-conflict-20260701-101500-ABCDEFG.throughline', true],
  ['acme (1).throughline', true],
  ['acme 2.throughline', true],
  ['acme-LAPTOP7.throughline', true],
  ['acme north.throughline', false],
  ['acme-north.throughline', false],
  ['acme (north).throughline', false],
  ['other (1).throughline', false],
  ['acme (1).docx', false],
];

test.each(names)('a name that a sync client gives to a conflict is told from others: %s', (copy, counts) => {
  const folder = temporaryFolder();
  for (const name of ['acme.throughline', copy]) writeFileSync(join(folder, name), '');
  expect(conflictCopies(join(folder, 'acme.throughline'))).toEqual(counts ? [copy] : []);
});

test('a conflict copy that is opened itself is told as well', () => {
  const folder = temporaryFolder();
  const copy = 'acme (conflicted copy).throughline';
  for (const name of ['acme.throughline', copy]) writeFileSync(join(folder, name), '');
  expect(conflictCopies(join(folder, copy))).toEqual([copy]);
});

test.each([
  ['OneDrive - Acme/Clients', 'OneDrive'],
  ['Dropbox/x', 'Dropbox'],
  ['Library/CloudStorage/GoogleDrive-ann@acme.com/My Drive', 'Google Drive'],
  ['Library/Mobile Documents/com~apple~CloudDocs', 'iCloud Drive'],
  ['Documents/Dropbox notes', null],
])('a folder that a sync client watches is known by its name: %s', (folder, service) => {
  const path = join(temporaryFolder(), folder);
  mkdirSync(path, { recursive: true });
  expect(syncService(join(path, 'acme.throughline'))).toBe(service);
});
