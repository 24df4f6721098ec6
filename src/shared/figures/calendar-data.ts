/** What the calendar shows, and what a reader should be warned of before it is drawn. */
import { calendarDays, daysBetween, weeksOf } from './calendar-time.ts';
import type { FigureFormat, FigureWarning } from './figure.ts';
import type { MilestoneKind } from './words.ts';

/** One row: its letter as in the table below, its name, first and last day, and whether it serves the constraint. */
export type CalendarInitiative = {
  readonly letter: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly constraint: boolean;
};

/** A dated mark on a row counted from 0. */
export type CalendarMilestone = {
  readonly row: number;
  readonly date: string;
  readonly kind: MilestoneKind;
  readonly label: string;
};

/** A dated hand-over between two rows counted from 0. */
export type CalendarJoin = {
  readonly rowA: number;
  readonly rowB: number;
  readonly date: string;
  readonly label: string;
};

/** A review and its words. */
export type CalendarReview = { readonly date: string; readonly label: string };

/** Dates are YYYY-MM-DD; `start` is a Monday; a closed week is named by any of its days. */
export type CalendarData = {
  readonly start: string;
  readonly initiatives: readonly CalendarInitiative[];
  readonly milestones: readonly CalendarMilestone[];
  readonly joins: readonly CalendarJoin[];
  readonly closedWeeks: readonly string[];
  readonly reviews: readonly CalendarReview[];
};

/** How the calendar writes days and months. */
export type CalendarFormat = FigureFormat & {
  /** A date in full, as in running text. */
  readonly date: (date: string) => string;
  /** The short name of the date's month, with its year or without. */
  readonly month: (date: string, withYear: boolean) => string;
};

/** What was planned where nobody works or where the picture does not reach. */
export function assessCalendar(data: CalendarData): FigureWarning[] {
  const closed = new Set(weeksOf(data.start, data.closedWeeks));
  const day = (date: string) => daysBetween(data.start, date);
  const isOutside = (date: string) => !(day(date) >= 0 && day(date) < calendarDays);
  const bars = data.initiatives.flatMap(({ name, from, to }): FigureWarning[] => {
    if (from === null || to === null) return [{ code: 'bar-undated', subject: name }];
    if (!(day(to) >= 0 && day(from) < calendarDays && day(from) <= day(to))) {
      return [{ code: 'bar-outside', subject: name }];
    }
    return day(from) < 0 || day(to) >= calendarDays ? [{ code: 'bar-clipped', subject: name }] : [];
  });
  const milestones = data.milestones.flatMap(({ row, date, label }): FigureWarning[] => {
    if (isOutside(date)) return [{ code: 'milestone-outside', subject: label }];
    const found: FigureWarning[] = [];
    if (closed.has(Math.floor(day(date) / 7))) found.push({ code: 'milestone-closed', subject: label });
    const { from = null, to = null } = data.initiatives[row] ?? {};
    const isOff = (from !== null && day(date) < day(from)) || (to !== null && day(date) > day(to));
    if (isOff) found.push({ code: 'milestone-off-bar', subject: label });
    return found;
  });
  const joins = data.joins.filter(({ date }) => isOutside(date));
  const reviews = data.reviews.filter(({ date }) => isOutside(date));
  return [
    ...bars,
    ...milestones,
    ...joins.map(({ label }): FigureWarning => ({ code: 'join-outside', subject: label })),
    ...reviews.map(({ label }): FigureWarning => ({ code: 'review-outside', subject: label })),
  ];
}
