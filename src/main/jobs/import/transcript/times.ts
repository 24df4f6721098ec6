/** Times as transcripts write them. */

/** A time in the text of a pattern: 0:03, 12:05, 1:02:03, with or without parts of a second. */
export const timePattern = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;

/** Seconds of a time such as 1:02:03.120 or 00:03,5; null where it is none, such as 99:99. */
export function parseTime(token: string): number | null {
  const found = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,9}))?$/u.exec(token.trim());
  if (found === null) return null;
  const [hours, minutes, seconds] = [Number(found[1] ?? 0), Number(found[2]), Number(found[3])];
  if (seconds > 59 || (found[1] !== undefined && minutes > 59)) return null;
  return hours * 3600 + minutes * 60 + seconds + Number(`0.${found[4] ?? 0}`);
}

/** The day that a file's name or first lines tell: 2026-06-15, 20260615, 15 June 2026, Jun 15, 2026. */
export function dayIn(text: string): string | null {
  const iso = /(?<!\d)(20\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/u.exec(text);
  if (iso !== null) return existing(iso[1], iso[3], iso[4]);
  const words = /(?<!\d)(\d{1,2})\.? (\p{L}{3,12})\.?,? (20\d\d)(?!\d)/u.exec(text);
  if (words !== null) return existing(words[3], month(words[2]), words[1]);
  const american = /(?<!\p{L})(\p{L}{3,12})\.? (\d{1,2}),? (20\d\d)(?!\d)/u.exec(text);
  return american === null ? null : existing(american[3], month(american[1]), american[2]);
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function month(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function existing(year = '', monthOf = '', day = ''): string | null {
  const written = `${year}-${monthOf.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}
