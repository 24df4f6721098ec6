/** The thirteen weeks of the map: when priorities run, what marks them, where they join. */
import { addDays, daysBetween, mondayOf } from '../../lib/dates.ts';
import type { Engagement, Initiative, Join, Milestone, PlannedReview, Priority, Stop } from '../../model/index.ts';
import { byRowId } from '../order.ts';
import { touchesConstraint } from './rows.ts';

/** Weeks that are shown. */
export const planWeeks = 13;

/** The rows that the calendar reads. */
export type PlanRows = {
  readonly priority: readonly Priority[];
  readonly initiative: readonly Initiative[];
  readonly milestone: readonly Milestone[];
  readonly join: readonly Join[];
  readonly stop: readonly Stop[];
  readonly plannedReview: readonly PlannedReview[];
};

/** When something runs, in days from the first Monday, both included; `before` and `after` where it goes beyond the weeks. */
export type PlanBar = {
  readonly from: number;
  readonly to: number;
  readonly before: boolean;
  readonly after: boolean;
};

/** A priority on its line. */
export type PlanLine = {
  readonly priority: Priority;
  readonly touches: boolean;
  /** Null while it lacks a day, or lies outside of the weeks. */
  readonly bar: PlanBar | null;
  readonly milestones: readonly { readonly row: Milestone; readonly day: number }[];
};

/** A join with the lines that it ties, from the top. */
export type PlanJoin = { readonly row: Join; readonly day: number | null; readonly lines: readonly number[] };

/** The calendar. */
export type PlanReading = {
  readonly start: string;
  readonly lines: readonly PlanLine[];
  /** By day; those without one come last. */
  readonly joins: readonly PlanJoin[];
  readonly stops: readonly { readonly row: Stop; readonly day: number }[];
  readonly reviews: readonly { readonly row: PlannedReview; readonly day: number }[];
};

/** The Monday on which the thirteen weeks begin: as set, else of what begins first; null while nothing is dated. */
export function firstMonday(
  { ninetyDaysFrom }: Pick<Engagement, 'ninetyDaysFrom'>,
  { initiative, priority }: Pick<PlanRows, 'initiative' | 'priority'>,
): string | null {
  const first = (days: readonly (string | null)[]): string | null =>
    days.filter((day) => day !== null).toSorted()[0] ?? null;
  const day = ninetyDaysFrom ?? first(initiative.map((row) => row.from)) ?? first(priority.map((row) => row.startOn));
  return day === null ? null : mondayOf(day);
}

/** Reads the calendar of priorities, which are given in the order of the map. */
export function readPlan(start: string, rows: PlanRows): PlanReading {
  const { priority, initiative, milestone, join, stop, plannedReview } = rows;
  const dayOf = (day: string | null): number | null => {
    if (day === null) return null;
    const at = daysBetween(start, day);
    return at >= 0 && at < planWeeks * 7 ? at : null;
  };
  const placed = <R extends { readonly id: string }>(list: readonly R[], on: (row: R) => string | null) =>
    list
      .flatMap((row) => {
        const day = dayOf(on(row));
        return day === null ? [] : [{ row, day }];
      })
      .toSorted((a, b) => a.day - b.day || byRowId(a.row, b.row));
  const priorityOf = new Map(initiative.map((row) => [row.id, row.priority]));
  const lineOf = new Map(priority.map((row, at) => [row.id, at]));
  return {
    start,
    lines: priority.map((one) => ({
      priority: one,
      touches: touchesConstraint(one),
      bar: barOf(start, one.startOn, one.endOn),
      milestones: placed(
        milestone.filter((row) => priorityOf.get(row.initiative) === one.id),
        (row) => row.on,
      ),
    })),
    joins: join
      .map((row) => {
        const ends = [
          row.priority,
          ...[row.initiative, row.withInitiative].map((id) => priorityOf.get(id ?? '') ?? null),
        ];
        const lines = ends.map((id) => lineOf.get(id ?? '')).filter((at) => at !== undefined);
        return { row, day: dayOf(row.on), lines: [...new Set(lines)].toSorted((a, b) => a - b) };
      })
      .toSorted((a, b) => byDay(a.row.on, b.row.on) || byRowId(a.row, b.row)),
    stops: placed(stop, (row) => row.from),
    reviews: placed(plannedReview, (row) => row.on),
  };
}

/** The days of a priority after it was moved (both ends) or lengthened (`end` only) by weeks; an end never comes before its start. */
export function shiftDays(
  { startOn, endOn }: Pick<Priority, 'startOn' | 'endOn'>,
  weeks: number,
  what: 'both' | 'end',
): Partial<Pick<Priority, 'startOn' | 'endOn'>> {
  const later = (day: string | null): string | null => (day === null ? null : addDays(day, weeks * 7));
  if (what === 'both') {
    return {
      ...(startOn === null ? {} : { startOn: later(startOn) }),
      ...(endOn === null ? {} : { endOn: later(endOn) }),
    };
  }
  const end = later(endOn);
  return end === null || (startOn !== null && end < startOn) ? {} : { endOn: end };
}

function barOf(start: string, from: string | null, to: string | null): PlanBar | null {
  if (from === null || to === null || to < from) return null;
  const [first, last] = [daysBetween(start, from), daysBetween(start, to)];
  const end = planWeeks * 7 - 1;
  if (last < 0 || first > end) return null;
  return { from: Math.max(0, first), to: Math.min(end, last), before: first < 0, after: last > end };
}

function byDay(a: string | null, b: string | null): number {
  const [one, other] = [a ?? '9', b ?? '9'];
  return one < other ? -1 : one > other ? 1 : 0;
}
