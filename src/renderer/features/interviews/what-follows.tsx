/** What an interview as it is planned would lead to, said before it is held: nobody in it, a day that has passed, two at once. */
import { useMemo } from 'react';
import { assessClashes } from '../../../shared/analysis/clashes.ts';
import { useKit, useRows, useToday } from '../../data/hooks.ts';
import { showDay } from '../../parts/format.ts';
import { nameAmong } from '../../parts/names.ts';
import { CheckMark } from '../../ui/check-mark.tsx';
import { isLate } from './agenda.ts';
import { interviewName } from './names.ts';
import type { InterviewView } from './use-interview.ts';
import styles from './details.module.css';

/** Shows what follows; nothing when there is nothing to say. */
export function WhatFollows({ view: { interview, parts } }: { view: InterviewView }) {
  const today = useToday();
  const clashes = useClashes(interview.id);
  const lines = [
    ...(parts.length === 0
      ? [
          'Nobody is in it. It can be held all the same: what is noted then counts as one voice without function or level, and is not quoted.',
        ]
      : []),
    ...(isLate(interview, today)
      ? [
          `It was planned for ${showDay(interview.plannedOn, 'weekday')} and is not held yet: start it, enter its notes from paper, or give it another day.`,
        ]
      : []),
    ...clashes,
  ];
  return lines.length === 0 ? null : (
    <ul className={styles.follows}>
      {lines.map((line) => (
        <li key={line}>
          <CheckMark kind="warning" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}

function useClashes(id: string): readonly string[] {
  const kit = useKit();
  const interview = useRows('interview');
  const participant = useRows('participant');
  const people = useRows('stakeholder');
  return useMemo(
    () =>
      (assessClashes({ interview, participant }, kit).get(id) ?? []).flatMap((clash) => {
        const other = interview.find((row) => row.id === clash.interview);
        if (other === undefined) return [];
        const who = clash.people.map((person) => nameAmong(people, person)).join(' and ');
        const when = `“${interviewName(other, participant, people)}” at ${other.plannedTime}`;
        return [
          who === ''
            ? `It runs into ${when} on the same day.`
            : `It runs into ${when} on the same day, and ${who} would be in both.`,
        ];
      }),
    [interview, participant, people, kit, id],
  );
}
