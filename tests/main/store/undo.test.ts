import { expect, test } from 'vitest';
import type { Change } from '../../../src/shared/model/change.ts';
import { clientFilePlace, codeOf, edit, stateDecision, taken } from '../../support/store/file.ts';
import { testId } from '../../support/store/ports.ts';
import { start } from '../../support/store/start.ts';

const { engagement, decision } = start;

test('undo and redo go on after the file was closed and opened again', () => {
  const place = clientFilePlace();
  let file = place.open();
  const statement = (): string | undefined => file.row('decision', decision)?.statement;
  for (const text of ['one', 'one two', 'one two three']) stateDecision(file, place, text);
  taken(file.undo());
  file.close();
  file = place.open();
  expect(statement()).toBe('one two');
  taken(file.undo());
  file.close();
  file = place.open();
  taken(file.undo());
  expect(statement()).toBe('');
  expect(codeOf(file.undo())).toBe('nothing-to-undo');
  file.close();
  file = place.open();
  for (const text of ['one', 'one two', 'one two three']) {
    taken(file.redo());
    expect(statement()).toBe(text);
  }
  expect(codeOf(file.redo())).toBe('nothing-to-redo');
});

test('edits of one step are undone together and come back together', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'a', { step: testId(1, 'b'), label: 'First' });
  for (const text of ['ab', 'abc', 'abcd']) stateDecision(file, place, text, { step: testId(2, 'b'), label: 'Typing' });
  expect(file.undoable()).toMatchObject({ label: 'Typing' });
  const ack = taken(file.undo());
  expect(ack.changes).toEqual([{ op: 'update', entity: 'decision', id: decision, fields: { statement: 'a' } }]);
  expect(file.undoable()).toMatchObject({ label: 'First' });
  expect(file.redoable()).toMatchObject({ label: 'Typing' });
  taken(file.redo());
  expect(file.row('decision', decision)?.statement).toBe('abcd');
  taken(file.undo());
  expect(file.row('decision', decision)?.statement).toBe('a');
});

test('a new edit clears what could be redone', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'a');
  stateDecision(file, place, 'ab');
  taken(file.undo());
  stateDecision(file, place, 'ac');
  expect(file.redoable()).toBeNull();
  taken(file.undo());
  expect(file.row('decision', decision)?.statement).toBe('a');
  taken(file.undo());
  expect(file.row('decision', decision)?.statement).toBe('');
});

test('an undo that is sent again takes back one step, not two', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'a');
  stateDecision(file, place, 'ab');
  const opId = place.ports.ids();
  const first = taken(file.undo(opId));
  expect(taken(file.undo(opId))).toEqual({ ...first, repeated: true });
  expect(file.row('decision', decision)?.statement).toBe('a');
});

test('an import of thousands of rows is one entry and one undo', () => {
  const place = clientFilePlace([
    { op: 'insert', entity: 'source', id: testId(5), fields: { engagement, title: 'Backlog' } },
  ]);
  const file = place.open();
  const before = file.load();
  const changes = Array.from({ length: 3000 }, (_, number): Change => {
    const fields = { engagement, source: testId(5), key: `OPS-${number}`, title: `Item ${number}`, labels: ['x'] };
    return { op: 'insert', entity: 'backlogItem', id: testId(number, 'b'), fields };
  });
  taken(file.apply({ opId: place.ports.ids(), label: 'Import', kind: 'import', changes }));
  const after = file.load();
  expect(file.info()).toMatchObject({ revision: 2, rows: { backlogItem: 3000 } });
  taken(file.undo());
  expect(file.load()).toEqual(before);
  taken(file.redo());
  expect(file.load()).toEqual(after);
  expect(file.check({ deep: true })).toEqual([]);
});

test('the creation of the file, repairs and migrations of content are not undone', () => {
  const place = clientFilePlace();
  const file = place.open();
  expect(file.undoable()).toBeNull();
  stateDecision(file, place, 'a');
  const changes: readonly Change[] = [
    { op: 'update', entity: 'decision', id: decision, fields: { statement: 'moved' } },
  ];
  taken(file.apply({ opId: place.ports.ids(), label: 'New kit', kind: 'migration', changes }));
  expect(file.undoable()).toBeNull();
  edit(file, place, [{ op: 'update', entity: 'decision', id: decision, fields: { title: 'b' } }]);
  taken(file.undo());
  expect(codeOf(file.undo())).toBe('nothing-to-undo');
});

test('a step that came to nothing by itself is undone as one, and the one before it is next', () => {
  const place = clientFilePlace();
  const file = place.open();
  stateDecision(file, place, 'a', { label: 'First' });
  for (const text of ['ab', 'a']) stateDecision(file, place, text, { step: testId(1, 'b'), label: 'There and back' });
  const heard: string[] = [];
  file.onChange((ack) => heard.push(ack.label));
  expect(taken(file.undo())).toMatchObject({ label: 'There and back', changes: [] });
  expect(heard).toEqual(['There and back']);
  expect(file.undoable()).toMatchObject({ label: 'First' });
  expect(file.redoable()).toMatchObject({ label: 'There and back' });
});

test('rows that went with others come back with an undo, in whatever order they were named', () => {
  const place = clientFilePlace();
  const file = place.open();
  const step = testId(2, 'b');
  const fields = { engagement, title: 'New' };
  edit(file, place, [{ op: 'insert', entity: 'decision', id: testId(20), fields }], { step });
  edit(
    file,
    place,
    [{ op: 'insert', entity: 'liveCase', id: testId(21), fields: { engagement, decision: testId(20) } }],
    { step },
  );
  const before = file.load();
  taken(file.undo());
  expect(file.load()).toMatchObject({ liveCase: [], decision: [{ id: decision }] });
  taken(file.redo());
  expect(file.load()).toEqual(before);
  expect(file.check({ deep: true })).toEqual([]);
});
