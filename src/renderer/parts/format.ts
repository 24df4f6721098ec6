/** Dates and numbers as the person who sits here reads them: by the locale of the system. */
const locale = typeof navigator === 'undefined' ? 'en-GB' : navigator.language;

const formats = {
  day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  shortDay: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
  longDay: new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }),
  month: new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }),
  second: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }),
  number: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
  whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
};

/** How a day is written: 18 Jun 2026, 18 Jun, Thu 18 Jun, Thu 18 June 2026, Jun 2026. */
export type DayForm = 'day' | 'shortDay' | 'weekday' | 'longDay' | 'month';

/** A day (YYYY-MM-DD) in words; an empty text for none. */
export function showDay(day: string | null, form: DayForm = 'day'): string {
  if (day === null) return '';
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : formats[form].format(date);
}

/** Two days and what lies between, as short as the locale can say it. */
export function showSpan(from: string, to: string): string {
  return formats.day.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** The clock time of a moment (milliseconds or ISO) in the zone of this computer. */
export function showTime(moment: number | string, form: 'time' | 'second' = 'time'): string {
  return formats[form].format(new Date(moment));
}

/** A moment as a day in words, in the zone of this computer. */
export function showMoment(moment: string): string {
  const date = new Date(moment);
  const day = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  return `${showDay(day)}, ${showTime(moment)}`;
}

/** A number with at most two decimals; a dash for what is not known, which is never 0. */
export function showNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : formats.number.format(value);
}

/** A share between 0 and 100, whole. */
export function showPercent(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : `${formats.whole.format(value)} %`;
}

/** A count with its word: 1 person, 3 people. */
export function countOf(count: number, one: string, many: string): string {
  return `${formats.whole.format(count)} ${count === 1 ? one : many}`;
}

/** A size in bytes, for a person. */
export function showBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formats.whole.format(bytes / 1000)} kB`;
  return `${formats.number.format(bytes / 1_000_000)} MB`;
}
