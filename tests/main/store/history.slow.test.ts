import { expect, test } from 'vitest';
import type { StorePorts } from '../../../src/main/store/types.ts';
import { clientFilePlace, edit, stateDecision, taken } from '../../support/store/file.ts';
import { testId } from '../../support/store/ports.ts';
import { start } from '../../support/store/start.ts';

const { engagement, decision } = start;

test('entries come newest first, with what changed and why', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'Win two retailers', { label: 'Typing' });
  stateDecision(file, place, 'Win three retailers', { label: 'Typing' });
  taken(file.undo());
  const [undone, typed] = file.history({ limit: 2 });
  expect(undone).toMatchObject({ revision: 4, kind: 'undo', label: 'Typing', undoes: 3, skewed: false });
  expect(typed).toMatchObject({ revision: 3, kind: 'edit', zone: 'Europe/Berlin', undoes: null });
  expect(typed?.changes).toEqual([
    {
      op: 'update',
      entity: 'decision',
      id: decision,
      fields: [{ field: 'statement', at: 5, removed: 'wo', inserted: 'hree' }],
    },
  ]);
  expect(file.history({ limit: 10, before: 2 }).map(({ revision }) => revision)).toEqual([2, 1]);
});

test('the entries of one row are found through deletion and undo', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'a');
  edit(file, place, [{ op: 'update', entity: 'client', id: start.client, fields: { about: 'x' } }]);
  edit(file, place, [{ op: 'delete', entity: 'decision', id: decision }]);
  expect(file.history({ limit: 10, entity: 'decision', id: decision }).map(({ revision }) => revision)).toEqual([
    4, 2, 1,
  ]);
  taken(file.undo());
  stateDecision(file, place, 'ab');
  const row = file.history({ limit: 10, entity: 'decision', id: decision });
  expect(row.map(({ revision }) => revision)).toEqual([6, 5, 4, 2, 1]);
  expect(row.at(-1)?.changes.some((change) => change.id === decision && change.op === 'insert')).toBe(true);
});

test('the net effect since a revision names each row once', () => {
  const place = clientFilePlace();
  const file = place.open();
  const since = file.info().revision;
  stateDecision(file, place, 'a');
  edit(file, place, [{ op: 'update', entity: 'decision', id: decision, fields: { title: 'b' } }]);
  edit(file, place, [{ op: 'insert', entity: 'interview', id: testId(7), fields: { engagement } }]);
  edit(file, place, [{ op: 'insert', entity: 'interview', id: testId(8), fields: { engagement } }]);
  edit(file, place, [{ op: 'delete', entity: 'interview', id: testId(8) }]);
  edit(file, place, [{ op: 'delete', entity: 'stakeholder', id: start.person }]);
  expect(file.changedSince(since)).toEqual([
    { op: 'update', entity: 'decision', id: decision, fields: ['statement', 'title'] },
    { op: 'insert', entity: 'interview', id: testId(7), fields: [] },
    { op: 'delete', entity: 'stakeholder', id: start.person, fields: [] },
  ]);
});

test('a clock that jumps back is marked and changes no order', () => {
  const place = clientFilePlace();
  const moments = ['2036-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
  let turn = 0;
  const ports: StorePorts = { ...place.ports, clock: () => moments[turn] ?? '', zone: () => 'Pacific/Apia' };
  const file = place.open({}, ports);
  for (const text of ['first', 'second', 'third']) {
    stateDecision(file, place, text);
    turn = Math.min(2, turn + 1);
  }
  expect(file.history({ limit: 3 }).map(({ revision, skewed, zone }) => [revision, skewed, zone])).toEqual([
    [4, false, 'Pacific/Apia'],
    [3, true, 'Pacific/Apia'],
    [2, false, 'Pacific/Apia'],
  ]);
  const backups = ['a', 'b'].map((text) => {
    stateDecision(file, place, text);
    return taken(file.backup('asked')).revision;
  });
  expect(file.backups().map(({ revision }) => revision)).toEqual(backups.toReversed());
  taken(file.undo());
  expect(file.row('decision', decision)?.statement).toBe('a');
});

test('typing for long grows the file by little more than what was typed', () => {
  const place = clientFilePlace();
  const file = place.open();
  const text = Array.from({ length: 600 }, (_, n) => `word${(n * 7919) % 1000}`).join(' ');
  const before = file.info().bytes;
  const edits = 300;
  for (let n = 1; n <= edits; n += 1) stateDecision(file, place, text.slice(0, Math.ceil((n / edits) * text.length)));
  expect(file.row('decision', decision)?.statement).toBe(text);
  expect(file.info().bytes - before).toBeLessThan(edits * 1000);
});
