import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../src/main/store/backup.ts';
import { type Database, openDatabase } from '../../../src/main/store/database.ts';
import { migrations } from '../../../src/main/store/migrations/index.ts';
import { tablesAfter } from '../../../src/main/store/schema.ts';
import { clientFilePlace, codeOf, stateDecision } from '../../support/store/file.ts';
import { tamper } from '../../support/store/other-tool.ts';

const spoils: readonly (readonly [what: string, spoil: (path: string) => void])[] = [
  ['lacks a row', (path) => tamper(path, 'DELETE FROM decision')],
  ['lacks the last edit', (path) => tamper(path, 'DELETE FROM _log WHERE revision = 2')],
  ['has another history', (path) => tamper(path, `UPDATE _log SET hash = x'00' WHERE revision = 2`)],
  ['has a page of nothing', (path) => writeFileSync(path, readFileSync(path).fill(0, 4096, 12_288))],
  ['is empty', (path) => writeFileSync(path, '')],
];

/** A connection whose copies go wrong on their way to the disk. */
function withFaultyCopies(db: Database, spoil: (path: string) => void): Database {
  const prepare = (sql: string): unknown => {
    const statement = db.prepare<string[]>(sql);
    if (!sql.startsWith('VACUUM INTO')) return statement;
    return {
      run: (target: string) => {
        statement.run(target);
        spoil(target);
      },
    };
  };
  return new Proxy(db, {
    get: (target, name) => {
      if (name === 'prepare') return prepare;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

test.each(spoils)(
  'a copy that came out wrong never counts as a backup, and the ones before stay: it %s',
  (_, spoil) => {
    const place = clientFilePlace();
    const file = place.open();
    stateDecision(file, place, 'a');
    const { fileId } = file.info();
    file.close();
    const folder = join(place.ports.appDir, 'backups', fileId);
    const before = readdirSync(folder);
    expect(before).toHaveLength(1);
    const db = openDatabase(place.path, { readOnly: true });
    const source = { db: withFaultyCopies(db, spoil), fileId, tables: tablesAfter(migrations) };
    expect(codeOf(makeBackup(source, 'asked', place.ports))).toBe('backup-failed');
    expect(readdirSync(folder)).toEqual(before);
    const sound = { ...source, db };
    expect(codeOf(makeBackup(sound, 'asked', place.ports))).toBeNull();
    db.close();
  },
);
