/** Notes as they are typed: each edit is the text with its caret, the times of its lines and the evidence that they are. */
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { updateRow } from '../../../../shared/model/change.ts';
import { editBetween, type TextEdit } from '../../../../shared/lib/text-edit.ts';
import type { EditedNotes, Notes } from '../../../../shared/model/edit-notes.ts';
import { parseEntries } from '../../../../shared/model/note-entries.ts';
import type { NoteWords } from '../../../../shared/model/note-words.ts';
import type { FileState } from '../../../data/client-file.ts';
import { findRow, useEngagement, useFile, useToday } from '../../../data/hooks.ts';
import type { LinesEditorHandle } from '../../../ui/lines-editor.tsx';
import { editAnswer } from './note-edits.ts';
import { lookOfNote } from './note-looks.ts';
import { dayOf } from '../times.ts';
import type { Screen } from './use-screen.ts';

/** Binds the editor of the question that is shown to its rows. */
export function useNotes(screen: Screen, words: NoteWords, editor: RefObject<LinesEditorHandle | null>) {
  const file = useFile();
  const engagement = useEngagement().id;
  const today = useToday();
  const { current, view } = screen;
  const typingKey = `notes:${view.interview.id}:${current.key}`;
  const own = useRef(current.answer?.id ?? null);
  const held = useRef<Notes>(notesOf(file.store.getState(), own.current));
  // A question that was asked meanwhile has its row by now.
  useEffect(() => {
    own.current ??= current.answer?.id ?? null;
  }, [current.answer]);

  // What others write, an undo among them, comes into the text where it differs.
  useEffect(
    () =>
      file.store.subscribe((state) => {
        if (own.current === null) return;
        const now = notesOf(state, own.current);
        const before = held.current;
        if (now.text === before.text && now.lines === before.lines) return;
        held.current = now;
        if (now.text !== before.text) editor.current?.receive(now.text);
        else editor.current?.refresh();
      }),
    [file, editor],
  );

  const lookOf = useMemo(() => {
    let read = { lines: '', entries: parseEntries('') };
    return (line: string, number: number) => {
      const { lines } = held.current;
      if (lines !== read.lines) read = { lines, entries: parseEntries(lines) };
      return lookOfNote(line, read.entries[number], words);
    };
  }, [words]);

  const edited = (edits: readonly TextEdit[], answer: string): EditedNotes => {
    const { interview, onlySpeaker: speaker } = view;
    return editAnswer(file.store.getState().data, answer, held.current, edits, {
      words,
      place: { engagement, interview, speaker, today: dayOf(interview, today) },
      now: screen.running && interview.form !== 'paper' ? `${new Date().toISOString().slice(0, 19)}Z` : null,
      newId: file.newId,
    });
  };

  const type = (edits: readonly TextEdit[], text: string, caret: number): void => {
    const { interview } = view;
    const { data } = file.store.getState();
    const isThere = findRow(data.answer, own.current) !== undefined;
    // An undo may have taken the row away under which one types.
    const row = isThere ? { id: own.current ?? '', changes: [] } : screen.rowFor({ ...current, answer: null });
    if (!isThere) held.current = { text: '', lines: '' };
    own.current = row.id;
    let next = edited(isThere ? edits : [{ from: 0, to: 0, insert: text }], row.id);
    // Half a character waits for its other half, so that the text in the editor may be ahead of the notes.
    const rest = editBetween(held.current.text, text);
    if (next.notes.text !== text) next = edited(rest === null ? [] : [rest], row.id);
    const isOpen = !screen.running || findRow(data.interview, interview.id)?.openAsk === current.key;
    const before = held.current;
    held.current = next.notes;
    file.typeChanges(typingKey, 'Edit the notes', [
      ...row.changes,
      updateRow('answer', row.id, {
        text: next.notes.text,
        caret,
        ...(next.notes.lines === before.lines ? {} : { lines: next.notes.lines }),
      }),
      ...(isOpen ? [] : [updateRow('interview', interview.id, { openAsk: current.key })]),
      ...next.changes,
    ]);
    if (next.notes.lines !== before.lines) editor.current?.refresh();
  };
  // The field is named before it has a row: one key for all that is typed under one question.
  const typing = (): void => file.typing(typingKey, () => editor.current?.tell());
  return { type, typing, lookOf, first: () => held.current };
}

function notesOf(state: FileState, id: string | null): Notes {
  const row = findRow(state.data.answer, id);
  return { text: row?.text ?? '', lines: row?.lines ?? '' };
}
