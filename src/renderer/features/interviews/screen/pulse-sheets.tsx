/** Typing in statements that were answered on paper: digits only, one person after another. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { insertRow, updateRow } from '../../../../shared/model/change.ts';
import type { Interview, Stakeholder } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows, useToday } from '../../../data/hooks.ts';
import { personName } from '../../../parts/names.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { digitOf } from '../../../ui/segment-moves.ts';
import { Empty } from '../../../ui/states.tsx';
import { dayOf } from '../times.ts';
import { type InterviewView, isCustomer } from '../use-interview.ts';
import styles from './dialogs.module.css';

type Sheet = { readonly interview: Interview; readonly person: Stakeholder };
type Cell = { readonly row: number; readonly column: number };

/** Shows a row for each person of the interviews who is asked the statements. */
export function PulseSheets({
  views,
  onClose,
}: {
  views: readonly Pick<InterviewView, 'interview' | 'parts'>[];
  onClose: () => void;
}) {
  const file = useFile();
  const kit = useKit();
  const today = useToday();
  const readOnly = useReadOnly();
  const engagement = useEngagement().id;
  const answers = useRows('pulseAnswer');
  // The list stands as it was when it was opened: a sheet that is complete does not go away under the hand.
  const [sheets] = useState(() =>
    views.flatMap(({ interview, parts }) =>
      parts.flatMap(({ person, row }): Sheet[] =>
        person === undefined || row.consent === 'withdrawn' || isCustomer(person) ? [] : [{ interview, person }],
      ),
    ),
  );
  const statements = kit.content.pulse;
  const answerAt = ({ row, column }: Cell) => {
    const sheet = sheets[row];
    return answers.find(
      (one) =>
        one.interview === sheet?.interview.id &&
        one.person === sheet.person.id &&
        one.statement === statements[column]?.id,
    );
  };
  const [at, setAt] = useState<Cell>(() => {
    const cells = sheets.flatMap((_, row) => statements.map((__, column) => ({ row, column })));
    return cells.find((cell) => answerAt(cell) === undefined) ?? { row: 0, column: 0 };
  });
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    table.current?.querySelector<HTMLElement>('[data-on]')?.focus();
  }, [at]);
  /** So many cells on or back, over the ends of the rows. */
  const go = (steps: number): void => {
    const last = sheets.length * statements.length - 1;
    const place = Math.max(0, Math.min(last, at.row * statements.length + at.column + steps));
    setAt({ row: Math.floor(place / statements.length), column: place % statements.length });
  };
  const answer = (digit: number): void => {
    const [sheet, statement] = [sheets[at.row], statements[at.column]];
    if (sheet === undefined || statement === undefined || digit > 5 || readOnly) return;
    const value = digit === 0 ? null : digit;
    const known = answerAt(at);
    const label = `Answer statement ${at.column + 1} with ${value ?? '“cannot say”'}`;
    const { interview, person } = sheet;
    if (known === undefined) {
      const on = dayOf(interview, today);
      const fields = { engagement, person: person.id, interview: interview.id, statement: statement.id, value, on };
      void file.edit(label, [insertRow('pulseAnswer', file.newId(), fields)]);
    } else if (known.value !== value) void file.edit(label, [updateRow('pulseAnswer', known.id, { value })]);
    go(1);
  };
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = digitOf(event);
    if (digit !== null) answer(digit);
    else if (event.key === 'Backspace' || event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
    else if (event.key === 'ArrowDown') go(statements.length);
    else if (event.key === 'ArrowUp') go(-statements.length);
    else if (event.key === 'Enter') setAt({ row: Math.min(sheets.length - 1, at.row + 1), column: 0 });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Dialog
      title="Statements answered on paper"
      size="large"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {sheets.length === 0 ? (
        <Empty
          title="Nobody to answer them"
          text="Statements are kept person by person, and customers are not asked."
        />
      ) : (
        <>
          <p className={styles.lead}>
            1 to 5 answers and goes on, 0 is “cannot say”, Backspace goes back, Enter takes the next sheet.
          </p>
          <p className={styles.statement} aria-live="polite">
            {at.column + 1}. {statements[at.column]?.text}
          </p>
          <table ref={table} className={styles.sheets} onKeyDown={hear}>
            <thead>
              <tr>
                <th scope="col">Person</th>
                {statements.map(({ id }, column) => (
                  <th key={id} scope="col">
                    {column + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheets.map(({ interview, person }, row) => (
                <tr key={`${interview.id} ${person.id}`}>
                  <th scope="row">{personName(person)}</th>
                  {statements.map(({ id }, column) => {
                    const known = answerAt({ row, column });
                    const on = row === at.row && column === at.column;
                    const says = known === undefined ? 'not answered' : (known.value ?? 'cannot say');
                    return (
                      <td key={id}>
                        <button
                          type="button"
                          className={styles.cell}
                          data-on={on ? '' : undefined}
                          tabIndex={on ? 0 : -1}
                          aria-label={`${personName(person)}, statement ${column + 1}: ${says}`}
                          onClick={() => setAt({ row, column })}
                        >
                          {known === undefined ? '' : (known.value ?? 0)}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  );
}
