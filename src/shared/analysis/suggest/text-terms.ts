/**
 * Turns a text into comparable terms and remembers where in the text each stood.
 *
 * A term is a word in lower case, cut to its stem (Snowball, for the languages that have one) and freed of accents
 * where accents only colour a letter (Latin, Greek). Scripts that write without spaces are read in overlapping pairs of
 * characters, the usual stand-in for words there. Words without a subject ("the", "through") are left out.
 */
import { newStemmer } from 'snowball-stemmers';

import { stopWordsOf } from './stop-words.ts';

/** The terms of a text in order, and where each was read: offsets into the text as given, end exclusive. */
export interface TextTerms {
  readonly terms: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Reads the terms of a text in order. */
export type TermReader = (text: string) => TextTerms;

const STEMMERS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** A word, with an ending or a beginning behind an apostrophe; long runs of other signs never match. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(['’][\p{L}\p{M}]+)?/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const ASCII = /^[\0-\x7f]*$/;
const FOLDABLE = /^[\p{Script=Latin}\p{Script=Greek}\p{M}\p{N}]+$/u;
const PLAIN = /^[a-z0-9]+$/;
const SHORT = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{1,3}$/u;
/** Longer "words" are addresses, keys or noise. */
const LONGEST = 40;

/** A reader for a language given as a code such as `en` or `de-CH`; an unknown language is read without stemming. */
export function createTermReader(language: string): TermReader {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? '';
  const reader = readers.get(code) ?? makeReader(code);
  if (Object.hasOwn(STEMMERS, code)) readers.set(code, reader);
  return reader;
}

/** Readers are kept, since the same words come again with every question. */
const readers = new Map<string, TermReader>();
/** A reader forgets its words beyond so many. */
const MOST_KNOWN = 100_000;

function makeReader(code: string): TermReader {
  const stops = stopWordsOf(code);
  const algorithm = Object.hasOwn(STEMMERS, code) ? STEMMERS[code] : undefined;
  const stemmer = algorithm === undefined ? undefined : newStemmer(algorithm);
  const known = new Map<string, string>();

  /** The term of a written word, or '' for a word that is left out. */
  function termOf(written: string): string {
    const lower = written.toLowerCase();
    if (lower.length < 2 || /^\p{N}+$/u.test(lower) || lower.length > LONGEST || stops?.has(lower)) return '';
    // Without a list of function words the short ones are taken for such, unless they are written as an acronym.
    if (stops === undefined && SHORT.test(written) && written !== written.toUpperCase()) return '';
    return fold(stemmer === undefined ? lower : stemmer.stem(lower));
  }

  function push(found: Found, written: string, start: number): void {
    let term = known.get(written);
    if (term === undefined) {
      term = termOf(written);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(written, term);
    }
    if (term !== '') add(found, term, start, start + written.length);
  }

  return (text) => {
    const found: Found = { terms: [], starts: [], ends: [] };
    if (ASCII.test(text)) {
      scanAscii(text, (start, end) => push(found, text.slice(start, end), start));
      return found;
    }
    const spaced = !UNSPACED.test(text);
    for (const match of text.matchAll(WORD)) {
      const [whole, tail] = match;
      const word = tail === undefined ? whole : longerSide(whole, tail);
      const start = match.index + (whole.startsWith(word) ? 0 : whole.length - word.length);
      if (spaced || !UNSPACED.test(word)) push(found, word, start);
      else
        for (const run of word.matchAll(UNSPACED_RUN)) {
          if (UNSPACED.test(run[0])) pushPairs(found, run[0], start + run.index);
          else push(found, run[0], start + run.index);
        }
    }
    return found;
  };
}

/** Terms being collected: three plain lists, as an object per word of a large backlog would be felt. */
interface Found extends TextTerms {
  readonly terms: string[];
  readonly starts: number[];
  readonly ends: number[];
}

/** Finds in plain text, several times as fast, the words that `WORD` finds. */
function scanAscii(text: string, found: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    if (!isAlphanumeric(text.charCodeAt(at))) continue;
    const start = at;
    while (isAlphanumeric(text.charCodeAt(at))) at++;
    const end = at;
    if (text.charCodeAt(at) === APOSTROPHE && isLetter(text.charCodeAt(at + 1))) {
      at++;
      while (isLetter(text.charCodeAt(at))) at++;
      const tail = end + 1;
      if (end - start >= at - tail) found(start, end);
      else found(tail, at);
      // What follows the tail is a word of its own, as in "it's2".
      at--;
    } else found(start, end);
  }
}

const APOSTROPHE = 39;

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isAlphanumeric(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}

function add(found: Found, term: string, start: number, end: number): void {
  found.terms.push(term);
  found.starts.push(start);
  found.ends.push(end);
}

/** The longer side of an apostrophe: "team's" → "team", "l'école" → "école". */
function longerSide(whole: string, tail: string): string {
  const head = whole.slice(0, -tail.length);
  return head.length >= tail.length - 1 ? head : tail.slice(1);
}

function pushPairs(found: Found, run: string, start: number): void {
  const signs: { readonly sign: string; readonly at: number }[] = [];
  let at = 0;
  for (const sign of run) {
    signs.push({ sign, at });
    at += sign.length;
  }
  const only = signs[0];
  if (signs.length === 1 && only) add(found, only.sign, start, start + run.length);
  for (let i = 0; i + 1 < signs.length; i++) {
    const [a, b] = [signs[i], signs[i + 1]];
    if (a && b) add(found, a.sign + b.sign, start + a.at, start + b.at + b.sign.length);
  }
}

function fold(word: string): string {
  if (PLAIN.test(word) || !FOLDABLE.test(word)) return word;
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}
