/** Turns out of speech: times are mended, and what one voice says without a break is joined. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import type { ReadTurn, ReadVoice } from '../../../../shared/api/transcript-types.ts';
import { Refusal } from '../refusal.ts';
import type { ReadSpeech, Utterance } from './utterance.ts';

/** The turns with their voices in the order in which they first speak. */
export type ReadTurns = {
  readonly voices: readonly ReadVoice[];
  readonly turns: readonly ReadTurn[];
  readonly seconds: number | null;
  readonly notes: readonly ImportNote[];
};

/** Longest turn in characters: a longer speech goes on in the next turn, which keeps its own time. */
const longest = 4000;
/** Where nobody is named, a pause of so many seconds or so many characters begin another turn. */
const pause = 2;
const paragraph = 500;
/** Most characters of a piece that no cue or line break parts. */
const hard = 50_000;
/** More people do not talk in one conversation; then what was taken for names is none. */
const mostVoices = 200;

/** Composes turns; `joint` stands between the pieces of one turn. */
export function composeTurns(speech: ReadSpeech, joint: ' ' | '\n'): ReadTurns {
  const { utterances, notes } = mendTimes(speech);
  const voices = new Map<string, number>();
  const nameless = utterances.every(({ label }) => label === null || label === '');
  const turns: (Omit<ReadTurn, 'position' | 'text'> & { label: string; pieces: string[]; length: number })[] = [];
  let before = '';
  for (const { label: own, startsAt, endsAt, text } of utterances) {
    const label = own ?? before;
    before = label;
    for (const piece of cut(text)) {
      const last = turns.at(-1);
      if (last !== undefined && last.label === label && !breaks(last, { startsAt, text: piece }, nameless)) {
        last.pieces.push(piece);
        last.length += piece.length + 1;
        last.endsAt = endsAt ?? last.endsAt;
        continue;
      }
      if (!voices.has(label)) voices.set(label, voices.size);
      if (voices.size > mostVoices) throw new Refusal('import-too-many', { limit: mostVoices, what: 'speakers' });
      turns.push({ voice: voices.get(label) ?? 0, label, startsAt, endsAt, pieces: [piece], length: piece.length });
    }
  }
  const made = turns.map(({ voice, startsAt, endsAt, pieces }, position) => ({
    position,
    voice,
    startsAt,
    endsAt,
    text: pieces.join(joint),
  }));
  return {
    voices: [...voices.keys()].map((label, at) => countVoice(label, at, made)),
    turns: made,
    seconds: lengthOf(made),
    notes,
  };
}

type Open = { readonly length: number; readonly endsAt: number | null; readonly pieces: readonly string[] };

function breaks(open: Open, next: { startsAt: number | null; text: string }, nameless: boolean): boolean {
  if (open.length + next.text.length > longest) return true;
  if (!nameless) return false;
  if (next.startsAt === null) return true;
  const silent = open.endsAt !== null && next.startsAt - open.endsAt >= pause;
  const ended = /[.!?…。！？؟]["”’»」』)]*$/u.test(open.pieces.at(-1) ?? '');
  return silent || (open.length >= paragraph && ended) || open.length >= paragraph * 2;
}

function cut(text: string): readonly string[] {
  if (text.length <= hard) return text === '' ? [] : [text];
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const space = text.lastIndexOf(' ', from + hard);
    let to = text.length - from <= hard ? text.length : space > from ? space : from + hard;
    if (/[\uD800-\uDBFF]/u.test(text.charAt(to - 1)) && to < text.length) to -= 1;
    pieces.push(text.slice(from, to).trim());
    from = to;
  }
  return pieces.filter((piece) => piece !== '');
}

type Fault = 'times-broken' | 'times-backwards' | 'times-disordered' | 'times-overlapping';

/** Brings times into an order in which each turn begins after the one before and ends after its beginning; words stay where they are. */
function mendTimes({ utterances, repeated, around, clock }: ReadSpeech): {
  utterances: Utterance[];
  notes: ImportNote[];
} {
  const faults = new Map<Fault, number[]>();
  const say = (fault: Fault, line: number): void =>
    void faults
      .set(fault, faults.get(fault) ?? [])
      .get(fault)
      ?.push(line);
  const origin = clock ? (utterances.find(({ startsAt }) => startsAt !== null)?.startsAt ?? 0) : 0;
  const out: Utterance[] = [];
  let last = 0;
  for (const utterance of utterances) {
    const { line, broken } = utterance;
    let { startsAt, endsAt } = utterance;
    const before = out.at(-1);
    if (startsAt !== null && clock) startsAt = startsAt < origin ? startsAt + 86_400 - origin : startsAt - origin;
    if (broken) {
      say('times-broken', line);
      startsAt ??= before?.endsAt ?? last;
    }
    if (startsAt !== null && startsAt < last) {
      say('times-disordered', line);
      startsAt = last;
      if (endsAt !== null && endsAt < startsAt) endsAt = startsAt;
    } else if (startsAt !== null && endsAt !== null && endsAt < startsAt) {
      say('times-backwards', line);
      endsAt = startsAt;
    }
    if (before !== undefined && startsAt !== null && (before.endsAt ?? 0) > startsAt) {
      if (repeated === 0 && before.line !== line) say('times-overlapping', line);
      out[out.length - 1] = { ...before, endsAt: startsAt };
    }
    last = startsAt ?? last;
    out.push({ ...utterance, startsAt, endsAt });
  }
  const notes: ImportNote[] = [...faults].map(([code, lines]) => ({
    code,
    params: { count: lines.length, lines: firstOf(lines) },
  }));
  if (repeated > 0) notes.push({ code: 'captions-repeated', params: { count: repeated } });
  if (around.length > 0)
    notes.push({
      code: 'lines-around',
      params: { count: around.length, sample: (around[0] ?? '').slice(0, 80).toWellFormed() },
    });
  return { utterances: out, notes };
}

function firstOf(lines: readonly number[]): string {
  const some = [...new Set(lines)];
  return some.slice(0, 8).join(', ') + (some.length > 8 ? ' …' : '');
}

function lengthOf(turns: readonly ReadTurn[]): number | null {
  const ends = turns.flatMap(({ startsAt, endsAt }) => endsAt ?? startsAt ?? []);
  return ends.length === 0 ? null : ends.reduce((most, end) => Math.max(most, end), 0);
}

function countVoice(label: string, at: number, turns: readonly ReadTurn[]): ReadVoice {
  const own = turns.filter(({ voice }) => voice === at);
  const timed = own.some(({ startsAt }) => startsAt !== null);
  const seconds = own.reduce((sum, { startsAt, endsAt, position }) => {
    const end = endsAt ?? turns[position + 1]?.startsAt ?? startsAt;
    return sum + (startsAt === null || end === null ? 0 : Math.max(0, end - startsAt));
  }, 0);
  return {
    label,
    turns: own.length,
    words: own.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0),
    seconds: timed ? seconds : null,
    questions: own.filter(({ text }) => /[?？؟]["”’»」』)]*\s*$/u.test(text)).length,
  };
}
