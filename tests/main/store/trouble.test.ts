import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import { troubleOf } from '../../../src/main/store/trouble.ts';
import type { ClientFile } from '../../../src/main/store/types.ts';
import { bytesOf, clientFilePlace, codeOf, type Place, stateDecision, taken } from '../../support/store/file.ts';
import { tamper } from '../../support/store/other-tool.ts';
import { start } from '../../support/store/start.ts';

/** Ruins every page but the first under an open session, so that each further read fails. */
function ruin(path: string): void {
  const bytes = readFileSync(path);
  const file = openSync(path, 'r+');
  // The change counter tells SQLite that its cached pages are out of date.
  bytes.writeUInt32BE(bytes.readUInt32BE(24) + 1, 24);
  writeSync(file, bytes.fill(0xff, 4096), 0, bytes.length, 0);
  closeSync(file);
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

function tryEdit(file: ClientFile, place: Place): ReturnType<ClientFile['apply']> {
  const changes = [{ op: 'update', entity: 'decision', id: start.decision, fields: { statement: 'x' } }] as const;
  return file.apply({ opId: place.ports.ids(), label: 'Edit', kind: 'edit', changes });
}

test('a file that was closed says so to whoever still asks, which is no mistake of theirs', () => {
  const place = clientFilePlace();
  const file = place.open();
  file.close();
  for (const ask of [() => file.info(), () => file.load(), () => file.search('a', 1)]) {
    expect(troubleOf(thrownBy(ask), 'A')).toMatchObject({ code: 'file-closed' });
  }
});

describe('a file that can no longer be read', () => {
  test('is a failure of every call that writes, and upkeep and closing go on', () => {
    const place = clientFilePlace();
    const file = place.open();
    stateDecision(file, place, 'a');
    const backup = taken(file.backup('asked'));
    stateDecision(file, place, 'ab');
    ruin(place.path);
    // Whoever ruined it wrote behind our back.
    expect(codeOf(tryEdit(file, place))).toBe('file-changed-elsewhere');
    expect(codeOf(file.copyTo(join(place.folder, 'copy.throughline')))).toMatch(/^(write-failed|file-damaged)$/u);
    expect(codeOf(file.backup('asked'))).toMatch(/^(backup-(source-damaged|failed)|file-damaged)$/u);
    expect(file.upkeep().problems.map(({ code }) => code)).toEqual(['file-damaged']);
    expect(
      troubleOf(
        thrownBy(() => file.load()),
        'acme',
      ),
    ).toMatchObject({ code: 'file-damaged' });
    expect(thrownBy(() => file.close())).toBeNull();
    expect(readdirSync(dirname(backup.path))).toHaveLength(1);
    expect(codeOf(place.tryOpen())).toBe('file-damaged');
  });

  test('is let go all the same, so that its backup can take its place', () => {
    const place = clientFilePlace();
    const file = place.open();
    stateDecision(file, place, 'good');
    const backup = taken(file.backup('asked'));
    stateDecision(file, place, 'not in a backup yet');
    tamper(place.path, 'DELETE FROM decision');
    const target = join(place.folder, 'back.throughline');
    taken(file.restoreTo(backup, target));
    file.close();
    const restored = taken(openClientFile(target, { acceptOlder: true }, place.ports));
    expect(restored.row('decision', start.decision)?.statement).toBe('good');
    restored.close();
  });
});

describe('the folder of the program’s own data', () => {
  test.each(['app', 'app/locks', 'app/receipts'])('when nothing can be made in it, no file is opened: %s', (name) => {
    const place = clientFilePlace();
    const before = bytesOf(place.path);
    mkdirSync(join(place.folder, dirname(name)), { recursive: true });
    writeFileSync(join(place.folder, name), 'in the way');
    expect(codeOf(place.tryOpen())).toBe('own-folder');
    expect(bytesOf(place.path)).toBe(before);
    rmSync(join(place.folder, name));
    expect(codeOf(place.tryOpen())).toBeNull();
  });

  test.skipIf(process.platform !== 'linux')(
    'when it is full, edits are kept and acknowledged, and upkeep tells of it',
    () => {
      const place = clientFilePlace();
      const first = place.open();
      const { fileId } = first.info();
      first.close();
      const receipt = join(place.ports.appDir, 'receipts', `${fileId}.receipt`);
      rmSync(receipt);
      symlinkSync('/dev/full', receipt);
      const file = place.open();
      expect(codeOf(tryEdit(file, place))).toBeNull();
      expect(file.upkeep().problems).toEqual([{ code: 'own-folder', params: { reason: 'ENOSPC' } }]);
      expect(codeOf(file.close())).toBe('own-folder');
      expect(place.open().row('decision', start.decision)?.statement).toBe('x');
    },
  );

  test('when an old backup cannot be removed, the new one counts all the same', () => {
    const place = clientFilePlace();
    const file = place.open();
    const folder = join(place.ports.appDir, 'backups', file.info().fileId);
    // Eleven of one day, of which the first is in the way of being removed.
    for (let number = 1; number <= 11; number += 1) {
      const path = join(folder, `${String(number).padStart(6, '0')}-r000000001-2020-01-01-asked.throughline`);
      mkdirSync(number === 1 ? path : folder, { recursive: true });
      if (number > 1) writeFileSync(path, '');
    }
    taken(file.backup('asked'));
    expect(file.backups().map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 1]);
  });
});

describe('a file in write-ahead mode that may not be written', () => {
  test.each(['file', 'asked'])('opens from a private copy, which goes when it is closed: %s', (reason) => {
    const place = clientFilePlace();
    tamper(place.path, 'PRAGMA journal_mode = WAL');
    if (reason === 'file') chmodSync(place.path, 0o400);
    const before = bytesOf(place.path);
    const file = taken(openClientFile(place.path, { readOnly: reason === 'asked' }, place.ports));
    expect(file.notices.map(({ code }) => code)).toEqual(['private-copy', 'read-only']);
    expect(file.row('decision', start.decision)?.title).toBe('Win the north');
    file.close();
    expect(bytesOf(place.path)).toBe(before);
    expect(readdirSync(place.folder).toSorted()).toEqual(['acme.throughline', 'app']);
    expect(readdirSync(join(place.ports.appDir, 'recovery'))).toEqual([]);
  });
});

describe('what lies beside a file where its journal would', () => {
  const spoils: readonly (readonly [what: string, (path: string) => void])[] = [
    ['a folder', (path) => mkdirSync(path)],
    ['a link', (path) => symlinkSync('elsewhere', path)],
    ['a pipe', (path) => void execFileSync('mkfifo', [path])],
  ];

  test.skipIf(process.platform === 'win32').each(spoils)('is refused before SQLite waits for it: %s', (_what, make) => {
    const place = clientFilePlace();
    make(`${place.path}-journal`);
    const before = bytesOf(place.path);
    expect(place.tryOpen()).toMatchObject({
      error: { code: 'file-foreign-objects', params: { object: 'acme.throughline-journal' } },
    });
    expect(bytesOf(place.path)).toBe(before);
  });
});

describe('an interrupted edit whose journal was left under another name', () => {
  // Killed in the middle of an edit through our own session, whose file has new pages by then.
  function interrupted(): Place {
    const place = clientFilePlace();
    const script = `
      const { openClientFile } = await import('./src/main/store/client-file.ts');
      const { counterPorts } = await import('./tests/support/store/ports.ts');
      const { default: Sqlite } = await import('better-sqlite3');
      openClientFile(process.argv[1], {}, counterPorts(process.argv[2]));
      const db = new Sqlite(process.argv[1]);
      db.pragma('cache_size = 1');
      db.exec('BEGIN');
      for (let n = 0; n < 300; n += 1) db.prepare('INSERT INTO _meta VALUES (?, ?)').run('junk' + n, 'x'.repeat(3000));
      process.kill(process.pid, 'SIGKILL');`;
    const args = ['--input-type=module', '-e', script, place.path, place.ports.appDir];
    expect(() => execFileSync(process.execPath, args, { stdio: 'ignore' })).toThrow(/failed/u);
    expect(existsSync(`${place.path}-journal`)).toBe(true);
    return place;
  }

  test.each([
    ['was renamed', renameSync],
    ['has a second name', linkSync],
  ])('keeps the file closed until it has its name again: it %s', (_what, move) => {
    const place = interrupted();
    const other = join(place.folder, 'other.throughline');
    move(place.path, other);
    const before = bytesOf(other);
    expect(openClientFile(other, {}, place.ports)).toMatchObject({
      error: { code: 'file-unfinished', params: { name: 'acme.throughline' } },
    });
    expect(bytesOf(other)).toBe(before);
    renameSync(other, place.path);
    const file = place.open();
    expect(file.check({ deep: true })).toEqual([]);
    expect(file.row('decision', start.decision)?.title).toBe('Win the north');
  });

  test('does not stand in the way when journal and file moved together', () => {
    const place = interrupted();
    const other = join(place.folder, 'other.throughline');
    renameSync(place.path, other);
    renameSync(`${place.path}-journal`, `${other}-journal`);
    const file = taken(openClientFile(other, {}, place.ports));
    expect(file.check({ deep: true })).toEqual([]);
    file.close();
  });
});
