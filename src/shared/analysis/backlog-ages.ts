/** How old the open work is, and how long strategy and backlog have not been compared. */
import type { KitContent } from '../method/kit-schema.ts';
import type { Comparison } from '../model/index.ts';
import { daysBetween, latestOf, monthsBetween } from '../lib/dates.ts';
import { percent, sum } from '../lib/numbers.ts';
import { compareText } from '../lib/order.ts';
import type { OpenItem } from './backlog-items.ts';
import { type AnalysisInput, engagementOf } from './input.ts';
import { byRowId } from './order.ts';

/** Items of some age. */
export type AgedWork = {
  readonly count: number;
  /** Percentage of the weight of the items whose age is known. */
  readonly share: number;
  readonly items: readonly string[];
  /** Open items whose age is not known. */
  readonly undated: number;
};

/** A recorded comparison with its age in whole months; null where it has no day. */
export type ComparisonAge = { readonly comparison: Comparison; readonly months: number | null };

/** Time since the strategy was set. */
export type StrategyAge = {
  readonly setOn: string;
  readonly months: number;
  /** Check points that have passed, earliest first: the engagement's own, else the kit's. */
  readonly passed: readonly CheckPoint[];
  readonly next: CheckPoint | null;
};

/** A point of drift to look for, some months after the strategy was set. */
export type CheckPoint = KitContent['check_points'][number];

/** The ages of a backlog. */
export type BacklogAges = {
  /** The day that months are counted to: the latest export, or the day of reading while no backlog has one. */
  readonly asOf: string;
  readonly asOfExport: boolean;
  /** Created before the strategy was set; null while that day or every item's is not known. */
  readonly carriedOver: AgedWork | null;
  /** Not updated for 90 days at its export; null while nothing can be dated. */
  readonly stale: AgedWork | null;
  readonly sinceStrategy: StrategyAge | null;
  /** Newest first. */
  readonly comparisons: readonly ComparisonAge[];
  /** Whole months since the last comparison; null without one. */
  readonly monthsSinceLast: number | null;
  /** Whole months without a comparison since the strategy was set; null while that day is not known. */
  readonly monthsWithout: number | null;
};

/** Reads ages. Each item's is measured at its own export, never on the day of reading. */
export function assessBacklogAges({ data, kit, today }: AnalysisInput, items: readonly OpenItem[]): BacklogAges {
  const { strategySetOn: setOn, checkPoints } = engagementOf(data);
  const exported = latestOf(data.source.filter((row) => row.kind === 'backlog').map((row) => row.exportedOn));
  const asOf = exported ?? today;
  const monthsSince = (day: string): number => Math.max(0, monthsBetween(day, asOf));
  const lastOn = latestOf(data.comparison.map((row) => row.on));
  return {
    asOf,
    asOfExport: exported !== null,
    carriedOver: aged(items, ({ row }) => (setOn === null || row.createdOn === null ? null : row.createdOn < setOn)),
    stale: aged(items, ({ row, exportedOn }) => {
      const touched = row.updatedOn ?? row.createdOn;
      return touched === null || exportedOn === null ? null : daysBetween(touched, exportedOn) >= staleAfter;
    }),
    sinceStrategy:
      setOn === null
        ? null
        : strategyAge(setOn, monthsSince(setOn), checkPoints.length > 0 ? checkPoints : kit.content.check_points),
    comparisons: data.comparison
      .toSorted((a, b) => compareText(b.on, a.on) || byRowId(a, b))
      .map((comparison) => ({ comparison, months: comparison.on === null ? null : monthsSince(comparison.on) })),
    monthsSinceLast: lastOn === null ? null : monthsSince(lastOn),
    monthsWithout: setOn === null ? null : monthsSince(lastOn !== null && lastOn > setOn ? lastOn : setOn),
  };
}

/** Days without an update after which an item is stale. */
const staleAfter = 90;

function aged(items: readonly OpenItem[], isOld: (item: OpenItem) => boolean | null): AgedWork | null {
  const known = items.filter((item) => isOld(item) !== null);
  const old = known.filter((item) => isOld(item) === true);
  const share = percent(sum(old.map((item) => item.weight)), sum(known.map((item) => item.weight)));
  if (share === null) return null;
  return { count: old.length, share, items: old.map((item) => item.row.id), undated: items.length - known.length };
}

function strategyAge(setOn: string, months: number, points: readonly CheckPoint[]): StrategyAge {
  const inOrder = points.toSorted((a, b) => a.months - b.months);
  return {
    setOn,
    months,
    passed: inOrder.filter((point) => point.months <= months),
    next: inOrder.find((point) => point.months > months) ?? null,
  };
}
