/** What is asked next, and why: the guide's order, and when time runs short what matters most. */
import { useMemo, useState } from 'react';
import type { Ask } from '../../../../shared/analysis/interview-plan.ts';
import { type Pace, paceOf } from '../../../../shared/analysis/interview-time.ts';
import {
  heardQuestions,
  orderWhenShort,
  ratedQuestions,
  type Reason,
  wasAsked,
} from '../../../../shared/analysis/what-next.ts';
import { nameIn } from '../../../../shared/method/kit.ts';
import { useKit, useRows } from '../../../data/hooks.ts';
import { useNow } from './use-now.ts';
import type { Screen } from './use-screen.ts';

/** The way on from the question that is shown. */
export type WhatNext = {
  readonly pace: Pace;
  /** Time is short and what matters most comes first. */
  readonly short: boolean;
  /** The guide's order is kept although time is short. */
  readonly byGuide: boolean;
  readonly setByGuide: (byGuide: boolean) => void;
  readonly next: Ask | null;
  /** Why it is the next, in words that anybody may read; empty in the guide's order. */
  readonly why: string;
  /** Questions that have to be asked and were not. */
  readonly must: number;
};

/** Seconds between two looks at the clock: the order may not change under the hand. */
const look = 10;

const nothing: ReadonlySet<string> = new Set();

/** Follows what comes next. */
export function useWhatNext(screen: Screen): WhatNext {
  const kit = useKit();
  const [byGuide, setByGuide] = useState(false);
  useNow(screen.running, look);
  const rating = useRows('rating');
  const axisRating = useRows('axisRating');
  const answer = useRows('answer');
  const participant = useRows('participant');
  const stakeholder = useRows('stakeholder');
  const evidence = useRows('evidence');
  const evidenceLink = useRows('evidenceLink');
  const marks = useRows('playbackMark');
  const pulse = useRows('pulseAnswer');
  const { view, current } = screen;
  const { interview, parts, plan } = view;
  const functions = useMemo(
    () => [...new Set(parts.flatMap(({ person }) => person?.function ?? []))].toSorted(),
    [parts],
  );
  const rated = useMemo(() => ratedQuestions({ rating, axisRating }), [rating, axisRating]);
  const retold = marks.some((row) => row.interview === interview.id);
  const answered = pulse.some((row) => row.interview === interview.id);
  const isDone = (ask: Ask): boolean =>
    wasAsked(ask) || (ask.kind === 'playback' && retold) || (ask.kind === 'pulse' && answered);
  const pace = paceOf(plan, screen.clock(), isDone);
  const short = screen.running && pace.state !== 'enough';
  const heard = useMemo(() => {
    if (!short) return nothing;
    const questions = plan.blocks.flatMap(({ asks }) => asks.flatMap(({ question }) => question ?? []));
    const rows = { answer, participant, stakeholder, evidence, evidenceLink };
    return heardQuestions(rows, interview.id, functions, questions);
  }, [answer, participant, stakeholder, evidence, evidenceLink, plan, interview.id, functions, short]);
  const order = short ? orderWhenShort(plan, current.key, { isDone, rated, heard }, kit) : [];
  const first = byGuide ? undefined : order[0];
  const names = functions.map((id) => nameIn(kit.content.functions, id)).join(' and ');
  const reasons: Readonly<Record<Reason, string>> = {
    must: 'has to be asked',
    unrated: 'nothing is settled on it yet',
    unheard: `not heard from ${names} yet`,
    rest: 'still open',
    closing: 'the last one',
  };
  return {
    pace,
    short,
    byGuide,
    setByGuide,
    next: first?.ask ?? screen.next,
    why: first === undefined ? '' : reasons[first.why],
    must: order.filter(({ why }) => why === 'must').length,
  };
}
