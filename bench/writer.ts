/** Invented text with the frequencies of natural language: the same in every run. */

/** Draws words and sentences. */
export type Writer = {
  /** A whole number from 0 to below `below`. */
  draw(below: number): number;
  word(): string;
  /** Words with a full stop now and then. */
  text(words: number): string;
};

const vocabularySize = 6000;

/** A writer that starts from a number; the same number gives the same text. */
export function openWriter(seed: number): Writer {
  let state = seed;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // The exponential makes the word of rank n about n times as rare as the first, as in any language.
  const word = (): string => vocabulary[Math.floor(vocabularySize ** (draw(1_000_000) / 1_000_000)) - 1] ?? '';
  return {
    draw,
    word,
    text: (words) => Array.from({ length: words }, (_, at) => word() + (at % 11 === 10 ? '.' : '')).join(' '),
  };
}

const vocabulary = inventWords();

function inventWords(): readonly string[] {
  let state = 7;
  const pick = (from: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)] ?? '';
  };
  const heads = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'pr', 'tr', 'cl', 'ch'];
  const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'];
  const tails = ['', '', '', 'n', 'r', 's', 'l', 't', 'm'];
  const ends = ['', '', '', 's', 'ed', 'ing', 'er', 'ment', 'ion'];
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    const syllables = 1 + Math.floor(words.size / 900);
    const stem = Array.from({ length: Math.min(3, syllables) }, () => pick(heads) + pick(vowels) + pick(tails));
    words.add(stem.join('') + (syllables > 1 ? pick(ends) : ''));
    if (syllables === 1 && words.size > 600)
      words.add(stem.join('') + pick(heads) + pick(vowels) + words.size.toString(36));
  }
  return [...words];
}
