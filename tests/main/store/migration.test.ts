import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import { migrations } from '../../../src/main/store/migrations/index.ts';
import { bytesOf, codeOf, fixturePlace, type Place, taken } from '../../support/store/file.ts';
import { look } from '../../support/store/other-tool.ts';
import { ancestorEntities } from '../../support/store/ancestor.ts';

const oldest = 'version-0.throughline';
const current = migrations.length - 1;

/** Every row of every table of version 0, as any SQLite tool shows them. */
function oldTables(path: string): Readonly<Record<string, readonly object[]>> {
  const tables = Object.values(ancestorEntities).map((entity) => {
    const columns = look(path, `SELECT name FROM pragma_table_info('${entity.table}')`).map(({ name }) => String(name));
    return [entity.table, columns] as const;
  });
  return Object.fromEntries(
    tables.map(([table, columns]) => {
      const known = columns.filter((column) => !added(table).includes(column));
      return [table, look(path, `SELECT ${known.map((name) => `"${name}"`).join(', ')} FROM "${table}" ORDER BY id`)];
    }),
  );
}

function added(table: string): readonly string[] {
  return migrations
    .slice(1)
    .flatMap((migration) => migration.columns)
    .filter((one) => one.table === table)
    .flatMap((one) => one.columns.map(({ column }) => column));
}

test('a file of version 0 is carried over row by row, with a verified backup before', () => {
  const place = fixturePlace(oldest);
  const before = oldTables(place.path);
  const file = place.open();
  const notice = file.notices.find(({ code }) => code === 'migrated');
  expect(notice).toMatchObject({ from: 0, to: current });
  expect(file.info().schemaVersion).toBe(current);
  expect(file.check({ deep: true })).toEqual([]);
  expect(file.load().evidence[0]).toMatchObject({
    text: 'We hear of it in the canteen.',
    warnedOn: null,
    askLater: false,
  });
  expect(file.load().engagement[0]).toMatchObject({ paper: 'A4', hourCost: null, fee: 12_500.5 });
  file.close();
  expect(oldTables(place.path)).toEqual(before);
  const backup = notice?.code === 'migrated' ? notice.backup : '';
  expect(look(backup, 'PRAGMA user_version')).toEqual([{ user_version: 0 }]);
  expect(oldTables(backup)).toEqual(before);
});

test('what was done before the migration can still be undone', () => {
  const file = fixturePlace(oldest).open();
  taken(file.undo());
  taken(file.undo());
  expect(file.load().interview[0]?.notes).toBe('Nobody knew. 👩‍🏭');
  expect(file.load().decision[0]).toMatchObject({ statement: '', passage: null });
});

test('a migration that fails in the middle leaves the file as it was, byte for byte', () => {
  const place = fixturePlace(oldest);
  const [first, second] = migrations;
  if (first === undefined || second === undefined) throw new Error('there is nothing to migrate');
  const half = Math.ceil(second.statements.length / 2);
  const statements = [
    ...second.statements.slice(0, half),
    'INSERT INTO nowhere VALUES (1)',
    ...second.statements.slice(half),
  ];
  const before = bytesOf(place.path);
  const broken = { ...place.ports, migrations: [first, { ...second, statements }] };
  expect(codeOf(openClientFile(place.path, {}, broken))).toBe('migration-failed');
  expect(bytesOf(place.path)).toBe(before);
  expect(place.open().notices).toContainEqual(expect.objectContaining({ code: 'migrated', from: 0 }));
});

test('a migration that comes out differently from what was committed is taken back', () => {
  const place = fixturePlace(oldest);
  const [first, second] = migrations;
  if (first === undefined || second === undefined) throw new Error('there is nothing to migrate');
  const before = bytesOf(place.path);
  const other = {
    ...second,
    statements: [...second.statements, 'CREATE TABLE extra (id) STRICT'.replace('(id)', '(id TEXT)')],
  };
  expect(codeOf(openClientFile(place.path, {}, { ...place.ports, migrations: [first, other] }))).toBe(
    'migration-failed',
  );
  expect(bytesOf(place.path)).toBe(before);
});

test('a program killed within a migration leaves the old file, which then migrates', () => {
  const place = fixturePlace(oldest);
  const before = oldTables(place.path);
  expect(killWithin(place)).toBe('SIGKILL');
  expect(existsSync(`${place.path}-journal`)).toBe(true);
  const file = place.open();
  expect(file.notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['recovered', 'migrated']));
  expect(file.check({ deep: true })).toEqual([]);
  file.close();
  expect(oldTables(place.path)).toEqual(before);
});

test('a file of an older version that may not be written is refused and stays as it is', () => {
  const place = fixturePlace(oldest);
  const before = bytesOf(place.path);
  expect(codeOf(place.tryOpen({ readOnly: true }))).toBe('file-read-only');
  expect(bytesOf(place.path)).toBe(before);
});

// The statements of the migration, on a cache so small that pages reach the disk before the commit.
function killWithin(place: Place): string | null {
  const script = `
    const { migrations } = await import('./src/main/store/migrations/index.ts');
    const { default: Sqlite } = await import('better-sqlite3');
    const db = new Sqlite(process.argv[1]);
    db.pragma('cache_size = 1');
    db.exec('BEGIN IMMEDIATE');
    for (const statement of migrations[1].statements) db.exec(statement);
    db.exec('CREATE TABLE filler (x TEXT)');
    for (let n = 0; n < 300; n += 1) db.prepare('INSERT INTO filler VALUES (?)').run('x'.repeat(3000));
    process.kill(process.pid, 'SIGKILL');`;
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', script, place.path], { stdio: 'ignore' });
    return null;
  } catch (error) {
    return (error as { signal: string | null }).signal;
  }
}
