/** How an interview stands for time: what each question took, what is left, and whether that is enough. */
import type { Ask, AskBlock, InterviewPlan } from './interview-plan.ts';

/** How far an interview is by its clock. */
export type Clock = {
  /** Seconds since it was started; null while its clock does not run. */
  readonly elapsed: number | null;
  /** Key of the question that is shown. */
  readonly current: string;
  /** Seconds by key of a question that are kept elsewhere than with its answer. */
  readonly spent: ReadonlyMap<string, number>;
};

/** Seconds that a question took so far, by its key. */
export type AskSeconds = (key: string) => number;

/**
 * What each question took. The clock never stops, so whatever of it is not kept with a question yet belongs to the one
 * that is shown: after a lid that was closed, or a crash, the times still add up to the clock.
 */
export function secondsOfAsks(plan: InterviewPlan, { elapsed, current, spent }: Clock): AskSeconds {
  const kept = new Map(
    plan.blocks.flatMap(({ asks }) =>
      asks.map((ask) => [ask.key, (ask.answer?.seconds ?? 0) + (spent.get(ask.key) ?? 0)] as const),
    ),
  );
  const sum = [...kept.values()].reduce((total, seconds) => total + seconds, 0);
  const live = elapsed === null ? 0 : Math.max(0, elapsed - sum);
  return (key) => (kept.get(key) ?? 0) + (key === current ? live : 0);
}

/** Seconds that a block took so far. */
export function secondsOfBlock({ asks }: Pick<AskBlock, 'asks'>, seconds: AskSeconds): number {
  return asks.reduce((sum, { key }) => sum + seconds(key), 0);
}

/** Whether the time will do: `short` when what is open is planned longer than what is left. */
export type PaceState = 'enough' | 'short' | 'last-ten' | 'over';

/** How the time stands. Minutes; `left` falls below 0 when the interview runs over. */
export type Pace = { readonly state: PaceState; readonly left: number; readonly needed: number };

/** Minutes before the end from which what matters most is asked first. */
export const lastMinutes = 10;

/** Reads the pace. `isDone` tells which questions were asked; the one that is shown still takes the rest of its block. */
export function paceOf(plan: InterviewPlan, clock: Clock, isDone: (ask: Ask) => boolean): Pace {
  const seconds = secondsOfAsks(plan, clock);
  const left = plan.minutes - (clock.elapsed ?? 0) / 60;
  const needed = plan.blocks
    .filter(({ asks }) => asks.some((ask) => ask.key === clock.current || !isDone(ask)))
    .reduce((sum, block) => sum + Math.max(0, (block.minutes ?? 0) - secondsOfBlock(block, seconds) / 60), 0);
  return { state: stateOf(left, needed, plan.minutes), left, needed };
}

function stateOf(left: number, needed: number, whole: number): PaceState {
  if (left <= 0) return 'over';
  // A talk that is no longer than that has no last part of its own.
  if (left <= lastMinutes && whole > lastMinutes) return 'last-ten';
  // Half a minute is lost between two questions and gained again.
  return needed > left + 0.5 ? 'short' : 'enough';
}
