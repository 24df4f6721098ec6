/** Pieces of evidence that were probably written down twice: the same words, or nearly the same in one conversation or source. */
import { compareText } from '../lib/order.ts';
import { wordsOf } from '../lib/words.ts';
import type { Evidence } from '../model/index.ts';

/** Two pieces that may be one. */
export type Likeness = {
  readonly one: string;
  readonly other: string;
  /** Share of their words that both have, 0 to 1. */
  readonly share: number;
  /** They are not known to come from one voice: whoever merges them says that they do. */
  readonly acrossVoices: boolean;
};

/** From this share of common words on, two pieces of one conversation or source are suggested. */
const nearlySame = 0.7;
/** A short piece that a longer one contains to this share is suggested, if it has this many words. */
const contained = { share: 0.9, words: 5 };
/** Fewer words than this ("Yes, of course") say nothing when they come twice. */
const fewest = 3;
/** More words than this are no remark any more: such a piece is suggested where it stands twice word for word. */
const most = 120;

/**
 * Lists the pairs that may be one, the likest first, and last those that are not known to come from one voice. `voiceOf`
 * answers the same key for all that one person, one unknown voice or one document said.
 */
export function suggestDuplicates(
  evidence: readonly Evidence[],
  voiceOf: (row: Evidence) => string,
): readonly Likeness[] {
  const told = evidence
    .filter((row) => !row.withdrawn)
    .map((row) => ({ row, parts: partsOf(row.text), voice: voiceOf(row) }))
    .map((one) => ({ ...one, words: new Set(one.parts) }))
    .filter(({ words }) => words.size >= fewest);
  const found = new Map<string, Likeness>();
  const compare = (a: (typeof told)[number], b: (typeof told)[number], least: number): void => {
    const [one, other] = a.row.id < b.row.id ? [a, b] : [b, a];
    const key = `${one.row.id} ${other.row.id}`;
    if (found.has(key)) return;
    const share = likeness(one.words, other.words);
    if (share < least) return;
    found.set(key, { one: one.row.id, other: other.row.id, share, acrossVoices: one.voice !== other.voice });
  };
  for (const group of Map.groupBy(told, ({ row }) => row.interview ?? row.source ?? '').values())
    eachLikely(group, (a, b) => compare(a, b, nearlySame));
  for (const group of Map.groupBy(told, ({ parts }) => parts.join(' ')).values())
    eachPair(group, (a, b) => compare(a, b, 1));
  return [...found.values()].toSorted(
    (a, b) =>
      Number(a.acrossVoices) - Number(b.acrossVoices) ||
      b.share - a.share ||
      compareText(a.one, b.one) ||
      compareText(a.other, b.other),
  );
}

function eachPair<T>(rows: readonly T[], run: (a: T, b: T) => void): void {
  for (const [at, a] of rows.entries()) for (const b of rows.slice(at + 1)) run(a, b);
}

/**
 * Runs over the pairs that can have enough in common. With all words in one order, the rarest first, two sets that share
 * seven tenths share one of the first words of both, as many as could be missing and one more; and one of which nine tenths
 * stand in a longer one shares one of its own first words with any of the other's. Rare words are in few pieces, so that
 * thousands of pieces take a blink.
 */
function eachLikely<T extends { readonly words: ReadonlySet<string> }>(
  rows: readonly T[],
  run: (a: T, b: T) => void,
): void {
  const holders = holdersOf(rows, ({ words }) => words);
  const countOf = (word: string): number => holders.get(word)?.length ?? 0;
  const ordered = rows.map((row) => ({
    row,
    words: row.words,
    first: [...row.words].toSorted((a, b) => countOf(a) - countOf(b) || compareText(a, b)),
  }));
  const start = (size: number, share: number): number => size - Math.ceil(size * share) + 1;
  const starters = holdersOf(ordered, ({ first }) => first.slice(0, start(first.length, nearlySame)));
  for (const { row, words, first } of ordered) {
    const { size } = words;
    if (size > most) continue;
    const likely = new Set<T>();
    for (const word of first.slice(0, start(size, nearlySame)))
      for (const other of starters.get(word) ?? [])
        if (other.words.size >= size && other.words.size * nearlySame <= size) likely.add(other.row);
    if (words.size >= contained.words)
      for (const word of first.slice(0, start(size, contained.share)))
        for (const other of holders.get(word) ?? []) if (other.words.size >= size) likely.add(other);
    for (const other of likely) if (other !== row) run(row, other);
  }
}

function holdersOf<T>(rows: readonly T[], wordsOfRow: (row: T) => Iterable<string>): ReadonlyMap<string, readonly T[]> {
  const holders = new Map<string, T[]>();
  for (const row of rows)
    for (const word of wordsOfRow(row)) {
      const own = holders.get(word);
      if (own === undefined) holders.set(word, [row]);
      else own.push(row);
    }
  return holders;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const word of small) if (large.has(word)) common += 1;
  const share = common / (a.size + b.size - common);
  const inside = common / small.size;
  return small.size >= contained.words && inside >= contained.share ? Math.max(share, nearlySame) : share;
}

// Scripts that put no space between words are compared by their signs.
function partsOf(text: string): readonly string[] {
  return wordsOf(text).flatMap((word) => (unspaced.test(word) ? [...word] : [word]));
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
