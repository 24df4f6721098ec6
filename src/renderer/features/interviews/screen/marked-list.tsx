/** Evidence of a question that is no line of its notes: its sign, its words, what it is linked to. */
import { useMemo, useRef, useState } from 'react';
import { signOf } from '../../../../shared/model/mark-evidence.ts';
import type { Evidence } from '../../../../shared/model/index.ts';
import { useFileState, useReadOnly, useRows } from '../../../data/hooks.ts';
import { countOf } from '../../../parts/format.ts';
import { personName } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { RovingList } from '../../../ui/list.tsx';
import { EvidenceForm } from '../evidence-form.tsx';
import { useLinkEnds } from '../link-ends.ts';
import type { InterviewView } from '../use-interview.ts';
import { useInterviewEdits } from '../use-interview-edits.ts';
import styles from './screen.module.css';

/** Shows the pieces of a question, and on request those that hang on no question; Enter edits, Delete removes. */
export function MarkedList({
  view,
  answer,
  onEmpty,
}: {
  view: InterviewView;
  answer: string | null;
  onEmpty: () => void;
}) {
  const readOnly = useReadOnly();
  const edits = useInterviewEdits();
  const people = useRows('stakeholder');
  const links = useRows('evidenceLink');
  const { tagOf } = useLinkEnds();
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const pieces = useOutside(view.interview.id);
  const loose = useMemo(() => pieces.filter((row) => row.answer === null), [pieces]);
  const shown = useMemo(() => {
    const own = pieces.filter((row) => row.answer !== null && row.answer === answer);
    return all ? [...own, ...loose] : own;
  }, [pieces, answer, all, loose]);
  const byEvidence = useMemo(() => Map.groupBy(links, ({ evidence }) => evidence), [links]);
  const remove = (id: string): void => {
    const at = shown.findIndex((row) => row.id === id);
    const next = shown[at + 1] ?? shown[at - 1];
    setChosen(next?.id ?? null);
    edits.remove('evidence', id, 'Take a mark away');
    if (next === undefined) onEmpty();
  };
  return (
    <>
      <div
        className={styles.marked}
        onFocus={(event) => {
          if (chosen === null && event.target.getAttribute('role') === 'listbox') setChosen(shown[0]?.id ?? null);
        }}
      >
        <RovingList
          listRef={list}
          label="Marked here"
          items={shown}
          keyOf={({ id }) => id}
          selectedId={chosen}
          onSelect={setChosen}
          onAct={setOpen}
          onKey={(event, id) => {
            if (event.key !== 'Delete' || id === null || readOnly) return false;
            remove(id);
            return true;
          }}
          render={(row) => {
            const linked = byEvidence.get(row.id) ?? [];
            const limit = linked.some((link) => link.limit !== null);
            const speaker = people.find(({ id }) => id === row.speaker);
            return (
              <div className={classNames(styles.line, row.kind === 'quote' && styles.quote)}>
                <span className={styles.at} />
                <span className={styles.sign}>{signOf(row, limit)}</span>
                <p>
                  {row.text}{' '}
                  {linked.map((link) => (
                    <span key={link.id} className={styles.tag}>
                      {link.counter ? 'against ' : ''}
                      {tagOf(link)}{' '}
                    </span>
                  ))}
                  {speaker !== undefined && view.parts.length !== 1 && (
                    <span className={styles.tag}>@{personName(speaker)}</span>
                  )}
                </p>
              </div>
            );
          }}
        />
        {chosen !== null && shown.some(({ id }) => id === chosen) && (
          <div className={styles.tools}>
            <Button small icon="pencil" keys="Enter" onPress={() => setOpen(chosen)}>
              {readOnly ? 'Show it' : 'Edit it'}
            </Button>
            {!readOnly && (
              <Button small icon="trash" keys="Delete" onPress={() => remove(chosen)}>
                Take the mark away
              </Button>
            )}
          </div>
        )}
        {loose.length > 0 && (
          <div className={styles.tools}>
            <Button kind="quiet" small aria-expanded={all} onPress={() => setAll(!all)}>
              {all ? 'Hide what hangs on no question' : `${countOf(loose.length, 'piece', 'pieces')} under no question`}
            </Button>
          </div>
        )}
      </div>
      {open !== null && (
        <Dialog
          title="Evidence"
          size="large"
          onClose={() => setOpen(null)}
          footer={
            <Button kind="primary" onPress={() => setOpen(null)}>
              Close
            </Button>
          }
        >
          <EvidenceForm id={open} />
        </Dialog>
      )}
    </>
  );
}

/** Evidence of an interview outside of its notes; the list stays the same while others are typed. */
function useOutside(interview: string): readonly Evidence[] {
  const known = useRef<readonly Evidence[]>([]);
  return useFileState((state) => {
    const found = state.data.evidence.filter((row) => row.interview === interview && row.line === '');
    const isSame = found.length === known.current.length && found.every((row, at) => row === known.current[at]);
    return isSame ? known.current : (known.current = found);
  });
}
