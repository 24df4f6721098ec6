/** The interviews whose statements may still have to be typed in: the chosen one first, then those that lack answers. */
import { useMemo } from 'react';
import type { Interview } from '../../../shared/model/index.ts';
import { useKit, useRows } from '../../data/hooks.ts';
import { type InterviewView, isCustomer, type Part } from './use-interview.ts';

/** An interview with the people in it. */
export type SheetsView = { readonly interview: Interview; readonly parts: readonly Part[] };

/** Lists them, earlier interviews first. */
export function useOpenSheets({ interview: chosen, parts }: InterviewView): readonly SheetsView[] {
  const kit = useKit();
  const interviews = useRows('interview');
  const participants = useRows('participant');
  const people = useRows('stakeholder');
  const answers = useRows('pulseAnswer');
  return useMemo(() => {
    const count = kit.content.pulse.length;
    const lacks = (interview: string, person: string): boolean =>
      answers.filter((row) => row.interview === interview && row.person === person).length < count;
    const others = interviews
      .filter(({ id, status }) => id !== chosen.id && status !== 'planned')
      .toSorted((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? -1 : 1))
      .flatMap((interview): SheetsView[] => {
        const open = participants
          .filter((row) => row.interview === interview.id)
          .map((row) => ({ row, person: people.find(({ id }) => id === row.person) }))
          .filter(({ person }) => person !== undefined && !isCustomer(person) && lacks(interview.id, person.id));
        return open.length === 0 ? [] : [{ interview, parts: open }];
      });
    return [{ interview: chosen, parts }, ...others];
  }, [kit, chosen, parts, interviews, participants, people, answers]);
}
