/** How far each criterion has come against where it should be. */
import { daysBetween, latestOf } from '../lib/dates.ts';
import { atLeast, compare6 } from '../lib/numbers.ts';
import { compareText } from '../lib/order.ts';
import type { ClientData, Criterion, CriterionMilestone, Reading } from '../model/index.ts';
import { baselineOf, targetOf, comparedValue } from './criterion-value.ts';
import type { AnalysisInput } from './input.ts';
import { byRowId } from './order.ts';

/** Where a criterion stands. */
export type CriterionState = 'met' | 'missed' | 'on-course' | 'behind' | 'off' | 'no-reading';

/** One criterion at a review, with what made its state. */
export type CriterionReading = {
  readonly criterion: Criterion;
  readonly state: CriterionState;
  /** The reading that counts: the latest one with a day and a value. */
  readonly reading: Reading | null;
  /** Its value as it is compared. */
  readonly value: number | null;
  /** 0 at the baseline, 1 at the target; below 0 and above 1 are possible. Null without a reading, never 0 for it. */
  readonly progress: number | null;
  /** Where it should be, 0 to 1, on the day of the reading, or on the day of the review where there is none. */
  readonly expected: number | null;
  /** Why there is no progress: nothing was read, or the criterion lacks baseline, target or due date. */
  readonly lacks: 'reading' | 'definition' | null;
};

/** How far below the expected a state reaches. */
export const stateMargins = { onCourse: 0.1, behind: 0.3 };

/** The day that a review looks from: today, or the last review where that is dated later. */
export function reviewDay({ data, today }: AnalysisInput): string {
  return latestOf([today, ...data.review.map((row) => row.on)]) ?? today;
}

/**
 * Every criterion of the map as it stands, in the order of priorities and criteria; with `asOf`, as it stood on that day.
 * A reading without a day of its own was read at its review.
 */
export function assessCriteria(input: AnalysisInput, asOf?: string): CriterionReading[] {
  const { data } = input;
  const day = asOf ?? reviewDay(input);
  const reviews = new Map(data.review.map((row) => [row.id, row.on]));
  const priorities = new Map(data.priority.map((row) => [row.id, row]));
  const readings = data.reading
    .map((row) => ({ ...row, on: row.on ?? reviews.get(row.review ?? '') ?? null }))
    .filter((row) => asOf === undefined || (row.on !== null && row.on <= asOf));
  return inMapOrder(data).map((criterion) =>
    assessCriterion(criterion, {
      start: priorities.get(criterion.priority)?.startOn ?? null,
      milestones: data.criterionMilestone.filter((row) => row.criterion === criterion.id),
      readings: readings.filter((row) => row.criterion === criterion.id),
      day,
    }),
  );
}

/** One criterion from its readings and milestones; `start` is its priority's, `day` the day of the review. */
export function assessCriterion(
  criterion: Criterion,
  {
    start,
    milestones,
    readings,
    day,
  }: {
    readonly start: string | null;
    readonly milestones: readonly CriterionMilestone[];
    readonly readings: readonly Reading[];
    readonly day: string;
  },
): CriterionReading {
  const last = latestReading(criterion, readings);
  const expectedOn = (on: string): number | null => expectedProgress(criterion, start, milestones, on);
  if (last === null) {
    return {
      criterion,
      state: 'no-reading',
      reading: null,
      value: null,
      progress: null,
      expected: expectedOn(day),
      lacks: 'reading',
    };
  }
  const progress = progressOf(criterion, last.value);
  const expected = expectedOn(last.on);
  const defined = progress !== null && expected !== null && criterion.dueOn !== null;
  return {
    criterion,
    state: defined ? stateOf(criterion, progress, expected, isPast(criterion.dueOn, last.on, day)) : 'no-reading',
    reading: last.row,
    value: last.value,
    progress,
    expected,
    lacks: defined ? null : 'definition',
  };
}

/** State of a progress against the expected; `past` says that the due date has passed. Compared at 1e-6. */
export function criterionState(progress: number, expected: number, past: boolean): CriterionState {
  if (atLeast(progress, 1)) return 'met';
  if (past) return 'missed';
  if (atLeast(progress, expected - stateMargins.onCourse)) return 'on-course';
  return atLeast(progress, expected - stateMargins.behind) ? 'behind' : 'off';
}

/**
 * Progress of a value: 0 at the baseline, 1 at the target, whichever way the better lies. Where the target is the
 * baseline the aim is to hold: 1 while the value is not worse, else 0. Null without baseline or target.
 */
export function progressOf(criterion: Criterion, value: number): number | null {
  const baseline = baselineOf(criterion);
  const target = targetOf(criterion);
  if (baseline === null || target === null) return null;
  if (compare6(baseline, target) !== 0) return (value - baseline) / (target - baseline);
  const better = criterion.direction === 'down' ? compare6(target, value) : compare6(value, target);
  return better >= 0 ? 1 : 0;
}

/**
 * Expected progress on a day, 0 to 1: straight from the start to the due date, or through the criterion's own
 * milestones. A due date that is not after the start is a step: nothing before it, all from it on. Null without a due date.
 */
export function expectedProgress(
  criterion: Criterion,
  start: string | null,
  milestones: readonly CriterionMilestone[],
  on: string,
): number | null {
  const due = criterion.dueOn;
  if (due === null) return null;
  if (on >= due) return 1;
  const own = milestones
    .toSorted((a, b) => compareText(a.on, b.on) || byRowId(a, b))
    .flatMap((row) => {
      const value = comparedValue(criterion.form, row.value, criterion.targetOf);
      const progress = value === null ? null : progressOf(criterion, value);
      return row.on === null || row.on >= due || progress === null ? [] : [{ on: row.on, progress }];
    });
  const first = own[0]?.on ?? due;
  const from = start !== null && start < first ? [{ on: start, progress: 0 }] : [];
  return clamp(interpolate([...from, ...own, { on: due, progress: 1 }], on));
}

function interpolate(points: readonly { readonly on: string; readonly progress: number }[], on: string): number {
  const before = points.findLast((point) => point.on <= on);
  const after = points.find((point) => point.on > on);
  if (before === undefined) return 0;
  if (after === undefined) return before.progress;
  const share = daysBetween(before.on, on) / daysBetween(before.on, after.on);
  return before.progress + (after.progress - before.progress) * share;
}

/** Holding a level is met or off: there is no way to be on course for it. */
function stateOf(criterion: Criterion, progress: number, expected: number, past: boolean): CriterionState {
  const holds = compare6(baselineOf(criterion) ?? 0, targetOf(criterion) ?? 0) === 0;
  if (holds) return progress === 1 ? 'met' : 'off';
  return criterionState(progress, expected, past);
}

/**
 * The due date has passed: the reading is later, or it is earlier and that day has gone by without another one. A reading
 * taken on the due date itself is the reading of that day and is judged on it, whenever one looks.
 */
function isPast(due: string | null, readOn: string, day: string): boolean {
  if (due === null || readOn === due) return false;
  return readOn > due || day > due;
}

function latestReading(
  criterion: Criterion,
  readings: readonly Reading[],
): { readonly row: Reading; readonly value: number; readonly on: string } | null {
  const usable = readings
    .toSorted((a, b) => compareText(a.on, b.on) || byRowId(a, b))
    .flatMap((row) => {
      const value = comparedValue(criterion.form, row.value, row.outOf);
      return value === null || row.on === null ? [] : [{ row, value, on: row.on }];
    });
  return usable.at(-1) ?? null;
}

function inMapOrder(data: ClientData): Criterion[] {
  const place = new Map(
    data.priority.toSorted((a, b) => a.position - b.position || byRowId(a, b)).map((row, at) => [row.id, at]),
  );
  const placeOf = (row: Criterion): number => place.get(row.priority) ?? place.size;
  return data.criterion.toSorted((a, b) => placeOf(a) - placeOf(b) || a.position - b.position || byRowId(a, b));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
