/** What one person answered to the statements in one interview. */
import { useState } from 'react';
import { insertRow, updateRow } from '../../../../shared/model/change.ts';
import type { Interview, PulseAnswer, Stakeholder } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useKit, useRows, useToday } from '../../../data/hooks.ts';
import { dayOf } from '../times.ts';
import type { DigitRows } from './digit-rows.ts';

/** A statement with its answer; none while it was not answered. */
export type Answered = { readonly id: string; readonly text: string; readonly answer: PulseAnswer | undefined };

/** The pulse of one person. */
export type PulseOf = { readonly statements: readonly Answered[]; readonly rows: DigitRows };

/** Follows the answers of a person in an interview. */
export function usePulse(interview: Interview, person: Stakeholder): PulseOf {
  const file = useFile();
  const kit = useKit();
  const engagement = useEngagement().id;
  const today = useToday();
  const answers = useRows('pulseAnswer').filter((row) => row.interview === interview.id && row.person === person.id);
  const statements = kit.content.pulse.map(({ id, text }) => ({
    id,
    text,
    answer: answers.find((row) => row.statement === id),
  }));
  const open = statements.findIndex(({ answer }) => answer === undefined);
  const [at, setAt] = useState(Math.max(0, open));
  return {
    statements,
    rows: {
      count: statements.length,
      at: Math.min(at, statements.length - 1),
      moveTo: setAt,
      answer(row, digit) {
        const one = statements[row];
        if (one === undefined || digit > 5) return false;
        const value = digit === 0 ? null : digit;
        const label = `Answer statement ${row + 1} with ${value ?? '“cannot say”'}`;
        if (one.answer === undefined) {
          const fields = {
            engagement,
            person: person.id,
            interview: interview.id,
            statement: one.id,
            value,
            on: dayOf(interview, today),
          };
          void file.edit(label, [insertRow('pulseAnswer', file.newId(), fields)]);
        } else if (one.answer.value !== value)
          void file.edit(label, [updateRow('pulseAnswer', one.answer.id, { value })]);
        return true;
      },
    },
  };
}
