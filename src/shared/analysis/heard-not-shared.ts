/** Heard, not shared: functions that can retell the decisions while their own work serves something else. */
import type { Decision } from '../model/index.ts';
import { atLeast, compare6, mean } from '../lib/numbers.ts';
import { assessOpenWork } from './backlog-items.ts';
import { shareOf, type WorkShare, workOnDecisions } from './coverage.ts';
import type { AnalysisInput } from './input.ts';
import { byPosition } from './order.ts';
import { assessPlayback } from './playback.ts';
import { type Group, isNamed, type View } from './small-groups.ts';

/** One decision in one function: what is retold of it, and how much of the function's own open work serves it. */
export type DecisionInFunction = {
  readonly decision: Decision;
  readonly recall: number | null;
  readonly share: number | null;
};

/** One function: what it retells against what it works on. */
export type HeardNotShared = {
  readonly group: Group;
  /** Mean of its recall over the decisions that it was asked about, 0 to 100. */
  readonly recall: number | null;
  /** People asked, as ids. */
  readonly people: readonly string[];
  /** The part of its own open work that is traced to any decision. */
  readonly traced: WorkShare;
  readonly openItems: number;
  /** Recall of 60 or more while less than 40 % is traced; null below two people or five open items. */
  readonly flagged: boolean | null;
  readonly decisions: readonly DecisionInFunction[];
};

/** Every function of which somebody was asked to retell a decision, in kit order. */
export function assessHeardNotShared(input: AnalysisInput, view: View = 'inside'): readonly HeardNotShared[] {
  const { data } = input;
  const playback = assessPlayback(input, view);
  const work = assessOpenWork(input);
  const decisions = data.decision.toSorted(byPosition);
  return playback.functions.filter(isNamed).map((group) => {
    const rows = playback.decisions.flatMap((one) => one.byFunction.filter((row) => row.group === group));
    const people = [...new Set(rows.flatMap((row) => row.people))].toSorted();
    const recall = mean(rows.flatMap((row) => row.recall ?? []));
    const named = group.members.filter((member) => member !== null);
    const items = work.items.filter((item) => item.function !== null && named.includes(item.function));
    const traced = shareOf(items, (item) => item.class === 'traced');
    const shares = workOnDecisions(items, decisions);
    return {
      group,
      recall,
      people,
      traced,
      openItems: items.length,
      flagged:
        people.length < 2 || items.length < 5 || recall === null || traced.share === null
          ? null
          : atLeast(recall, 60) && compare6(traced.share, 40) < 0,
      decisions: playback.decisions.map((one, at) => ({
        decision: one.decision,
        recall: rows[at]?.recall ?? null,
        share: shares[at]?.share ?? null,
      })),
    };
  });
}
