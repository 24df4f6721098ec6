/** What the open work serves: shares by class, decision and function, and how far it has gone its own way. */
import type { Kit } from '../method/kit.ts';
import type { Decision } from '../model/index.ts';
import { percent, sum } from '../lib/numbers.ts';
import { assessBacklogAges, type BacklogAges } from './backlog-ages.ts';
import { type DetachedCluster, findDetachedClusters } from './backlog-clusters.ts';
import { assessParallelWork, gatherInitiatives, type ParallelWork } from './backlog-initiatives.ts';
import { assessOpenWork, type ItemClass, type OpenItem, type OpenWork } from './backlog-items.ts';
import type { AnalysisInput } from './input.ts';
import { assessMentions, type Mentions } from './mentions.ts';
import { byPosition } from './order.ts';

/** A part of the open work. */
export type WorkShare = {
  /** Percentage of the weight of the whole; null without open work. */
  readonly share: number | null;
  readonly count: number;
  /** Rows of the items. */
  readonly items: readonly string[];
};

/** Work on one decision; an item under k decisions counts 1/k for each, in share and count. `items` has each of them whole. */
export type DecisionWork = WorkShare & { readonly decision: Decision };

/** The open work of one function; null gathers the items of no known function. */
export type FunctionWork = {
  readonly function: string | null;
  readonly open: number;
  readonly traced: WorkShare;
  readonly orphan: WorkShare;
  /** Share of this function's own open work on each decision. */
  readonly decisions: readonly DecisionWork[];
};

/** Shares by the basis on which items were begun; `n` items have one. */
export type BasisShares = {
  readonly n: number;
  readonly shares: readonly (WorkShare & { readonly basis: string })[];
};

/** Everything that the backlog says. */
export type Coverage = BacklogAges & {
  /** Open items. */
  readonly open: number;
  readonly weighting: OpenWork['weighting'];
  readonly effortKnown: number | null;
  readonly classes: Readonly<Record<ItemClass, WorkShare>>;
  readonly decisions: readonly DecisionWork[];
  /** Decisions of any standing that no open item is traced to; null while no backlog was taken in. */
  readonly unserved: readonly Decision[] | null;
  /** In kit order, items of no known function last. */
  readonly functions: readonly FunctionWork[];
  readonly clusters: readonly DetachedCluster[];
  readonly mentions: Mentions;
  /** Null while no open item has a basis. */
  readonly basis: BasisShares | null;
  /** Null where no open item has a parent. */
  readonly parallel: ParallelWork | null;
};

/** Reads the open work of all backlogs of the engagement. */
export function assessCoverage(input: AnalysisInput): Coverage {
  const { data, kit } = input;
  const work = assessOpenWork(input);
  const { items } = work;
  const decisions = data.decision.toSorted(byPosition);
  const perDecision = workOnDecisions(items, decisions);
  const initiatives = gatherInitiatives(items, data.backlogItem);
  const inClass = (wanted: ItemClass): WorkShare => shareOf(items, (item) => item.class === wanted);
  return {
    open: items.length,
    weighting: work.weighting,
    effortKnown: work.effortKnown,
    classes: {
      contradicting: inClass('contradicting'),
      traced: inClass('traced'),
      'lights-on': inClass('lights-on'),
      orphan: inClass('orphan'),
    },
    decisions: perDecision,
    unserved:
      data.backlogItem.length === 0
        ? null
        : perDecision.filter((one) => one.items.length === 0).map((one) => one.decision),
    functions: workOfFunctions(items, decisions, kit),
    ...assessBacklogAges(input, items),
    clusters: findDetachedClusters(items),
    mentions: assessMentions(data, items, initiatives),
    basis: basisShares(items, kit),
    parallel: assessParallelWork(initiatives, kit),
  };
}

/** The part of the open work that `belongs` picks, of all of it. */
export function shareOf(whole: readonly OpenItem[], belongs: (item: OpenItem) => boolean): WorkShare {
  const part = whole.filter(belongs);
  return {
    share: percent(weigh(part), weigh(whole)),
    count: part.length,
    items: part.map((item) => item.row.id),
  };
}

/** Work on each decision, of all of the items given. */
export function workOnDecisions(whole: readonly OpenItem[], decisions: readonly Decision[]): readonly DecisionWork[] {
  const total = weigh(whole);
  return decisions.map((decision) => {
    const own = whole.filter((item) => item.class === 'traced' && item.decisions.includes(decision.id));
    return {
      decision,
      share: percent(sum(own.map((item) => item.weight / item.decisions.length)), total),
      count: sum(own.map((item) => 1 / item.decisions.length)),
      items: own.map((item) => item.row.id),
    };
  });
}

function workOfFunctions(items: readonly OpenItem[], decisions: readonly Decision[], kit: Kit): FunctionWork[] {
  const present = new Set(items.map((item) => item.function));
  const known = [...kit.ids.functions].filter((id) => present.has(id));
  const unknown = [...present].filter((id): id is string => id !== null && !kit.ids.functions.has(id)).toSorted();
  return [...known, ...unknown, ...(present.has(null) ? [null] : [])].map((id) => {
    const own = items.filter((item) => item.function === id);
    return {
      function: id,
      open: own.length,
      traced: shareOf(own, (item) => item.class === 'traced'),
      orphan: shareOf(own, (item) => item.class === 'orphan'),
      decisions: workOnDecisions(own, decisions),
    };
  });
}

function basisShares(items: readonly OpenItem[], kit: Kit): BasisShares | null {
  const known = items.filter((item) => item.row.basis !== null && kit.ids.decisionBases.has(item.row.basis));
  if (known.length === 0) return null;
  return {
    n: known.length,
    shares: [...kit.ids.decisionBases].map((basis) => ({
      basis,
      ...shareOf(known, (item) => item.row.basis === basis),
    })),
  };
}

function weigh(items: readonly OpenItem[]): number {
  return sum(items.map((item) => item.weight));
}
