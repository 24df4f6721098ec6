/** Editing the notes of an answer with the rows of the open file. */
import type { TextEdit } from '../../../../shared/lib/text-edit.ts';
import { type EditedNotes, editNotes, type Notes } from '../../../../shared/model/edit-notes.ts';
import { gatherPiece } from '../../../../shared/model/gather-piece.ts';
import type { ClientData, Evidence } from '../../../../shared/model/index.ts';
import type { MarkedPlace } from '../../../../shared/model/marks.ts';
import type { NoteWords } from '../../../../shared/model/note-words.ts';
import { lastPosition } from '../../../parts/names.ts';

/** Who edits, where and when. */
export type NotesHand = {
  readonly words: NoteWords;
  readonly place: Omit<MarkedPlace, 'line' | 'position' | 'answer'>;
  /** The moment to write beside a line that is typed now; null where no clock runs. */
  readonly now: string | null;
  readonly newId: () => string;
};

/** What an edit makes of the notes of an answer and of the evidence in them. */
export function editAnswer(
  data: ClientData,
  answer: string,
  notes: Notes,
  edits: readonly TextEdit[],
  hand: NotesHand,
): EditedNotes {
  let found: readonly Evidence[] | null = null;
  // Most keystrokes touch no mark, and a large file has thousands of pieces.
  const pieces = (): readonly Evidence[] =>
    (found ??= data.evidence.filter((row) => row.answer === answer && row.line !== ''));
  return editNotes(notes, edits, {
    ...hand,
    place: { ...hand.place, answer: { id: answer }, position: lastPosition(data.limit) },
    pieceOf: (key) =>
      gatherPiece(
        data,
        pieces().find(({ line }) => line === key),
      ),
    keysTaken: () => pieces().map(({ line }) => line),
  });
}
