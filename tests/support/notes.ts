/** Notes under a question in a file of rows, for tests that type in them. */
import { editBetween, type TextEdit } from '../../src/shared/lib/text-edit.ts';
import { applyChanges } from '../../src/shared/model/apply-changes.ts';
import type { Change } from '../../src/shared/model/change.ts';
import { editNotes, type Notes, type NotesContext } from '../../src/shared/model/edit-notes.ts';
import type { ClientData, Evidence } from '../../src/shared/model/index.ts';
import type { NoteWords } from '../../src/shared/model/note-words.ts';
import { gatherPiece } from '../../src/shared/model/gather-piece.ts';
import { Rows } from './rows.ts';

/** Words that the notes of the tests know: two tags, a decision, somebody in the room and somebody else. */
export const someWords: NoteWords = {
  tags: new Map([
    ['waits', { indicator: 'queue/waits' }],
    ['rework', { indicator: 'waste/rework' }],
    ['d1', { decision: '00000000-0000-7000-8000-00000000d001' }],
  ]),
  people: [
    { id: 'mara', names: ['Mara', 'Plant planner'], present: true },
    { id: 'head', names: ['Head of Platform'], present: false },
  ],
  limitKinds: new Set(['budget', 'capacity']),
};

/** Notes that can be typed in, with the rows that come of it. */
export function someNotes(now: string | null = null) {
  const rows = new Rows();
  const interview = rows.add('interview', { heldOn: '2026-06-16' });
  const answer = rows.add('answer', { interview: interview.id });
  let data: ClientData = rows.data;
  let notes: Notes = { text: '', lines: '' };
  let ids = 0;
  const newId = (): string => `90000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;
  const place = { engagement: rows.engagement.id, interview, answer, speaker: null, today: '2026-06-18', position: 4 };
  const own = (): Evidence[] => data.evidence.filter((row) => row.answer === answer.id && row.line !== '');
  return {
    newId,
    place,
    notes: () => notes,
    rows: () => data,
    /** The pieces that lines are, in the order of the lines. */
    pieces: (): Evidence[] => {
      const keys = notes.lines.split('\n').map((entry) => entry.split(' ').find((part) => !part.includes(':')) ?? '');
      return own().toSorted((a, b) => keys.indexOf(a.line) - keys.indexOf(b.line));
    },
    apply: (changes: readonly Change[]): void => void (data = applyChanges(data, changes)),
    /** Replaces stretches of the text; with a text alone, what differs from it. */
    edit(next: string | readonly TextEdit[], at = now): readonly Change[] {
      const difference = typeof next === 'string' ? editBetween(notes.text, next) : null;
      const edits = typeof next === 'string' ? (difference === null ? [] : [difference]) : next;
      const pieceOf: NotesContext['pieceOf'] = (key) =>
        gatherPiece(
          data,
          own().find(({ line }) => line === key),
        );
      const keysTaken = (): string[] => own().map(({ line }) => line);
      const context: NotesContext = { words: someWords, place, pieceOf, keysTaken, now: at, newId };
      const edited = editNotes(notes, edits, context);
      notes = edited.notes;
      data = applyChanges(data, edited.changes);
      return edited.changes;
    },
  };
}
