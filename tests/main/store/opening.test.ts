import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createClientFile, openClientFile } from '../../../src/main/store/client-file.ts';
import { openDatabase, readSettings, takeRollbackJournal } from '../../../src/main/store/database.ts';
import { migrations } from '../../../src/main/store/migrations/index.ts';
import { bytesOf, clientFilePlace, codeOf, type Place, stateDecision, taken } from '../../support/store/file.ts';
import { look, tamper } from '../../support/store/other-tool.ts';
import { start } from '../../support/store/start.ts';

const newest = migrations.length - 1;

describe('what is no client file is refused and left untouched', () => {
  const spoil: readonly (readonly [what: string, code: string, (path: string) => void])[] = [
    ['an empty file', 'file-empty', (path) => writeFileSync(path, '')],
    ['text', 'file-foreign', (path) => writeFileSync(path, 'Dear Ann, '.repeat(900))],
    [
      'a picture under its name',
      'file-foreign',
      (path) => writeFileSync(path, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])),
    ],
    ['a database of another program', 'file-foreign', (path) => tamper(path, 'PRAGMA application_id = 7')],
    ['a file that was cut off', 'file-truncated', (path) => truncateSync(path, 40_960)],
    ['a file that was cut off within a page', 'file-truncated', (path) => truncateSync(path, statSync(path).size - 1)],
    ['a file that something was appended to', 'file-truncated', (path) => writeFileSync(path, 'x', { flag: 'a' })],
    ['a newer format', 'file-newer', (path) => tamper(path, `PRAGMA user_version = ${newest + 1}`)],
    ['a foreign view', 'file-foreign-objects', (path) => tamper(path, 'CREATE VIEW v AS SELECT 1')],
    [
      'a foreign trigger',
      'file-foreign-objects',
      (path) => tamper(path, 'CREATE TRIGGER t AFTER UPDATE ON decision BEGIN SELECT 1; END'),
    ],
    [
      'a table that was rebuilt',
      'file-foreign-objects',
      (path) => tamper(path, 'DROP TABLE symptom; CREATE TABLE symptom (id)'),
    ],
    ['an index that is missing', 'file-foreign-objects', (path) => tamper(path, 'DROP INDEX _by_decision_passage')],
  ];

  test.each(spoil)('%s: %s', (_what, code, change) => {
    const place = clientFilePlace();
    change(place.path);
    const before = bytesOf(place.path);
    expect(codeOf(place.tryOpen())).toBe(code);
    expect(bytesOf(place.path)).toBe(before);
    expect(readdirSync(place.folder).filter((name) => name !== 'app')).toEqual(['acme.throughline']);
  });

  test('a newer format names the version that it needs', () => {
    const place = clientFilePlace();
    tamper(place.path, 'PRAGMA user_version = 41');
    expect(place.tryOpen()).toMatchObject({ error: { params: { version: 41, known: newest } } });
  });

  test('a folder, a pipe, a name that is gone and a circle of links', () => {
    const place = clientFilePlace();
    const codeAt = (name: string): string | null => codeOf(openClientFile(join(place.folder, name), {}, place.ports));
    mkdirSync(join(place.folder, 'folder'));
    symlinkSync('circle', join(place.folder, 'circle'));
    expect(codeAt('folder')).toBe('file-foreign');
    expect(codeAt('gone')).toBe('file-missing');
    expect(codeAt('circle')).toBe('file-unreadable');
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(place.folder, 'pipe')]);
    expect(codeAt('pipe')).toBe('file-foreign');
  });

  test('a foreign view is refused before anything evaluates it', () => {
    const place = clientFilePlace();
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';
    tamper(place.path, `ALTER TABLE client RENAME TO c; CREATE VIEW client AS ${endless}`);
    expect(codeOf(place.tryOpen())).toBe('file-foreign-objects');
  });
});

test.each(['../../escape', '', 'NULL'])(
  'a file whose id is none is refused, and nothing is written by it: %s',
  (id) => {
    const place = clientFilePlace();
    tamper(place.path, `UPDATE _meta SET value = '${id}' WHERE key = 'file_id'`);
    expect(place.tryOpen()).toMatchObject({ error: { code: 'file-damaged', params: { where: 'identity' } } });
    expect(readdirSync(place.folder, { recursive: true }).filter((name) => !String(name).includes('lock'))).toEqual([
      'acme.throughline',
      'app',
    ]);
  },
);

describe('a connection', () => {
  test('has every setting that durability and safety rest on, and no other journal than the rollback journal', () => {
    const place = clientFilePlace();
    tamper(place.path, 'PRAGMA journal_mode = WAL');
    const db = openDatabase(place.path, { readOnly: false });
    takeRollbackJournal(db);
    expect(readSettings(db)).toEqual({
      journal_mode: 'delete',
      synchronous: 3,
      locking_mode: 'normal',
      trusted_schema: 0,
      cell_size_check: 1,
      mmap_size: 0,
      temp_store: 2,
      secure_delete: 1,
      foreign_keys: 1,
      busy_timeout: 2000,
      hard_heap_limit: 402_653_184,
      fullfsync: 1,
      writable_schema: 0,
    });
    expect(() => db.exec(`UPDATE _search_data SET block = x'00'`)).toThrow(/may not be modified/u);
    db.close();
  });

  test('leaves the client file alone in its folder between edits and after closing', () => {
    const place = clientFilePlace();
    const file = place.open();
    for (const text of ['a', 'ab', 'abc']) {
      stateDecision(file, place, text);
      expect(readdirSync(place.folder).toSorted()).toEqual(['acme.throughline', 'app']);
    }
    file.close();
    expect(readdirSync(place.folder).toSorted()).toEqual(['acme.throughline', 'app']);
  });

  test('takes a file over that another tool left in write-ahead mode', () => {
    const place = clientFilePlace();
    tamper(place.path, 'PRAGMA journal_mode = WAL');
    const file = place.open();
    stateDecision(file, place, 'a');
    expect(readdirSync(place.folder).toSorted()).toEqual(['acme.throughline', 'app']);
    file.close();
    expect(look(place.path, 'PRAGMA journal_mode')).toEqual([{ journal_mode: 'delete' }]);
  });
});

describe('where nothing can be written', () => {
  const marks: readonly (readonly [what: 'file' | 'folder' | 'asked', (place: Place) => void])[] = [
    ['file', (place) => chmodSync(place.path, 0o400)],
    ['folder', (place) => chmodSync(place.folder, 0o500)],
    ['asked', () => undefined],
  ];

  test.each(marks)('a file opens for reading and says why: %s', (reason, mark) => {
    const place = clientFilePlace();
    const inner = {
      ...place,
      folder: join(place.folder, 'inner'),
      path: join(place.folder, 'inner', 'acme.throughline'),
    };
    mkdirSync(inner.folder);
    renameSync(place.path, inner.path);
    mark(inner);
    const file = taken(openClientFile(inner.path, { readOnly: reason === 'asked' }, place.ports));
    expect(file.notices).toContainEqual({ code: 'read-only', reason });
    expect(file.row('client', start.client)?.name).toBe('Acme');
    expect(file.search('north', 5)).toHaveLength(1);
    expect(codeOf(file.apply({ opId: place.ports.ids(), label: 'x', kind: 'edit', changes: [] }))).toBe(
      'file-read-only',
    );
    expect(file.close().ok).toBe(true);
    chmodSync(inner.folder, 0o700);
  });
});

describe('a file with an unfinished edit', () => {
  test('is copied aside, put right, and the user is told', () => {
    const place = clientFilePlace();
    const row = halfWritten(place);
    const file = place.open();
    expect(file.row('decision', start.decision)).toEqual(row);
    const notice = file.notices.find(({ code }) => code === 'recovered');
    expect(notice).toMatchObject({ code: 'recovered' });
    const copy = notice?.code === 'recovered' ? notice.copy : '';
    expect(readdirSync(dirname(copy)).toSorted()).toEqual(['acme.throughline', 'acme.throughline-journal']);
  });

  test('opens from a private copy where nothing can be written, and stays as it is', () => {
    const place = clientFilePlace();
    const row = halfWritten(place);
    chmodSync(place.path, 0o400);
    const before = bytesOf(place.path);
    const file = place.open();
    expect(file.notices.map(({ code }) => code)).toEqual(['private-copy', 'read-only']);
    expect(file.row('decision', start.decision)).toEqual(row);
    file.close();
    expect(bytesOf(place.path)).toBe(before);
  });

  // The state of the disk in the middle of a commit: a journal with the old pages beside a file with new ones.
  function halfWritten(place: Place): unknown {
    const file = place.open();
    const row = file.row('decision', start.decision);
    file.close();
    const script = `
      const db = new (require('better-sqlite3'))(process.argv[1]);
      db.pragma('cache_size = 1'); db.pragma('cache_spill = 1'); db.exec('BEGIN');
      for (let n = 0; n < 300; n += 1) db.prepare('INSERT INTO _meta VALUES (?, ?)').run('junk' + n, 'x'.repeat(3000));
      process.kill(process.pid, 'SIGKILL');`;
    try {
      execFileSync(process.execPath, ['-e', script, place.path], { stdio: 'ignore' });
    } catch {
      // It kills itself, as it should.
    }
    expect(readdirSync(place.folder)).toContain('acme.throughline-journal');
    return row;
  }
});

test('a new file never takes the place of another, and a refused one leaves nothing behind', () => {
  const place = clientFilePlace();
  const before = bytesOf(place.path);
  const opId = place.ports.ids();
  expect(codeOf(createClientFile(place.path, { opId, label: 'New', changes: [] }, place.ports))).toBe('file-exists');
  expect(bytesOf(place.path)).toBe(before);
  const fields = { engagement: start.engagement };
  const changes = [{ op: 'insert', entity: 'decision', id: start.decision, fields }] as const;
  const path = join(place.folder, 'new.throughline');
  expect(codeOf(createClientFile(path, { opId, label: 'New', changes }, place.ports))).toBe('reference-missing');
  expect(readdirSync(place.folder)).toEqual(['acme.throughline']);
});

test('everything that is made is for its owner only, whatever the umask', () => {
  const umask = process.umask(0);
  try {
    const place = clientFilePlace();
    const file = place.open();
    stateDecision(file, place, 'a');
    taken(file.copyTo(join(place.folder, 'copy.throughline')));
    file.close();
    const paths = readdirSync(place.folder, { recursive: true, withFileTypes: true });
    const open = paths.filter((entry) => (statSync(join(entry.parentPath, entry.name)).mode & 0o077) !== 0);
    expect(open.map((entry) => entry.name)).toEqual([]);
    expect(paths.length).toBeGreaterThan(6);
  } finally {
    process.umask(umask);
  }
});
