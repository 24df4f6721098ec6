/** What was decided against what people retold: recall, and the level at which it breaks. */
import type { Decision, PlaybackMark } from '../model/index.ts';
import { atLeast, mean } from '../lib/numbers.ts';
import type { Kit } from '../method/kit.ts';
import { type AnalysisInput, engagementOf } from './input.ts';
import { type Latest, latestOfEach } from './latest.ts';
import { byPosition } from './order.ts';
import { assessPeople } from './people.ts';
import { type Group, groupFunctions, groupLevels, isIn, isNamed, type View } from './small-groups.ts';

/** How a decision was retold. */
export type Mark = NonNullable<PlaybackMark['mark']>;

/** How well some people retold one decision. */
export type Recall = {
  /** 0 to 100; null where nobody was asked. */
  readonly recall: number | null;
  /** People asked, as ids; `n` of them. */
  readonly people: readonly string[];
  readonly n: number;
  readonly counts: Readonly<Record<Mark, number>>;
  /** Rows of the marks. */
  readonly marks: readonly string[];
};

/** Recall of one function or level. */
export type RecallRow = Recall & { readonly group: Group };

/** The first level, read from the top, whose recall lies 25 points or more below the level above. */
export type Break = { readonly level: Group; readonly above: Group; readonly drop: number };

/** One decision with how it was retold. */
export type DecisionRecall = Recall & {
  readonly decision: Decision;
  readonly byFunction: readonly RecallRow[];
  readonly byLevel: readonly RecallRow[];
  readonly break: Break | null;
  /** Of a hundred people, how many the sponsor thinks would name it; asked of the decision in scope only. */
  readonly sponsorGuess: number | null;
};

/** Every decision, in the order of the map; functions and levels are the same rows for all of them. */
export type Playback = {
  readonly decisions: readonly DecisionRecall[];
  readonly functions: readonly Group[];
  readonly levels: readonly Group[];
};

/** Reads the latest mark of each person on each decision; customers are not asked. */
export function assessPlayback({ data, kit }: AnalysisInput, view: View = 'inside'): Playback {
  const asked = data.playbackMark.filter((row) => row.mark !== null);
  const marks = latestOfEach(asked, (row) => row.decision, data, assessPeople(data));
  const points = new Map<string, number>(kit.content.scales.playback.map((step) => [step.value, step.points]));
  const decisions = data.decision.toSorted(byPosition).map((decision) => ({
    decision,
    marks: marks.filter((mark) => mark.row.decision === decision.id),
  }));
  const cells = decisions.map((one) => one.marks.map((mark) => mark.person));
  const functions = groupFunctions(cells, kit, view);
  const levels = groupLevels(cells, kit, view);
  const guess = engagementOf(data).sponsorGuess;
  const takenInLater = new Set(data.scopeWidening.map((row) => row.decision));
  return {
    functions,
    levels,
    decisions: decisions.map(({ decision, marks: own }) => {
      const rowsOf = (groups: readonly Group[], key: 'function' | 'level'): RecallRow[] =>
        groups.map((group) => ({
          group,
          ...recallOf(
            own.filter((mark) => isIn(group, mark.person[key])),
            points,
          ),
        }));
      const byLevel = rowsOf(levels, 'level');
      const guessed = decision.standing === 'in-scope' && !takenInLater.has(decision.id);
      return {
        decision,
        ...recallOf(own, points),
        byFunction: rowsOf(functions, 'function'),
        byLevel,
        break: breakOf(byLevel),
        sponsorGuess: guessed && guess !== null ? guess * 10 : null,
      };
    }),
  };
}

/** How well one conversation retold the decisions that were asked about, 0 to 100; null where none was. */
export function scoreRetelling(marks: readonly Pick<PlaybackMark, 'mark'>[], kit: Kit): number | null {
  const points = new Map<string, number>(kit.content.scales.playback.map((step) => [step.value, step.points]));
  const average = mean(marks.flatMap(({ mark }) => (mark === null ? [] : [points.get(mark) ?? 0])));
  return average === null ? null : Math.max(0, average * 100);
}

const breakFrom = 25;

function recallOf(marks: readonly Latest<PlaybackMark>[], points: ReadonlyMap<string, number>): Recall {
  const counts: Record<Mark, number> = { named: 0, partly: 0, missed: 0, contradicted: 0 };
  for (const { row } of marks) if (row.mark !== null) counts[row.mark] += 1;
  const average = mean(marks.map(({ row }) => points.get(row.mark ?? '') ?? 0));
  return {
    recall: average === null ? null : Math.max(0, average * 100),
    people: marks.map((mark) => mark.person.id).toSorted(),
    n: marks.length,
    counts,
    marks: marks.map((mark) => mark.row.id),
  };
}

function breakOf(levels: readonly RecallRow[]): Break | null {
  let above: { readonly group: Group; readonly recall: number } | null = null;
  for (const { group, recall } of levels) {
    if (recall === null || !isNamed(group)) continue;
    if (above !== null && atLeast(above.recall - recall, breakFrom)) {
      return { level: group, above: above.group, drop: above.recall - recall };
    }
    above = { group, recall };
  }
  return null;
}
