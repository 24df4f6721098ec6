import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { troubleOf } from '../../../src/main/store/trouble.ts';
import type { Change } from '../../../src/shared/model/change.ts';
import { clientFilePlace, codeOf, edit, stateDecision, taken } from '../../support/store/file.ts';
import { look, tamper } from '../../support/store/other-tool.ts';
import { testId } from '../../support/store/ports.ts';
import { start } from '../../support/store/start.ts';

const { engagement, decision } = start;

/** Another program that keeps everybody out of a file, or only writers; what it gives lets the file go. */
async function heldElsewhere(path: string, lock: 'EXCLUSIVE' | 'IMMEDIATE'): Promise<() => Promise<void>> {
  const script = `
    const db = new (require('better-sqlite3'))(process.argv[1]);
    db.exec('BEGIN ${lock}');
    process.stdout.write('held');
    process.stdin.resume().on('end', () => { db.close(); process.exit(); });`;
  const holder = spawn(process.execPath, ['-e', script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return async () => {
    const ended = once(holder, 'exit');
    holder.stdin.end();
    await ended;
  };
}

test('while another program holds the file, upkeep reports it, closing lets it go, and nothing is lost', async () => {
  const place = clientFilePlace();
  const file = place.open({}, { ...place.ports, patience: 50 });
  stateDecision(file, place, 'kept');
  const release = await heldElsewhere(place.path, 'EXCLUSIVE');
  expect(file.upkeep().problems).toEqual([{ code: 'file-busy', params: {} }]);
  let thrown: unknown = null;
  try {
    file.load();
  } catch (error) {
    thrown = error;
  }
  expect(troubleOf(thrown, 'acme')).toEqual({ code: 'file-busy', params: {} });
  expect(codeOf(file.close())).toBe('backup-failed');
  await release();
  expect(place.open().row('decision', decision)?.statement).toBe('kept');
});

test('a commit of another program is noticed also when upkeep met its lock before', async () => {
  const place = clientFilePlace();
  const file = place.open({}, { ...place.ports, patience: 50 });
  const rows = Array.from({ length: 1200 }, (_, n): Change => {
    return { op: 'insert', entity: 'limit', id: testId(n, 'd'), fields: { engagement, text: `Limit ${n}` } };
  });
  edit(file, place, rows);
  expect(file.checkSlice(1_000_000)).toEqual([]);
  const release = await heldElsewhere(place.path, 'IMMEDIATE');
  file.upkeep();
  await release();
  tamper(place.path, "UPDATE client SET name = 'Other'");
  const change = { op: 'update', entity: 'decision', id: decision, fields: { statement: 'x' } } as const;
  const result = file.apply({ opId: place.ports.ids(), label: 'Edit', kind: 'edit', changes: [change] });
  expect(codeOf(result)).toBe('file-changed-elsewhere');
  expect(look(place.path, 'SELECT max(revision) AS revision FROM _log')).toEqual([{ revision: 2 }]);
  taken(file.close());
});
