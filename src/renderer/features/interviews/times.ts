/** Clock times of an interview: what is typed by hand, and how spans are shown. */
import type { Interview } from '../../../shared/model/index.ts';

/** The moment of a clock time on a day, in the zone of this computer; null where one of them cannot be read. */
export function momentOf(day: string | null, time: string): string | null {
  const read = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/u.exec(`${day ?? ''}T${time}`);
  if (read === null) return null;
  const [year = 0, month = 1, date = 1, hours = 0, minutes = 0] = read.slice(1).map(Number);
  const moment = new Date(year, month - 1, date, hours, minutes);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** The clock time of a moment in the zone of this computer, HH:MM; empty for none. */
export function clockOf(moment: string | null): string {
  if (moment === null) return '';
  const date = new Date(moment);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** The same clock time on another day; without a day the moment stays as it is. */
export function onDay(moment: string | null, day: string | null): string | null {
  return day === null || moment === null ? moment : momentOf(day, clockOf(moment));
}

/** The day that words of an interview are kept with: when it was held, else today; from paper nothing is said to be of today. */
export function dayOf({ heldOn, form }: Pick<Interview, 'heldOn' | 'form'>, today: string): string | null {
  return heldOn ?? (form === 'paper' ? null : today);
}

/** A span as minutes and seconds: 18:24, 92:05. */
export function showSeconds(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${pad(whole % 60)}`;
}

/** Seconds from one moment to another, never less than 0; null where one is missing. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
