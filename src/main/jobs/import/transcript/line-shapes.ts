/** The shapes that a line of a written transcript has: a time, a name with its time, a name before its words, or words. */
import { nameKind } from './labels.ts';
import { parseTime, timePattern } from './times.ts';

/** A line as it could be read; which reading holds is decided over all lines. */
export type Line = {
  readonly number: number;
  /** The line as it stands there. */
  readonly raw: string;
  /** A time at its beginning or beside its name. */
  readonly time: number | null;
  readonly timed: boolean;
  /** The time is that of a clock on the wall. */
  readonly clock: boolean;
  /** A name and a time alone on the line, in this order. */
  readonly head: 'name-time' | 'time-name' | null;
  /** A name that could be a speaker's. */
  readonly label: string | null;
  /** What is left of the line when the time is one. */
  readonly afterTime: string;
  /** What is left of the line when time and name are what they seem. */
  readonly words: string;
};

const leading = new RegExp(String.raw`^[\[(]?(${timePattern})[\])]?(?:\s*[-–—|:]\s+|\s+|$)`, 'u');
const trailing = new RegExp(String.raw`^(.+?)[\s,|–-]*[\[(]?(?<![\d:])(${timePattern})[\])]?\s*:?$`, 'u');
const bracketed = new RegExp(String.raw`^\[([^\]\d][^\]]*)\]\s*(${timePattern})$`, 'u');
const beforeWords = new RegExp(
  String.raw`^([^:：]{1,90}?)\s*(?:[\[(](${timePattern})[\])])?\s*[:：](?=\s|$|[^\d/\s])\s*`,
  'u',
);

/** Longest beginning of a line that is looked at: a page without line breaks has no names. */
const seen = 300;

/** Reads a line by itself. */
export function readLine(raw: string, number: number): Line {
  const text = raw.trim();
  // Markdown sets names in bold.
  const line = text.length > 20_000 ? text : text.replace(/^\*\*([^*\n]{1,90}?)(:?)\*\*(:?)/u, '$1$2$3');
  const nothing = {
    number,
    raw: text,
    time: null,
    timed: false,
    clock: false,
    head: null,
    label: null,
    afterTime: text,
    words: text,
  };
  const saved = line.length > seen ? null : bracketed.exec(line);
  if (saved !== null) {
    const label = (saved[1] ?? '').trim();
    return {
      ...nothing,
      time: parseTime(saved[2] ?? ''),
      timed: true,
      clock: true,
      head: 'name-time',
      label,
      words: '',
    };
  }
  const start = line.slice(0, seen);
  const first = leading.exec(start);
  const rest = first === null ? line : line.slice(first[0].length);
  const before = first === null ? null : parseTime(first[1] ?? '');
  const timing = { time: before, timed: first !== null, afterTime: rest };
  const headed = line.length > 140 || first !== null ? null : trailing.exec(line);
  if (headed !== null && nameKind(headed[1] ?? '') !== null)
    return {
      ...nothing,
      time: parseTime(headed[2] ?? ''),
      timed: true,
      head: 'name-time',
      label: clean(headed[1] ?? ''),
      words: '',
    };
  const named = beforeWords.exec(rest.slice(0, seen));
  if (named !== null && nameKind(named[1] ?? '') !== null) {
    const time = named[2] === undefined ? before : parseTime(named[2]);
    const words = rest.slice(named[0].length);
    return {
      ...nothing,
      ...timing,
      time,
      timed: timing.timed || named[2] !== undefined,
      label: clean(named[1] ?? ''),
      words,
    };
  }
  // "00:03 Anna Berg" on a line of its own.
  if (first !== null && rest !== '' && rest.length <= 80 && nameKind(rest) === 'strong')
    return { ...nothing, ...timing, head: 'time-name', label: clean(rest), words: '' };
  return { ...nothing, ...timing, words: rest };
}

function clean(label: string): string {
  return label.replace(/\s+/gu, ' ').trim();
}

/** Where names with times head the words, in one order, nothing else does; what looked like a name there is words. */
export function settleHeads(lines: readonly Line[]): readonly Line[] {
  const after = lines.filter(({ head }) => head === 'name-time').length;
  const before = lines.filter(({ head }) => head === 'time-name').length;
  const chosen = after >= before ? 'name-time' : 'time-name';
  const sure = Math.max(after, before) >= 2;
  return lines.map((line) =>
    line.head === chosen || (line.head === null && !sure)
      ? line
      : { ...line, head: null, label: null, words: line.afterTime },
  );
}
