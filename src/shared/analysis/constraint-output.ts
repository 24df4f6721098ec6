/** What a step completed: finished units from dated readings, never plans. */
import { addDays, daysBetween, latestOf } from '../lib/dates.ts';
import { compareText } from '../lib/order.ts';
import { sum } from '../lib/numbers.ts';
import type { BacklogItem, CompletedReading } from '../model/index.ts';
import { byRowId } from './order.ts';

/** A reading with its pace. */
export type OutputReading = {
  readonly row: CompletedReading;
  /** Units. */
  readonly completed: number;
  /** Days read, first and last included. */
  readonly days: number;
  readonly perWeek: number;
};

/** Units over a stretch of time. */
export type OutputTotal = {
  readonly completed: number;
  /** Weeks that readings cover; what nobody read counts neither as work nor as time. */
  readonly weeks: number;
  readonly perWeek: number;
};

/** What a step completed. */
export type StepOutput = {
  /** Complete readings, oldest first. */
  readonly readings: readonly OutputReading[];
  readonly inAll: OutputTotal | null;
  /** The 13 weeks up to the last day read; a reading that began earlier counts by its days inside. */
  readonly lastQuarter: (OutputTotal & { readonly from: string; readonly to: string }) | null;
};

const quarterDays = 13 * 7;

/** Reads what one step completed. Readings without both days and a figure, or that end before they begin, are left out. */
export function assessOutput(rows: readonly CompletedReading[], step: string): StepOutput {
  const readings = rows
    .filter((row) => row.step === step)
    .toSorted((a, b) => compareText(a.from, b.from) || byRowId(a, b))
    .flatMap(readPeriod);
  const to = latestOf(readings.map((one) => one.row.to));
  return {
    readings,
    inAll: total(readings),
    lastQuarter: to === null ? null : lastQuarter(readings, addDays(to, 1 - quarterDays), to),
  };
}

/** Number of items that were closed as done in a period, both days included: a counted reading. */
export function countCompleted(items: readonly BacklogItem[], from: string, to: string): number {
  return items.filter(
    (item) => item.status === 'done' && item.closedOn !== null && item.closedOn >= from && item.closedOn <= to,
  ).length;
}

function readPeriod(row: CompletedReading): OutputReading[] {
  if (row.from === null || row.to === null || row.completed === null || row.to < row.from) return [];
  const days = daysBetween(row.from, row.to) + 1;
  return [{ row, completed: row.completed, days, perWeek: row.completed / (days / 7) }];
}

function lastQuarter(readings: readonly OutputReading[], from: string, to: string): StepOutput['lastQuarter'] {
  const inside = readings.flatMap((one) => {
    const first = one.row.from !== null && one.row.from > from ? one.row.from : from;
    const days = one.row.to === null ? 0 : daysBetween(first, one.row.to) + 1;
    return days > 0 ? [{ days, completed: (one.completed * days) / one.days }] : [];
  });
  const all = total(inside);
  return all === null ? null : { ...all, from, to };
}

function total(parts: readonly { readonly days: number; readonly completed: number }[]): OutputTotal | null {
  if (parts.length === 0) return null;
  const completed = sum(parts.map((part) => part.completed));
  const weeks = sum(parts.map((part) => part.days)) / 7;
  return { completed, weeks, perWeek: completed / weeks };
}
