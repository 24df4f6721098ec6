/** Days of the calendar as places on its line: thirteen weeks from a Monday, reckoned in UTC. */

/** Weeks that the calendar shows. */
export const calendarWeeks = 13;

/** Days that the calendar shows. */
export const calendarDays = calendarWeeks * 7;

const dayLength = 86_400_000;

/** Whole days from one date to another (YYYY-MM-DD); negative before it, NaN for what is no date. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}

/** The date (YYYY-MM-DD) so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** The thirteen Mondays (or whatever day the first is). */
export function weekStarts(first: string): string[] {
  return Array.from({ length: calendarWeeks }, (_, week) => addDays(first, week * 7));
}

/** The weeks, counted from 0, in which these days lie, each once and in order; days outside are left out. */
export function weeksOf(first: string, days: readonly string[]): number[] {
  const weeks = days.map((day) => Math.floor(daysBetween(first, day) / 7));
  return [...new Set(weeks)].filter((week) => week >= 0 && week < calendarWeeks).toSorted((a, b) => a - b);
}
