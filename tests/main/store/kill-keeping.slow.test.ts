import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupsOf, openClientFile } from '../../../src/main/store/client-file.ts';
import { migrations } from '../../../src/main/store/migrations/index.ts';
import { bytesOf, clientFilePlace, fixturePlace, taken } from '../../support/store/file.ts';
import { randomNumbers, runUntilKilled } from '../../support/store/kill.ts';
import { look } from '../../support/store/other-tool.ts';
import { counterPorts } from '../../support/store/ports.ts';

const seed = Date.now() % 2 ** 31;

test('the newest verified backup survives every kill while backups are made and old ones go', async () => {
  console.log(`seed of the backup kill test: ${seed}`);
  const random = randomNumbers(seed);
  const place = clientFilePlace();
  const first = place.open();
  const { fileId } = first.info();
  first.close();
  const folder = join(place.ports.appDir, 'backups', fileId);
  let acknowledged = 0;
  for (let round = 1; round <= 15; round += 1) {
    const where = `seed ${seed}, round ${round}`;
    const before = backupsOf(fileId, place.ports)[0] ?? null;
    const { lines } = await runUntilKilled(
      'kill-keeper.ts',
      [place.path, place.ports.appDir, 'backup', String(round)],
      random() * 150,
    );
    const [number = before?.number ?? 0, revision = before?.revision ?? 0] = (lines.at(-1) ?? '')
      .split(' ')
      .map(Number);
    acknowledged += lines.length;
    const kept = backupsOf(fileId, place.ports);
    expect(kept[0]?.number ?? 0, where).toBeGreaterThanOrEqual(number);
    expect(kept[0]?.revision ?? 0, where).toBeGreaterThanOrEqual(revision);
    // Those of number 0 are the placeholders below.
    for (const backup of kept.filter((one) => one.number > 0).slice(0, 2)) {
      const opened = taken(
        openClientFile(backup.path, { acceptOlder: true }, counterPorts(join(place.folder, 'other'))),
      );
      expect(opened.info().revision, where).toBe(backup.revision);
      expect(opened.check({ deep: true }), where).toEqual([]);
      expect(opened.load().decision[0]?.statement, where).toMatch(/^Round/u);
      opened.close();
    }
    // Many that have to go, so that the next kill falls among them.
    for (let old = 1; old <= 60 && kept.length > 0; old += 1) {
      const name = `000000-r${String(old).padStart(9, '0')}-2020-01-01-asked.throughline`;
      writeFileSync(join(folder, name), '');
    }
  }
  expect(acknowledged).toBeGreaterThan(0);
  expect(place.open().check({ deep: true })).toEqual([]);
});

test('a killed copy leaves no half of one, and the file as it was', async () => {
  console.log(`seed of the copy kill test: ${seed}`);
  const random = randomNumbers(seed);
  const place = clientFilePlace();
  const before = bytesOf(place.path);
  for (let round = 1; round <= 10; round += 1) {
    const where = `seed ${seed}, round ${round}`;
    const args = [place.path, place.ports.appDir, 'copy', String(round)];
    const { lines } = await runUntilKilled('kill-keeper.ts', args, random() * 120);
    for (const line of lines) expect(existsSync(join(place.folder, line.split(' ')[0] ?? '')), where).toBe(true);
    const copies = readdirSync(place.folder).filter((name) => name.startsWith(`copy-${round}-`));
    for (const name of copies.filter((each) => each.endsWith('.throughline'))) {
      const copy = taken(openClientFile(join(place.folder, name), {}, place.ports));
      expect(copy.check({ deep: true }), where).toEqual([]);
      expect(copy.info().fileId, where).not.toBe(copy.info().parentId);
      copy.close();
    }
  }
  expect(bytesOf(place.path)).toBe(before);
  // What the killed ones left under names of their own goes once nobody can be writing it any more.
  const left = (): string[] => readdirSync(place.folder).filter((name) => name.includes('throughline-tmp'));
  for (const name of left()) utimesSync(join(place.folder, name), 0, 0);
  const file = place.open();
  taken(file.copyTo(join(place.folder, 'last.throughline')));
  expect(left()).toEqual([]);
});

test('a program killed while it migrates leaves the old file or the new one, and the old one in a backup', async () => {
  console.log(`seed of the migration kill test: ${seed}`);
  const random = randomNumbers(seed);
  const oldest = fixturePlace('version-0.throughline');
  const rows = (path: string): unknown => look(path, 'SELECT id, text FROM evidence ORDER BY id');
  const expected = rows(oldest.path);
  const versions = new Set<unknown>();
  for (let round = 1; round <= 20; round += 1) {
    const where = `seed ${seed}, round ${round}`;
    const place = fixturePlace('version-0.throughline');
    await runUntilKilled('kill-keeper.ts', [place.path, place.ports.appDir, 'migrate'], random() * 150);
    const file = place.open();
    const notice = file.notices.find(({ code }) => code === 'migrated');
    versions.add(notice === undefined ? 'new' : 'old');
    expect(file.info().schemaVersion, where).toBe(migrations.length - 1);
    expect(file.check({ deep: true }), where).toEqual([]);
    expect(rows(place.path), where).toEqual(expected);
    const backup = file.backups().find(({ reason }) => reason === 'migration');
    expect(look(backup?.path ?? '', 'PRAGMA user_version'), where).toEqual([{ user_version: 0 }]);
    expect(rows(backup?.path ?? ''), where).toEqual(expected);
    file.close();
  }
  console.log(`found after the kills: ${[...versions].join(' and ')}`);
});
