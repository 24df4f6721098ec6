import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { backupsOf, openClientFile } from '../../../src/main/store/client-file.ts';
import { restoreBackup } from '../../../src/main/store/copy.ts';
import { forgetClientFile } from '../../../src/main/store/forget.ts';
import { backupsToDrop } from '../../../src/main/store/retention.ts';
import type { Backup, StorePorts } from '../../../src/main/store/types.ts';
import { bytesOf, clientFilePlace, codeOf, stateDecision, taken } from '../../support/store/file.ts';
import { tamper } from '../../support/store/other-tool.ts';
import { start } from '../../support/store/start.ts';

const { decision } = start;

describe('a backup', () => {
  test('is a client file that opens and holds what was there, named by its revision', () => {
    const place = clientFilePlace();
    const file = place.open();
    stateDecision(file, place, 'a');
    const backup = taken(file.backup('import'));
    expect(backup).toMatchObject({ revision: 2, reason: 'import', number: 1 });
    stateDecision(file, place, 'ab');
    const opened = taken(openClientFile(backup.path, { acceptOlder: true }, place.ports));
    expect(opened.row('decision', decision)?.statement).toBe('a');
    opened.close();
  });

  test('is made on close when something changed, and not otherwise', () => {
    const place = clientFilePlace();
    place.open().close();
    const file = place.open();
    const { fileId } = file.info();
    expect(file.backups()).toEqual([]);
    stateDecision(file, place, 'a');
    file.close();
    place.open().close();
    expect(backupsOf(fileId, place.ports)).toMatchObject([{ reason: 'close', revision: 2 }]);
  });

  test('is made every five minutes while the file changes, whatever the clock says', () => {
    const place = clientFilePlace();
    let elapsed = 0;
    const ports: StorePorts = { ...place.ports, monotonic: () => elapsed };
    const file = place.open({}, ports);
    const after = (minutes: number): string | null => {
      elapsed += minutes * 60_000;
      return file.upkeep().backup?.reason ?? null;
    };
    expect(after(10)).toBeNull();
    stateDecision(file, place, 'a');
    expect([after(0), after(6), after(6)]).toEqual(['changes', null, null]);
    stateDecision(file, place, 'ab');
    expect([after(1), after(6)]).toEqual(['changes', null]);
  });

  test('of a damaged file is refused loudly and no earlier one goes', () => {
    const place = clientFilePlace();
    const file = place.open();
    taken(file.backup('asked'));
    file.close();
    tamper(place.path, `DELETE FROM decision`);
    const damaged = place.open();
    expect(codeOf(damaged.backup('asked'))).toBe('backup-source-damaged');
    expect(damaged.backups()).toHaveLength(1);
    expect(readdirSync(dirname(damaged.backups()[0]?.path ?? ''))).toHaveLength(1);
  });

  test('is not begun without room for it, and the shortage is told', () => {
    const place = clientFilePlace();
    const file = place.open({}, { ...place.ports, freeBytes: () => 1000 });
    expect(file.notices).toContainEqual({ code: 'low-space', free: 1000 });
    expect(codeOf(file.backup('asked'))).toBe('backup-failed');
    expect(file.backups()).toEqual([]);
  });
});

describe('a restore', () => {
  test('writes a new file beside the one that is there, which stays as it is, after a backup of it', () => {
    const place = clientFilePlace();
    const file = place.open();
    stateDecision(file, place, 'good');
    const backup = taken(file.backup('asked'));
    stateDecision(file, place, 'bad');
    const target = join(place.folder, 'acme restored.throughline');
    expect(codeOf(file.restoreTo(backup, place.path))).toBe('file-exists');
    taken(file.restoreTo(backup, target));
    expect(file.backups()[0]).toMatchObject({ reason: 'restore', revision: 3 });
    expect(file.row('decision', decision)?.statement).toBe('bad');
    file.close();
    const restored = taken(openClientFile(target, { acceptOlder: true }, place.ports));
    expect(restored.row('decision', decision)?.statement).toBe('good');
    restored.close();
  });

  test('works when the file itself cannot be opened any more', () => {
    const place = clientFilePlace();
    const file = place.open();
    const { fileId } = file.info();
    stateDecision(file, place, 'good');
    file.close();
    writeFileSync(place.path, 'gone');
    const [backup] = backupsOf(fileId, place.ports);
    if (backup === undefined) throw new Error('no backup');
    const target = join(place.folder, 'back.throughline');
    taken(restoreBackup(backup, target));
    const restored = taken(openClientFile(target, {}, place.ports));
    expect(restored.row('decision', decision)?.statement).toBe('good');
    restored.close();
  });

  test('refuses a backup that was damaged since it was made', () => {
    const place = clientFilePlace();
    const file = place.open();
    const backup = taken(file.backup('asked'));
    const bytes = readFileSync(backup.path);
    bytes.fill(0xff, 4096, 20_480);
    writeFileSync(backup.path, bytes);
    const target = join(place.folder, 'back.throughline');
    expect(codeOf(file.restoreTo(backup, target))).toBe('write-failed');
    expect(readdirSync(place.folder).toSorted()).toEqual(['acme.throughline', 'app']);
  });
});

test('a copy under a new name is a file of its own that knows its parent and never replaces one', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'a');
  const target = join(place.folder, 'copy.throughline');
  const { fileId } = taken(file.copyTo(target));
  expect(fileId).not.toBe(file.info().fileId);
  const before = bytesOf(target);
  expect(codeOf(file.copyTo(target))).toBe('file-exists');
  expect(bytesOf(target)).toBe(before);
  const copy = taken(openClientFile(target, {}, place.ports));
  expect(copy.info()).toMatchObject({ fileId, parentId: file.info().fileId, revision: 2 });
  expect(copy.load({ everything: true })).toEqual(file.load({ everything: true }));
  expect(copy.notices).toEqual([]);
  copy.close();
});

test('a forgotten client leaves nothing behind on this computer', () => {
  const place = clientFilePlace();
  const file = place.open();
  const { fileId } = file.info();
  stateDecision(file, place, 'a');
  file.close();
  forgetClientFile({ fileId }, place.ports.appDir);
  const left = readdirSync(place.ports.appDir, { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))).toEqual([]);
});

describe('retention', () => {
  const backup = (number: number, day: string): Backup => ({
    path: String(number),
    fileId: '',
    number,
    revision: number,
    day,
    reason: 'changes',
    bytes: 0,
  });
  const days = fc.date({ min: new Date('1996-01-01'), max: new Date('2036-12-31'), noInvalidDate: true });
  const series = fc
    .array(days, { minLength: 1, maxLength: 80 })
    .map((list) => list.map((day, index) => backup(index + 1, day.toISOString().slice(0, 10))));

  test('keeps the last ten whatever the clock did, and never more than 32', () => {
    fc.assert(
      fc.property(series, (backups) => {
        const dropped = new Set(backupsToDrop(backups));
        const kept = backups.filter((one) => !dropped.has(one));
        expect(backups.slice(-10).every((one) => kept.includes(one))).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(32);
      }),
    );
  });

  test('keeps the last of each of 14 days and of 8 weeks', () => {
    const backups = Array.from({ length: 400 }, (_, index) => {
      const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 4))).toISOString().slice(0, 10);
      return backup(index + 1, day);
    });
    const dropped = new Set(backupsToDrop(backups));
    const kept = backups.filter((one) => !dropped.has(one));
    expect(new Set(kept.map(({ day }) => day)).size).toBeGreaterThanOrEqual(14);
    expect(kept.slice(0, -10).every(({ number }) => number % 4 === 0)).toBe(true);
    expect(Date.parse(kept[0]?.day ?? '')).toBeLessThan(Date.UTC(2026, 2, 1));
  });
});
