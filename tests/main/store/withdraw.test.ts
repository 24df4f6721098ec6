import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codeOf, edit, taken } from '../../support/store/file.ts';
import { look, tamper } from '../../support/store/other-tool.ts';
import { start } from '../../support/store/start.ts';
import { canaries, rows, spokenFile, withdraw, wordsInBytes } from '../../support/store/withdrawal.ts';

const { person, decision } = start;
const anyCanary = new RegExp(canaries.join('|'), 'iu');

/** Everything that the log holds, unpacked. */
function logTexts(path: string): string {
  const stored = look(path, 'SELECT label, changes FROM _log').map(({ label, changes }) => [
    String(label),
    Buffer.isBuffer(changes) ? inflateRawSync(changes).toString('utf8') : String(changes),
  ]);
  return JSON.stringify(stored);
}

test('what a person said leaves the rows, the search, the history and the bytes of the file', () => {
  const place = spokenFile();
  const file = place.open();
  // The words of the patches lie in pieces; those of rows, of what was deleted and of the index stand as they are.
  expect(wordsInBytes(place.path)).toEqual(canaries);
  expect(file.search('zebrawood', 5)).not.toEqual([]);
  taken(withdraw(file, place));
  expect(JSON.stringify(file.load({ everything: true }))).not.toMatch(anyCanary);
  for (const word of canaries) expect(file.search(word, 5)).toEqual([]);
  expect(JSON.stringify(file.history({ limit: 1000 }))).not.toMatch(anyCanary);
  expect(wordsInBytes(place.path)).toEqual([]);
  expect(logTexts(place.path)).not.toMatch(anyCanary);
  // What was typed a few letters at a time is not told letter by letter either.
  const typed = file.history({ limit: 1000, entity: 'answer', id: rows.ownNotes }).flatMap(({ changes }) => changes);
  expect(typed.flatMap(({ fields }) => fields.filter((field) => 'inserted' in field))).toEqual([]);
  expect(typed.length).toBeGreaterThan(15);
  expect(existsSync(`${place.path}-journal`)).toBe(false);
  expect(file.check({ deep: true })).toEqual([]);
  taken(file.close());
  expect(wordsInBytes(place.path)).toEqual([]);
});

test('what others said stays, and what they share with the person stays without the words', () => {
  const place = spokenFile();
  const file = place.open();
  taken(withdraw(file, place));
  expect(file.row('evidence', rows.colleagueQuote)).toMatchObject({
    withdrawn: false,
    text: 'The budget is settled in spring',
  });
  expect(file.row('answer', rows.ownNotes)?.text).toBe('');
  expect(file.row('answer', rows.sharedNotes)?.text).toBe('> The budget is settled in spring, says Bo\n');
  expect(file.row('paragraphEdit', rows.edited)?.text).toBe('One said: “[withdrawn]”, and meant it.');
  expect(file.row('stakeholder', person)).toMatchObject({
    name: 'Ann Lee',
    role: 'Head',
    note: '',
    withdrawnOn: '2026-01-06',
  });
  expect(
    file
      .load()
      .participant.filter((row) => row.person === person)
      .map((row) => row.consent),
  ).toEqual(['withdrawn', 'withdrawn']);
});

test('one quote goes with its line of the notes, and its speaker still counts', () => {
  const place = spokenFile();
  const file = place.open();
  taken(withdraw(file, place, { evidence: rows.quote }));
  expect(file.row('answer', rows.ownNotes)?.text).toBe('Began with a tamarind joke.\n');
  expect(file.row('evidence', rows.quote)).toMatchObject({ withdrawn: true, text: '' });
  expect(file.row('stakeholder', person)?.withdrawnOn).toBeNull();
  expect(wordsInBytes(place.path, ['zebrawood'])).toEqual([]);
  expect(wordsInBytes(place.path, ['tamarind', 'quagmire'])).toEqual(['tamarind', 'quagmire']);
  expect(file.check({ deep: true })).toEqual([]);
});

test('nothing from before can be undone into view, what comes after can be undone', () => {
  const place = spokenFile();
  const file = place.open();
  taken(file.undo());
  taken(withdraw(file, place));
  expect(file.undoable()).toBeNull();
  expect(codeOf(file.undo())).toBe('nothing-since-withdrawal');
  expect(codeOf(file.redo())).toBe('nothing-since-withdrawal');
  edit(file, place, [{ op: 'update', entity: 'decision', id: decision, fields: { statement: 'Anew' } }]);
  edit(file, place, [{ op: 'delete', entity: 'evidence', id: rows.quote }]);
  taken(file.undo());
  taken(file.undo());
  expect(codeOf(file.undo())).toBe('nothing-since-withdrawal');
  expect(file.row('evidence', rows.quote)).toMatchObject({ text: '', withdrawn: true });
  expect(wordsInBytes(place.path)).toEqual([]);
});

test('sent again it has no second effect, and an edit from before that is sent again tells no words', () => {
  const place = spokenFile();
  const file = place.open();
  const opId = place.ports.ids();
  const first = taken(withdraw(file, place, { person }, opId));
  const again = taken(withdraw(file, place, { person }, opId));
  expect(again).toMatchObject({ revision: first.revision, repeated: true });
  const told = file
    .history({ limit: 1000 })
    .filter(({ kind }) => kind === 'edit')
    .map(({ opId: id }) => taken(file.apply({ opId: id, label: '', kind: 'edit', changes: [] })));
  expect(JSON.stringify(told)).not.toMatch(anyCanary);
  expect(withdraw(file, place, { person }).ok).toBe(true);
  expect(file.check({ deep: true })).toEqual([]);
});

test('a second withdrawal from the same entries keeps the chain whole', () => {
  const place = spokenFile();
  const file = place.open();
  taken(withdraw(file, place, { evidence: rows.sharedQuote }));
  taken(withdraw(file, place));
  taken(withdraw(file, place, { person: rows.colleague }));
  expect(file.check({ deep: true })).toEqual([]);
  expect(wordsInBytes(place.path, [...canaries, 'budget'])).toEqual([]);
});

const sealedEntry =
  "(SELECT max(revision) FROM _log WHERE kind = 'edit' AND typeof(changes) = 'text' AND changes LIKE '{%')";

test.each([
  [
    'an entry that words were taken from',
    `UPDATE _log SET changes = replace(changes, '"form":2', '"form":3') WHERE revision = ${sealedEntry}`,
  ],
  ['the moment of such an entry', `UPDATE _log SET at = at + 1 WHERE revision = ${sealedEntry}`],
  ['the label of such an entry', `UPDATE _log SET label = 'x' WHERE revision = ${sealedEntry}`],
  ['the hash of such an entry', `UPDATE _log SET hash = zeroblob(32) WHERE revision = ${sealedEntry}`],
  ['an entry that nothing was taken from', `UPDATE _log SET label = 'x' WHERE revision = 1`],
  [
    'what the withdrawal keeps of them',
    `UPDATE _log SET changes = '{"form":2,"left":{},"changes":[]}' WHERE kind = 'withdrawal'`,
  ],
  ['the withdrawal itself', `DELETE FROM _log WHERE kind = 'withdrawal'`],
])('the chain tells of a change to %s', (_, sql) => {
  const place = spokenFile();
  const file = place.open();
  taken(withdraw(file, place));
  edit(file, place, [{ op: 'update', entity: 'decision', id: decision, fields: { statement: 'Anew' } }]);
  taken(file.close());
  const before = look(place.path, `SELECT * FROM _log ORDER BY revision`);
  tamper(place.path, sql);
  expect(look(place.path, `SELECT * FROM _log ORDER BY revision`)).not.toEqual(before);
  const again = place.open({ acceptOlder: true, acceptFork: true });
  expect(again.check({ deep: true }).map(({ kind }) => kind)).toContain('history');
});

test('a damaged row whose words were taken back is put back from the log without them', () => {
  const place = spokenFile();
  let file = place.open();
  taken(withdraw(file, place));
  taken(file.close());
  tamper(
    place.path,
    `UPDATE answer SET position = 7 WHERE id = '${rows.sharedNotes}'`,
    `UPDATE decision SET title = 'x' WHERE id = '${decision}'`,
    `UPDATE evidence SET kind = 'figure' WHERE id = '${rows.quote}'`,
  );
  file = place.open();
  const found = file.check({ deep: true });
  expect(found.map(({ kind, repairable }) => [kind, repairable])).toEqual([
    ['row-damaged', true],
    ['row-damaged', true],
    ['row-damaged', true],
  ]);
  for (const { entity, id } of found) taken(file.repairRow(entity ?? 'answer', id ?? ''));
  expect(file.row('answer', rows.sharedNotes)).toMatchObject({
    position: 0,
    text: '> The budget is settled in spring, says Bo\n',
  });
  expect(file.row('decision', decision)).toMatchObject({ title: 'Win the north', statement: 'They decide late' });
  expect(file.row('evidence', rows.quote)).toMatchObject({ kind: 'quote', text: '' });
  expect(file.check({ deep: true })).toEqual([]);
});

test('backups and recovered copies that hold the words are named, and go only after a new backup was made', () => {
  const place = spokenFile();
  const file = place.open();
  const held = taken(file.backup('asked'));
  const copy = join(place.ports.appDir, 'recovery', `${file.info().fileId}-${place.ports.ids()}`);
  mkdirSync(copy, { recursive: true });
  writeFileSync(join(copy, 'acme.throughline'), 'as it was');
  expect(file.held()).toEqual({ backups: [], recovered: [] });
  taken(withdraw(file, place));
  const after = taken(file.backup('asked'));
  expect(file.held()).toEqual({ backups: [held], recovered: [copy] });
  const purged = taken(file.purgeHeld());
  expect(purged).toMatchObject({ backups: [held], recovered: 1, backup: { reason: 'withdrawal' } });
  expect(file.backups()).toEqual([purged.backup, after]);
  expect(existsSync(copy)).toBe(false);
  for (const { path } of file.backups()) expect(wordsInBytes(path)).toEqual([]);
  expect(taken(file.purgeHeld())).toEqual({ backup: null, backups: [], recovered: 0 });
});

test('nothing is purged where no backup can be made first', () => {
  const place = spokenFile();
  let space = Infinity;
  const file = place.open({}, { ...place.ports, freeBytes: () => space });
  const held = taken(file.backup('asked'));
  taken(withdraw(file, place));
  space = 0;
  expect(codeOf(file.purgeHeld())).toBe('backup-failed');
  expect(file.backups()).toEqual([held]);
  expect(file.held().backups).toEqual([held]);
});

test('a file that is open for reading only is left as it is', () => {
  const place = spokenFile();
  const file = place.open({ readOnly: true });
  expect(codeOf(withdraw(file, place))).toBe('file-read-only');
  expect(codeOf(file.purgeHeld())).toBe('file-read-only');
  expect(wordsInBytes(place.path)).toEqual(canaries);
});
