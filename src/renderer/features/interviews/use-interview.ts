/** One interview with everything that hangs on it, as its screen and its details read it. */
import { useMemo } from 'react';
import { composeInterviewPlan, type InterviewPlan } from '../../../shared/analysis/interview-plan.ts';
import type { Answer, Interview, Participant, Stakeholder } from '../../../shared/model/index.ts';
import { useKit, useRow, useRows } from '../../data/hooks.ts';

/** Somebody who takes part: the person is missing for a voice without a name. */
export type Part = { readonly row: Participant; readonly person: Stakeholder | undefined };

/** An interview as it stands. */
export type InterviewView = {
  readonly interview: Interview;
  readonly parts: readonly Part[];
  readonly answers: readonly Answer[];
  readonly plan: InterviewPlan;
  /** Every one of them is a customer, so that playback and pulse are left out. */
  readonly customer: boolean;
  /** Who said whatever was said, where there is only one. */
  readonly onlySpeaker: string | null;
};

/** Reads an interview; null when it is not there (any more). */
export function useInterview(id: string | null): InterviewView | null {
  const kit = useKit();
  const interview = useRow('interview', id);
  const participants = useRows('participant');
  const people = useRows('stakeholder');
  const allAnswers = useRows('answer');
  const parts = useMemo(
    () =>
      participants
        .filter((row) => row.interview === id)
        .map((row) => ({ row, person: people.find((person) => person.id === row.person) })),
    [participants, people, id],
  );
  const answers = useMemo(() => allAnswers.filter((row) => row.interview === id), [allAnswers, id]);
  return useMemo(() => {
    if (interview === undefined) return null;
    const known = parts.flatMap(({ person }) => (person === undefined ? [] : [person]));
    const guide = kit.content.guides.find((one) => one.id === interview.guide);
    const customer =
      known.length > 0
        ? known.every(isCustomer)
        : guide !== undefined && guide.for.levels.every((level) => level === 'customer');
    const [only, ...others] = parts;
    return {
      interview,
      parts,
      answers,
      customer,
      plan: composeInterviewPlan(interview, answers, kit, customer),
      onlySpeaker: others.length === 0 ? (only?.row.person ?? null) : null,
    };
  }, [interview, parts, answers, kit]);
}

/** Customers are asked neither playback nor pulse. */
export function isCustomer(person: Stakeholder): boolean {
  return person.function === 'customer' || person.level === 'customer';
}
