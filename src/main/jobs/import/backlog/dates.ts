/** Reads the dates of a column; whether day or month comes first is decided over the whole column, never per cell. */
import type { DateOrder } from '../../../../shared/api/import-types.ts';

/** The order of a column and whether its cells prove it; `proof` is a cell that does, or the points, or null. */
export type ColumnOrder = {
  readonly order: DateOrder;
  readonly proven: boolean;
  readonly numeric: boolean;
  readonly proof: string | null;
};

/** Decides the order of a column; `fallback` is what other columns of the same file proved. */
export function decideOrder(values: Iterable<string>, fallback: DateOrder | null): ColumnOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  let points = 0;
  let halves = 0;
  let numeric = false;
  let dayProof: string | null = null;
  let monthProof: string | null = null;
  for (const value of values) {
    const cell = numericDate.exec(value);
    if (cell === null || (cell[1] ?? '').length === 4) continue;
    numeric = true;
    if (Number(cell[1]) > 12 && dayFirst++ === 0) dayProof = value;
    if (Number(cell[3]) > 12 && monthFirst++ === 0) monthProof = value;
    if (cell[2] === '.') points++;
    if (/[ap]\.?m\.?\b/i.test(value)) halves++;
  }
  if (!numeric) return { order: 'ymd', proven: true, numeric, proof: null };
  if (dayFirst > monthFirst) return { order: 'dmy', proven: true, numeric, proof: dayProof };
  if (monthFirst > dayFirst) return { order: 'mdy', proven: true, numeric, proof: monthProof };
  if (points > 0) return { order: 'dmy', proven: true, numeric, proof: 'points' };
  // A clock with am and pm is American; everybody else writes the day first.
  return { order: fallback ?? (halves > 0 ? 'mdy' : 'dmy'), proven: fallback !== null, numeric, proof: null };
}

/** The day of a cell that can be read in one way only, or null; of a span `last` takes the end instead of the start. */
export function parseFixedDay(raw: string, last = false): string | null {
  const value = partOf(raw, last);
  if (isoStart.test(value)) return checked(value.slice(0, 4), value.slice(5, 7), value.slice(8, 10));
  const plain = shortMonth.exec(value);
  const known = plain === null ? null : monthOf((plain[2] ?? '').toLowerCase());
  if (plain !== null && known !== null) return checked(fullYear(plain[3] ?? ''), String(known), plain[1] ?? '');
  const eastern = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(value);
  if (eastern !== null) return checked(eastern[1] ?? '', eastern[2] ?? '', eastern[3] ?? '');
  // Jira in Japanese and Chinese: "05/1月/26 9:31 午前".
  const named = /^(\d{1,2})[/ -](\d{1,2})[月월][/ -](\d{4}|\d{2})(?:$|[ ,])/.exec(value);
  if (named !== null) return checked(fullYear(named[3] ?? ''), named[2] ?? '', named[1] ?? '');
  const cell = numericDate.exec(value);
  if (cell === null) return /^\d[\d.,]*$/.test(value) ? parseNumber(value) : parseWords(value);
  return (cell[1] ?? '').length === 4 ? checked(cell[1] ?? '', cell[3] ?? '', cell[4] ?? '') : null;
}

/** The day of any cell, with the order of its column, or null when it is no date. */
export function parseDay(raw: string, order: DateOrder, last = false): string | null {
  const cell = numericDate.exec(partOf(raw, last));
  if (cell === null || (cell[1] ?? '').length === 4) return parseFixedDay(raw, last);
  const [, a = '', , b = '', year = ''] = cell;
  return order === 'mdy' ? checked(fullYear(year), a, b) : checked(fullYear(year), b, a);
}

function partOf(raw: string, last: boolean): string {
  const value = raw.trim();
  if (!value.includes('→')) return value;
  const span = value.split('→');
  return (span[last ? span.length - 1 : 0] ?? '').trim();
}

const isoStart = /^\d{4}-\d{2}-\d{2}(?:$|[T ])/;
/** Microsoft Project writes the day of the week first. */
const numericDate = /^(?:\p{L}{2,10}\.?,? )?(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:$|[T ,])/u;

function fullYear(year: string): string {
  if (year.length > 2) return year;
  return String(Number(year) + (Number(year) < 70 ? 2000 : 1900));
}

function checked(year: string, month: string, day: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (year.length !== 4 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null;
  return intern(y, m, d);
}

/** The days of a backlog are few and its cells are many: each day is one string, however often it comes. */
function intern(year: number, month: number, day: number): string {
  const number = year * 10_000 + month * 100 + day;
  const known = days.get(number);
  if (known !== undefined) return known;
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (days.size < 100_000) days.set(number, text);
  return text;
}

const days = new Map<number, string>();

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Milliseconds or seconds since 1970, or the day count of a spreadsheet. */
function parseNumber(value: string): string | null {
  if (/^\d{13}$/.test(value)) return isoOf(Number(value));
  if (/^\d{10}$/.test(value)) return isoOf(Number(value) * 1000);
  if (/^[2-7]\d{4}(?:[.,]\d+)?$/.test(value)) return isoOf((Number(value.replace(',', '.')) - 25_569) * 86_400_000);
  return /^20\d{6}$/.test(value) ? checked(value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)) : null;
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The form of Jira, read without cutting it into words: it comes five times in every row. */
const shortMonth = /^(\d{1,2})[/ -]([^\d\s/-]{2,12})[/ -](\d{4}|\d{2})(?:$|[ ,])/;

/** "12/Mar/24 9:31 AM", "January 5, 2024", "Tue Jan 02 2024 10:11:12 GMT", "5. Januar 2024". */
function parseWords(value: string): string | null {
  if (value.length > 80) return null;
  const tokens =
    value
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? [];
  const at = tokens.findIndex((token) => monthOf(token) !== null);
  if (at < 0) return null;
  const month = monthOf(tokens[at] ?? '') ?? 0;
  const numbers = tokens.flatMap((token, index) => (/^\d{1,4}$/.test(token) ? [{ token, index }] : []));
  const year =
    numbers.find(({ token }) => token.length === 4) ??
    numbers.find(({ index }) => index > at + 1 || (index === at + 1 && /^\d+$/.test(tokens[at - 1] ?? '')));
  const day = numbers.find(
    ({ token, index }) => index !== year?.index && token.length <= 2 && Math.abs(index - at) <= 2,
  );
  if (year === undefined || day === undefined) return null;
  return checked(fullYear(year.token), String(month), day.token);
}

function monthOf(token: string): number | null {
  return monthNumbers.get(token) ?? null;
}

/** Names and short forms in English, German, French, Spanish, Italian, Portuguese, Dutch. */
const months: readonly (readonly string[])[] = [
  [
    'jan',
    'january',
    'januar',
    'jän',
    'jänner',
    'janv',
    'janvier',
    'ene',
    'enero',
    'gen',
    'gennaio',
    'janeiro',
    'januari',
  ],
  ['feb', 'february', 'februar', 'févr', 'février', 'febrero', 'febbraio', 'fev', 'fevereiro', 'februari'],
  ['mar', 'march', 'mär', 'märz', 'mrz', 'mars', 'marzo', 'março', 'mrt', 'maart'],
  ['apr', 'april', 'avr', 'avril', 'abr', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'mag', 'maggio', 'maio', 'mei'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'giu', 'giugno', 'junho'],
  ['jul', 'july', 'juli', 'juil', 'juillet', 'julio', 'lug', 'luglio', 'julho'],
  ['aug', 'august', 'août', 'ago', 'agosto', 'augustus'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'set', 'settembre', 'setembro'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'ott', 'ottobre', 'out', 'outubro'],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro'],
  ['dec', 'december', 'dez', 'dezember', 'déc', 'décembre', 'dic', 'diciembre', 'dicembre', 'dezembro'],
];

const chinese = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];

const monthNumbers = new Map(
  months.flatMap((names, index) => [...names, chinese[index] ?? ''].map((name) => [name, index + 1] as const)),
);
