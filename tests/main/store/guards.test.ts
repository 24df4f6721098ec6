import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import type { ClientFile } from '../../../src/main/store/types.ts';
import type { Failure } from '../../../src/shared/api/errors.ts';
import type { Result } from '../../../src/shared/lib/result.ts';
import { clientFilePlace, codeOf, type Place, stateDecision, taken } from '../../support/store/file.ts';
import { look, tamper } from '../../support/store/other-tool.ts';
import { start } from '../../support/store/start.ts';

const { decision } = start;

function tryEdit(file: ClientFile, place: Place, statement: string): Result<unknown, Failure> {
  const changes = [{ op: 'update', entity: 'decision', id: decision, fields: { statement } }] as const;
  return file.apply({ opId: place.ports.ids(), label: 'Edit', kind: 'edit', changes });
}

const moves: readonly (readonly [what: string, (path: string) => void])[] = [
  ['renamed', (path) => renameSync(path, `${path}.moved`)],
  ['deleted', (path) => rmSync(path)],
  [
    'replaced by a copy of itself',
    (path) => {
      copyFileSync(path, `${path}.new`);
      renameSync(`${path}.new`, path);
    },
  ],
];

test.each(moves)('an edit of a file that was %s is not acknowledged, and a copy of it can be saved', (_what, move) => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'kept');
  move(place.path);
  expect(codeOf(tryEdit(file, place, 'lost'))).toBe('file-moved');
  const rescue = join(place.folder, 'rescue.throughline');
  taken(file.copyTo(rescue));
  file.close();
  const saved = taken(openClientFile(rescue, {}, place.ports));
  expect(saved.row('decision', decision)?.statement).toBe('kept');
  saved.close();
});

test('a file that comes back under its name takes edits again', () => {
  const place = clientFilePlace();
  const file = place.open();
  renameSync(place.path, `${place.path}.away`);
  expect(codeOf(tryEdit(file, place, 'a'))).toBe('file-moved');
  renameSync(`${place.path}.away`, place.path);
  expect(codeOf(tryEdit(file, place, 'a'))).toBeNull();
});

test('a commit of another program is noticed before the next acknowledgement, and nothing more is written', () => {
  const place = clientFilePlace();
  const file = place.open();
  tamper(place.path, "UPDATE client SET name = 'Other'");
  expect(codeOf(tryEdit(file, place, 'a'))).toBe('file-changed-elsewhere');
  expect(codeOf(tryEdit(file, place, 'b'))).toBe('file-changed-elsewhere');
  expect(look(place.path, 'SELECT max(revision) AS revision FROM _log')).toEqual([{ revision: 1 }]);
});

test('an edit while another program holds the file is refused, and goes through afterwards', async () => {
  const place = clientFilePlace();
  const file = place.open({}, { ...place.ports, patience: 50 });
  const script = `
    const db = new (require('better-sqlite3'))(process.argv[1]);
    db.exec('BEGIN IMMEDIATE');
    process.stdout.write('held');
    setTimeout(() => db.close(), 3000);`;
  const holder = execFileSync(
    process.execPath,
    [
      '-e',
      `const { spawn } = require('node:child_process');
       const child = spawn(process.execPath, ['-e', ${JSON.stringify(script)}, ${JSON.stringify(place.path)}], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
       child.stdout.once('data', () => { process.stdout.write(String(child.pid)); process.exit(); });`,
    ],
    { encoding: 'utf8' },
  );
  expect(codeOf(tryEdit(file, place, 'a'))).toBe('file-busy');
  process.kill(Number(holder), 'SIGKILL');
  await vi.waitFor(() => expect(codeOf(tryEdit(file, place, 'a'))).toBeNull(), { timeout: 10_000 });
});

test.skipIf(process.platform === 'win32')(
  'an edit for which the disk has no room is not acknowledged, and every earlier one is kept',
  () => {
    const place = clientFilePlace();
    const script = `
    const { openClientFile } = await import('./src/main/store/client-file.ts');
    const { counterPorts, testId } = await import('./tests/support/store/ports.ts');
    const file = openClientFile(process.argv[1], {}, counterPorts(process.argv[2])).value;
    const told = [];
    for (let n = 1; n < 60 && told.filter((one) => one.code).length < 3; n += 1) {
      const fields = { statement: String(n).repeat(20_000) };
      const changes = [{ op: 'update', entity: 'decision', id: '${decision}', fields }];
      const result = file.apply({ opId: testId(n, 'd'), label: 'x', kind: 'edit', changes });
      told.push({ n, code: result.ok ? null : result.error.code, statement: file.row('decision', '${decision}').statement.slice(0, 2) });
    }
    process.stdout.write(JSON.stringify(told));
    process.exit();`;
    // A limit on the size of files is the one full disk that every Unix offers to everybody.
    const blocks = Math.ceil(look(place.path, 'PRAGMA page_count').length && 2400);
    const args = ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, '--input-type=module', '-e', script];
    const said = execFileSync('sh', [...args, place.path, place.ports.appDir], { encoding: 'utf8' });
    const told = JSON.parse(said) as { n: number; code: string | null; statement: string }[];
    const acknowledged = told.filter(({ code }) => code === null);
    const refused = told.filter(({ code }) => code !== null);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['save-failed']));
    const last = String(acknowledged.at(-1)?.n);
    expect(refused.every(({ statement }) => statement.startsWith(last))).toBe(true);

    const file = place.open();
    expect(file.row('decision', decision)?.statement).toBe(last.repeat(20_000));
    expect(file.info().revision).toBe(1 + acknowledged.length);
    expect(file.check({ deep: true })).toEqual([]);
    expect(codeOf(tryEdit(file, place, 'there is room again'))).toBeNull();
  },
);

test('a closed file takes no edit, can be closed twice, and leaves its folder alone', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'a');
  expect(file.close()).toEqual({ ok: true, value: null });
  expect(file.close()).toEqual({ ok: true, value: null });
  expect(codeOf(tryEdit(file, place, 'b'))).toBe('file-closed');
  expect(readdirSync(place.folder).toSorted()).toEqual(['acme.throughline', 'app']);
});
