/** Caption files (WebVTT, SubRip) as cues. What stands outside of any rule stays text, so that no word is lost. */
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { parseTime } from './times.ts';

/** A caption with its lines as they stand there. */
export type Cue = {
  readonly line: number;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly broken: boolean;
  readonly lines: string[];
};

/** The captions of a file, and which of both formats it is. */
export type ReadCues = { readonly format: 'vtt' | 'srt'; readonly cues: readonly Cue[] };

/** Reads captions; null for a text that is no caption file. */
export function readCues(text: string): ReadCues | null {
  const lines = text.split(/\r\n|\n|\r/u);
  const first = lines.findIndex((line) => line.trim() !== '');
  const head = (lines[first] ?? '').replace(/^\uFEFF/u, '');
  const format = /^WEBVTT(?:[ \t-]|$)/u.test(head) ? 'vtt' : 'srt';
  const timings = lines.map(readTiming);
  const found = timings.filter((timing) => timing !== null);
  if (format === 'srt' && !found.some(({ startsAt }) => startsAt !== null)) return null;
  if (found.length > limits.captions)
    throw new Refusal('import-too-many', { limit: limits.captions, what: 'captions' });
  const cues: Cue[] = [];
  let skipping = format === 'vtt';
  for (let at = Math.max(0, first); at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/^\uFEFF/u, '');
    const timing = timings[at] ?? null;
    const blank = line.trim() === '';
    if (timing !== null) {
      cues.push({ line: at + 1, ...timing, lines: [] });
      skipping = false;
    } else if (blank) skipping = false;
    else if (format === 'vtt' && startsBlock(lines, at)) skipping = true;
    else if (!skipping && !((timings[at + 1] ?? null) !== null && isName(lines, at, format)))
      keepLine(cues, line, at + 1);
  }
  return { format, cues: cues.filter((cue) => cue.lines.length > 0) };
}

type Timing = Pick<Cue, 'startsAt' | 'endsAt' | 'broken'>;

/** `00:01.000 --> 00:02.000 align:start`; the times need not be possible ones. */
function readTiming(line: string): Timing | null {
  if (line.length > 300 || !line.includes('->')) return null;
  const found = /^\s*([\d:.,]*)\s*-{1,2}>\s*([\d:.,]*)(?:\s.*)?$/u.exec(line);
  if (found === null || `${found[1]}${found[2]}` === '') return null;
  const [startsAt, endsAt] = [parseTime(found[1] ?? ''), parseTime(found[2] ?? '')];
  return { startsAt, endsAt, broken: startsAt === null || endsAt === null };
}

/** A block of WebVTT that says nothing: a note, a style, a region. */
function startsBlock(lines: readonly string[], at: number): boolean {
  const before = at === 0 ? '' : (lines[at - 1] ?? '');
  return before.trim() === '' && /^(?:NOTE|STYLE|REGION)(?:\s|$)/u.test(lines[at] ?? '');
}

/** The number or name of the cue whose time stands in the next line. */
function isName(lines: readonly string[], at: number, format: ReadCues['format']): boolean {
  const line = (lines[at] ?? '').trim();
  if (/^\d+$/u.test(line)) return true;
  return format === 'vtt' && (at === 0 || (lines[at - 1] ?? '').trim() === '');
}

function keepLine(cues: Cue[], line: string, number: number): void {
  const cue = cues.at(-1);
  if (cue !== undefined) cue.lines.push(line);
  else cues.push({ line: number, startsAt: null, endsAt: null, broken: false, lines: [line] });
}
