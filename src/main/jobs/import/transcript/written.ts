/** Written transcripts, plain or out of Word: lines with names, with times, or with both. */
import { acceptNames } from './labels.ts';
import { type Line, readLine, settleHeads } from './line-shapes.ts';
import type { ReadSpeech, Utterance } from './utterance.ts';

/** Reads lines; null where neither speakers nor times tell its turns apart. */
export function readWritten(lines: readonly string[]): ReadSpeech | null {
  const { said, around } = partOff(
    settleHeads(lines.map((line, at) => readLine(line, at + 1)).filter(({ raw }) => raw !== '')),
  );
  const names = acceptNames(
    said.flatMap((line) =>
      line.label === null ? [] : [{ label: line.label, timed: line.timed && line.words === '' }],
    ),
    said.filter(({ words }) => words !== '').length,
  );
  const times = said.filter(({ timed }) => timed).length;
  const speaking = (line: Line): boolean => line.label !== null && names.has(line.label);
  if (names.size === 0 && (times < 2 || times < said.length * 0.3)) return null;
  let begin = said.findIndex((line) => speaking(line) || (names.size === 0 && line.timed));
  // A time on the line before is that of the first words.
  while (begin > 0 && said[begin - 1]?.timed === true && said[begin - 1]?.words === '') begin -= 1;
  const lead = begin < 0 ? said : said.slice(0, begin);
  const habit = habitOf(said, speaking);
  const short = lead.length <= 15 && lead.reduce((sum, { raw }) => sum + raw.length, 0) <= 1500;
  const spoken = short ? said.slice(Math.max(0, begin)) : said;
  const pieces = spoken.flatMap((line) => pieceOf(line, speaking(line), habit));
  return {
    utterances: carryTimes(pieces),
    repeated: 0,
    around: [...(short ? lead.map(({ raw }) => raw) : []), ...around],
    clock: spoken.some((line) => line.clock && speaking(line)),
  };
}

/** The paragraphs of a text, for one that somebody says is a transcript although nothing in it tells. */
export function readParagraphs(lines: readonly string[]): ReadSpeech {
  const { said, around } = partOff(lines.map((line, at) => readLine(line, at + 1)));
  const utterances: Utterance[] = [];
  let open = false;
  for (const { raw, number } of said) {
    const last = utterances.at(-1);
    if (raw === '') open = false;
    else if (open && last !== undefined) utterances[utterances.length - 1] = { ...last, text: `${last.text}\n${raw}` };
    else {
      open = true;
      utterances.push({ line: number, label: '', startsAt: null, endsAt: null, broken: false, text: raw });
    }
  }
  return { utterances, repeated: 0, around, clock: false };
}

const programLines = [
  /^transcribed by https?:\/\/\S+$/iu,
  /^#*\s*transcription ended after [\d:]+$/iu,
  /^\*?this editable transcript was computer generated/iu,
  /^.{1,90} (?:started|stopped) transcription$/iu,
];

function partOff(lines: readonly Line[]): { said: readonly Line[]; around: readonly string[] } {
  const own = (line: Line): boolean => line.raw.length < 300 && programLines.some((pattern) => pattern.test(line.raw));
  return { said: lines.filter((line) => !own(line)), around: lines.filter(own).map(({ raw }) => raw) };
}

/** Where times stand that are none of the words: beside names, before words, or on lines of their own. */
type Habit = 'beside-names' | 'before-words' | 'own-lines';

function habitOf(lines: readonly Line[], speaking: (line: Line) => boolean): Habit {
  const named = lines.filter(speaking);
  if (named.length === 0) return 'before-words';
  const timed = named.filter((line) => line.timed);
  if (timed.length < named.length * 0.5) return 'own-lines';
  return timed.filter(({ words }) => words === '').length >= timed.length * 0.5 ? 'beside-names' : 'before-words';
}

function pieceOf(line: Line, speaking: boolean, habit: Habit): Utterance[] {
  const { time, timed, words, number, raw } = line;
  const base = { line: number, endsAt: null };
  if (speaking) return [{ ...base, label: line.label, startsAt: time, broken: timed && time === null, text: words }];
  // What turned out to be no name is a word, and so is a time where times stand elsewhere.
  const alone = timed && line.afterTime === '';
  const counts = habit === 'before-words' ? timed && line.afterTime !== raw : habit === 'own-lines' && alone;
  return counts
    ? [{ ...base, label: null, startsAt: time, broken: time === null, text: line.afterTime }]
    : [{ ...base, label: null, startsAt: null, broken: false, text: raw }];
}

/** A time or a name on a line of its own belongs to the words after it. */
function carryTimes(pieces: readonly Utterance[]): readonly Utterance[] {
  const out: Utterance[] = [];
  let waiting: Utterance | null = null;
  for (const piece of pieces) {
    if (piece.text === '') {
      const known: Utterance = waiting ?? piece;
      waiting = {
        ...piece,
        label: piece.label ?? known.label,
        startsAt: piece.startsAt ?? known.startsAt,
        broken: piece.broken || known.broken,
      };
    } else if (waiting === null || piece.label !== null) {
      out.push(
        waiting === null
          ? piece
          : { ...piece, startsAt: piece.startsAt ?? waiting.startsAt, broken: piece.broken || waiting.broken },
      );
      waiting = null;
    } else {
      out.push({
        ...piece,
        label: waiting.label,
        startsAt: piece.startsAt ?? waiting.startsAt,
        broken: piece.broken || waiting.broken,
      });
      waiting = null;
    }
  }
  return out;
}
