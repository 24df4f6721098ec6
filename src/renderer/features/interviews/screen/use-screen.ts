/** Where one is in an interview: the question that is asked, the way to the next, and the time that each took. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Ask, AskBlock } from '../../../../shared/analysis/interview-plan.ts';
import { type Clock, secondsOfAsks, secondsOfBlock } from '../../../../shared/analysis/interview-time.ts';
import { type Change, deleteRow, insertRow, updateRow } from '../../../../shared/model/change.ts';
import { useEngagement, useFile, useReadOnly } from '../../../data/hooks.ts';
import type { InterviewView } from '../use-interview.ts';

/** The place in an interview with the ways to move. */
export type Screen = {
  readonly view: InterviewView;
  readonly asks: readonly Ask[];
  readonly at: number;
  readonly current: Ask;
  readonly block: AskBlock;
  readonly next: Ask | null;
  readonly previous: Ask | null;
  /** The clock runs. */
  readonly running: boolean;
  /** Goes to a question; what it took to ask the one before is kept. */
  go(key: string): void;
  /** The row that notes under a question belong to, and the change that makes it where there is none. */
  rowFor(ask: Ask): { readonly id: string; readonly changes: readonly Change[] };
  /** Asks something that was not planned, after the question that is shown. */
  askUnplanned(): void;
  /** Takes a question away under which nothing was noted. */
  takeAway(ask: Ask): void;
  /** What the question that is shown took, to be kept when the interview ends. */
  timeSpent(): readonly Change[];
  /** Seconds that a block took so far. */
  secondsOf(block: AskBlock): number;
  /** How far it is by the clock at this moment. */
  clock(): Clock;
};

/** What a window remembers of an interview while the file is open. */
type Session = { key: string | null; readonly trail: string[]; readonly spent: Map<string, number> };

const sessions = new Map<string, Session>();

/** Shorter stays are only passing by. Seconds. */
const passing = 3;

/** Follows the place in an interview; `wanted` is the question that one came for. */
export function useScreen(view: InterviewView, wanted: string | null): Screen {
  const file = useFile();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const { interview, plan } = view;
  const running = interview.status === 'running' && !readOnly;
  const session = sessionOf(interview.id);
  const asks = useMemo(() => plan.blocks.flatMap((block) => block.asks), [plan]);
  const [key, setKey] = useState(() => {
    const kinds = wanted === 'playback' || wanted === 'pulse' ? asks.find(({ kind }) => kind === wanted)?.key : wanted;
    // What is open is kept in the file with what is typed, so that one goes on there after the power failed.
    const open = asks.find((ask) => ask.key === interview.openAsk)?.key;
    const latest = running ? (open ?? latestAsked(asks)) : null;
    return kinds ?? session.key ?? latest ?? asks[0]?.key ?? '';
  });
  const found = asks.findIndex((ask) => ask.key === key);
  const at = Math.max(0, found);
  const current = asks[at];
  if (current === undefined) throw new Error('an interview has an opening at least');
  const block = plan.blocks.find((one) => one.asks.includes(current)) ?? { name: '', minutes: null, asks: [current] };

  const clock = (): Clock => ({
    elapsed:
      running && interview.startedAt !== null
        ? Math.max(0, (Date.now() - Date.parse(interview.startedAt)) / 1000)
        : null,
    current: current.key,
    spent: new Map([...session.spent, ['pulse', interview.pulseSeconds ?? 0]]),
  });
  const timeSpent = (): readonly Change[] => {
    const { answer, kind } = current;
    const now = clock();
    const seconds = Math.round(secondsOfAsks(plan, now)(current.key));
    const kept = (answer?.seconds ?? 0) + (now.spent.get(current.key) ?? 0);
    // What is too short to count is taken over by the question that follows.
    if (!running || seconds - kept < passing) return [];
    if (kind === 'pulse') return [updateRow('interview', interview.id, { pulseSeconds: seconds })];
    if (answer !== null) return [updateRow('answer', answer.id, { seconds })];
    session.spent.set(current.key, seconds);
    return [];
  };
  const rowFor: Screen['rowFor'] = (ask) => {
    if (ask.answer !== null) return { id: ask.answer.id, changes: [] };
    const id = file.newId();
    const seconds = session.spent.get(ask.key);
    session.spent.delete(ask.key);
    const fields = {
      engagement,
      interview: interview.id,
      question: ask.question,
      position: ask.position,
      askedAt: running ? new Date().toISOString() : null,
      seconds: seconds ?? null,
    };
    return { id, changes: [insertRow('answer', id, fields)] };
  };
  const show = (next: string): void => {
    if (session.trail.at(-1) === next) session.trail.pop();
    else session.trail.push(current.key);
    session.key = next;
    setKey(next);
  };
  const go = (next: string): void => {
    const ask = asks.find((one) => one.key === next);
    if (ask === undefined || next === current.key) return;
    // A question that is asked is kept with its time, also when nothing is noted under it.
    const asked = running && ask.kind !== 'pulse' && ask.answer === null ? rowFor(ask).changes : [];
    const changes = [...timeSpent(), ...asked];
    const open = running ? [updateRow('interview', interview.id, { openAsk: next })] : [];
    if (changes.length > 0) void file.edit(`Go to “${ask.text.slice(0, 80)}”`, [...changes, ...open]);
    show(next);
  };
  const latest = useRef(timeSpent);
  useEffect(() => {
    latest.current = timeSpent;
  });
  useEffect(
    () => () => {
      const changes = latest.current();
      if (changes.length > 0) void file.edit('Keep the time of the question', changes);
    },
    [file],
  );
  return {
    view,
    asks,
    at,
    current,
    block,
    running,
    next: asks[at + 1] ?? null,
    previous: asks.find((ask) => ask.key === session.trail.at(-1)) ?? asks[at - 1] ?? null,
    clock,
    go,
    rowFor,
    timeSpent,
    askUnplanned() {
      const id = file.newId();
      void file.edit('Ask something unplanned', [
        ...timeSpent(),
        insertRow('answer', id, {
          engagement,
          interview: interview.id,
          askedAt: running ? new Date().toISOString() : null,
          position: current.position + 0.001,
        }),
      ]);
      show(id);
    },
    takeAway(ask) {
      if (ask.answer === null || ask.answer.text !== '') return;
      void file.edit('Take a question away', [deleteRow('answer', ask.answer.id)]);
      show(asks[at - 1]?.key ?? asks[0]?.key ?? '');
    },
    secondsOf: (one) => secondsOfBlock(one, secondsOfAsks(plan, clock())),
  };
}

function sessionOf(interview: string): Session {
  const known = sessions.get(interview) ?? { key: null, trail: [], spent: new Map<string, number>() };
  sessions.set(interview, known);
  return known;
}

/** The question that was asked last, to go on with after a break. */
function latestAsked(asks: readonly Ask[]): string | null {
  const asked = asks.filter(({ answer }) => answer?.askedAt);
  return asked.toSorted((a, b) => ((a.answer?.askedAt ?? '') < (b.answer?.askedAt ?? '') ? 1 : -1))[0]?.key ?? null;
}
