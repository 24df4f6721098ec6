/** Calendar days as people type them into a sheet. */
import { isCalendarDate } from './text.ts';

/**
 * The day that a text means, YYYY-MM-DD; null where it means none. Numbers go day first unless that cannot be; a day
 * without a year is the next one from `today` on.
 */
export function readDay(text: string, today: string): string | null {
  const bare = text.trim().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+/iu, '');
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/u.exec(bare) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const [, first, second, third] = /^(\d{1,2})[./-](\d{1,2})[./-]?(\d{4}|\d{2})?$/u.exec(bare) ?? [];
  if (first !== undefined && second !== undefined) {
    const [a, b] = [Number(first), Number(second)];
    return b > 12 ? withYear(b, a, third, today) : withYear(a, b, third, today);
  }
  const [, number, name, after] =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+(\p{L}{3,})\.?,?\s*(\d{4}|\d{2})?$/u.exec(bare) ?? [];
  if (number !== undefined && name !== undefined) return withYear(Number(number), monthOf(name), after, today);
  const [, month2, day2, year2] = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4}|\d{2})?$/u.exec(bare) ?? [];
  return month2 === undefined ? null : withYear(Number(day2), monthOf(month2), year2, today);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonths =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/iu;

function monthOf(name: string): number {
  return fullMonths.test(name) ? months.indexOf(name.slice(0, 3).toLowerCase()) + 1 : 0;
}

function withYear(day: number, month: number, year: string | undefined, today: string): string | null {
  if (year !== undefined) return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const now = Number(today.slice(0, 4));
  // The 29th of February comes in one of eight years at the latest.
  for (let next = now; next <= now + 8; next += 1) {
    const found = dayOf(next, month, day);
    if (found !== null && found >= today) return found;
  }
  return null;
}

function dayOf(year: number, month: number, day: number): string | null {
  const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(written) ? written : null;
}
