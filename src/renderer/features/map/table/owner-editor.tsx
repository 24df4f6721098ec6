/** The owner of a priority, typed in its cell; under it whom the words may mean, and what that person answered. */
import { useEffect, useId, useRef } from 'react';
import type { Priority } from '../../../../shared/model/index.ts';
import { placeOf } from '../../../parts/field.tsx';
import { focusable } from '../../../ui/focus.ts';
import { ProblemLine } from '../../../ui/field.tsx';
import { AnswerFields } from '../who/answer-fields.tsx';
import { PersonOptions } from '../who/person-options.tsx';
import { usePersonPick } from '../who/use-person-pick.ts';
import { ownerOf } from '../who/who.ts';
import whoStyles from '../who/who.module.css';
import { priorityTag } from '../use-map.ts';
import { CellPanel } from './cell-panel.tsx';
import { useTable } from './table-context.ts';
import styles from './table.module.css';

/** Edits who owns a priority. Leaving the cell keeps what was typed, Esc does not. */
export function OwnerEditor({ priority, typed }: { priority: Priority; typed: string | null }) {
  const { stop, leave } = useTable();
  const who = ownerOf(priority, priorityTag(priority));
  const pick = usePersonPick(who, typed);
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const answers = useRef<HTMLDivElement>(null);
  const latest = useRef(pick);
  const dropped = useRef(false);
  useEffect(() => {
    latest.current = pick;
  });
  useEffect(() => {
    const element = field.current;
    element?.setSelectionRange(element.value.length, element.value.length);
    // The panel takes Esc before the field could hear it.
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') dropped.current = true;
    };
    window.addEventListener('keydown', hear, true);
    // Whatever else ends the edit, words that were typed stay.
    return () => {
      window.removeEventListener('keydown', hear, true);
      if (!dropped.current) latest.current.keep();
    };
  }, []);
  const toAnswers = (): void => {
    requestAnimationFrame(() => {
      const [first] = answers.current === null ? [] : focusable(answers.current);
      if (first === undefined) stop();
      else first.focus();
    });
  };
  return (
    <>
      <div>
        <textarea
          ref={field}
          rows={1}
          className={styles.ownText}
          value={pick.text}
          maxLength={500}
          aria-label={`Owner of ${priorityTag(priority)}`}
          aria-haspopup="listbox"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={pick.marked < 0 ? undefined : `${list}-${pick.marked}`}
          aria-invalid={pick.several ? 'true' : undefined}
          data-place={placeOf('priority', priority.id, 'owner')}
          spellCheck={false}
          autoFocus
          onChange={(event) => pick.type(event.target.value)}
          onKeyDown={(event) => {
            if (pick.hear(event, toAnswers)) event.preventDefault();
            else if (event.key === 'Tab' && !event.shiftKey) {
              event.preventDefault();
              if (answers.current !== null && focusable(answers.current).length > 0) toAnswers();
              else leave(false);
            }
          }}
        />
      </div>
      {pick.several && <ProblemLine kind="blocker" says="One owner, not two" />}
      <CellPanel label={`Owner of ${priorityTag(priority)}`} keepFocus wide>
        <PersonOptions pick={pick} id={list} label="People" />
        <div ref={answers} className={pick.isOpen ? undefined : whoStyles.ruled}>
          {!pick.isOpen && <AnswerFields who={who} />}
        </div>
      </CellPanel>
    </>
  );
}
