/** What a query asks for, and where a text has it: beginnings of words, phrases in quotation marks, signs of scripts without spaces. */
import { foldText } from '../../shared/lib/text.ts';

/** Words that follow one another; the last one may be the beginning of a word. */
export type Term = { readonly words: readonly string[]; readonly begins: boolean };

/** A stretch of a text, in UTF-16 units. */
export type Found = { readonly offset: number; readonly length: number };

/** More terms than this are left out. */
const mostTerms = 12;

/** Parts a query: what stands in quotation marks is looked for as it stands, every other word as the beginning of one. */
export function parseQuery(query: string): readonly Term[] {
  const terms: Term[] = [];
  for (const [, quoted, closed, loose] of query.matchAll(parts)) {
    if (loose === undefined) {
      const words = wordsIn(quoted ?? '');
      if (words.length > 0) terms.push({ words, begins: closed === '' });
      continue;
    }
    for (const run of foldText(loose).match(runs) ?? []) {
      const words = wordsIn(run);
      if (words.length > 0) terms.push({ words, begins: true });
    }
  }
  return terms.slice(0, mostTerms);
}

/** The text as the index has it: folded, each sign of a script without spaces as a word of its own. */
export function indexedText(text: string): string {
  return foldText(text).replaceAll(sign, ' $& ');
}

/** Whether a text of the index has every term. */
export function hasTerms(indexed: string, terms: readonly Term[]): boolean {
  const words = indexed.match(runs) ?? [];
  return terms.every((term) => words.some((_, at) => endsAt(words, at, term)));
}

/** Where a text has the first of the terms that it has; null where it has none. */
export function placeOfTerms(text: string, terms: readonly Term[]): Found | null {
  const offsets: number[] = [];
  const words: string[] = [];
  let best: (Found & { order: number }) | null = null;
  for (const match of text.matchAll(tokens)) {
    offsets.push(match.index);
    words.push(foldText(match[0]));
    const at = words.length - 1;
    const order = terms.findIndex((term) => endsAt(words, at, term));
    const term = terms[order];
    if (term === undefined || (best !== null && order >= best.order)) continue;
    const offset = offsets[at - term.words.length + 1] ?? match.index;
    const end = match.index + lengthOf(match[0], term);
    best = { offset, length: end - offset, order };
    if (order === 0) break;
  }
  return best === null ? null : { offset: best.offset, length: best.length };
}

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}';
const sign = new RegExp(`[${unspaced}]\\p{M}*`, 'gu');
const runs = /[\p{L}\p{N}\p{M}]+/gu;
const tokens = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
/** A phrase with its closing mark, if it has one yet; else what stands between spaces. */
const parts = /["“„«]([^"”“»]*)(["”“»]|$)|([^\s"“„«]+)/gu;

function wordsIn(text: string): readonly string[] {
  return indexedText(text).match(runs) ?? [];
}

/** Whether the words up to `at` are those of the term. */
function endsAt(words: readonly string[], at: number, { words: wanted, begins }: Term): boolean {
  const from = at - wanted.length + 1;
  if (from < 0) return false;
  return wanted.every((word, place) => {
    const own = words[from + place] ?? '';
    return begins && place === wanted.length - 1 ? own.startsWith(word) : own === word;
  });
}

// How much of a word folds to the last word of the term, with the accents of its last letter.
function lengthOf(found: string, { words, begins }: Term): number {
  const wanted = words.at(-1) ?? '';
  if (!begins) return found.length;
  let length = Math.min(wanted.length, found.length);
  while (length < found.length && foldText(found.slice(0, length)).length < wanted.length) length += 1;
  return length + (/^\p{M}+/u.exec(found.slice(length))?.[0].length ?? 0);
}
