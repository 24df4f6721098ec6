/** What was marked to be asked later, in this interview and in earlier ones with the same people; put away once it was asked. */
import { useMemo, useState } from 'react';
import { updateRow } from '../../../../shared/model/change.ts';
import type { Evidence } from '../../../../shared/model/index.ts';
import { parseEntries } from '../../../../shared/model/note-entries.ts';
import { toggleSign } from '../../../../shared/model/note-signs.ts';
import type { NoteWords } from '../../../../shared/model/note-words.ts';
import { questionText } from '../../../../shared/method/kit.ts';
import { findRow, useEngagement, useFile, useKit, useReadOnly, useRows, useToday } from '../../../data/hooks.ts';
import { showDay } from '../../../parts/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { takesFocus } from '../../../ui/focus.ts';
import { RovingList } from '../../../ui/list.tsx';
import { dayOf } from '../times.ts';
import type { InterviewView } from '../use-interview.ts';
import { editAnswer } from './note-edits.ts';
import styles from './notes.module.css';

/** Shows the tray; Enter puts away what was asked. */
export function LaterTray({ view, words, onClose }: { view: InterviewView; words: NoteWords; onClose: () => void }) {
  const readOnly = useReadOnly();
  const pieces = useAskLater(view);
  const putAway = usePutAway(view, words);
  const whereOf = useWhere(view);
  const [chosen, setChosen] = useState<string | null>(null);
  const selected = pieces.find(({ id }) => id === chosen) ?? pieces[0];
  return (
    <Dialog
      title="To ask later"
      onClose={onClose}
      footer={
        <>
          {selected !== undefined && !readOnly && (
            <Button keys="Enter" onPress={() => putAway(selected)}>
              It was asked
            </Button>
          )}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {pieces.length === 0 ? (
        <p {...takesFocus} tabIndex={-1}>
          Nothing waits. A line that begins with ? comes here.
        </p>
      ) : (
        <RovingList
          label="To ask later"
          items={pieces}
          keyOf={({ id }) => id}
          selectedId={selected?.id ?? null}
          onSelect={setChosen}
          onAct={(id) => {
            const piece = pieces.find((one) => one.id === id);
            if (piece !== undefined && !readOnly) putAway(piece);
          }}
          render={(piece) => (
            <div className={styles.later}>
              <p>{piece.text}</p>
              <p className={styles.where}>{whereOf(piece)}</p>
            </div>
          )}
        />
      )}
    </Dialog>
  );
}

/** The pieces that wait to be asked: those of this interview first. */
export function useAskLater(view: InterviewView): readonly Evidence[] {
  const evidence = useRows('evidence');
  const participants = useRows('participant');
  const { interview, parts } = view;
  return useMemo(() => {
    const people = new Set(parts.flatMap(({ row }) => row.person ?? []));
    const same = new Set(
      participants.filter((row) => row.person !== null && people.has(row.person)).map((row) => row.interview),
    );
    const waiting = evidence.filter((row) => row.askLater && !row.withdrawn && row.interview !== null);
    const here = waiting.filter((row) => row.interview === interview.id);
    return [...here, ...waiting.filter((row) => row.interview !== interview.id && same.has(row.interview ?? ''))];
  }, [evidence, participants, parts, interview.id]);
}

/** Takes the sign out of the line, where the piece is one; a line that has no other mark is a note from then on. */
function usePutAway(view: InterviewView, words: NoteWords) {
  const file = useFile();
  const today = useToday();
  const engagement = useEngagement().id;
  return (piece: Evidence): void => {
    const { data } = file.store.getState();
    const answer = findRow(data.answer, piece.answer);
    const at = piece.line === '' ? -1 : parseEntries(answer?.lines ?? '').findIndex(({ key }) => key === piece.line);
    const lines = answer?.text.split('\n') ?? [];
    const line = lines[at];
    if (answer === undefined || line === undefined) {
      void file.edit('Put away what was asked', [updateRow('evidence', piece.id, { askLater: false })]);
      return;
    }
    const from = lines.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0);
    const insert = toggleSign(line, '?', words.limitKinds);
    const edit = { from, to: from + line.length, insert };
    const { notes, changes } = editAnswer(data, answer.id, answer, [edit], {
      words,
      place: { engagement, interview: view.interview, speaker: piece.speaker, today: dayOf(view.interview, today) },
      now: null,
      newId: file.newId,
    });
    void file.edit('Put away what was asked', [updateRow('answer', answer.id, notes), ...changes]);
  };
}

/** Under which question it was noted, and when, where that was another time. */
function useWhere({ interview }: InterviewView) {
  const kit = useKit();
  const answers = useRows('answer');
  const interviews = useRows('interview');
  return (piece: Evidence): string => {
    const answer = findRow(answers, piece.answer);
    const question =
      answer === undefined ? '' : ((answer.question && questionText(kit, answer.question)) ?? answer.unplanned);
    const other = piece.interview === interview.id ? undefined : findRow(interviews, piece.interview);
    const day = other === undefined ? '' : showDay(other.heldOn ?? other.plannedOn);
    return [day, question].filter(Boolean).join(', ');
  };
}
