/** Finds words of the kit's lists in what was typed: whole words, any case, accents aside. */
import { foldText } from '../../lib/text.ts';

/** Finds the first word of a list in a text, as the list has it; null for none. */
export type WordFinder = (text: string) => string | null;

/** A finder for a list. An entry without letters or digits, such as "?", is found where it stands alone between spaces. */
export function wordFinder(list: readonly string[]): WordFinder {
  const entries = list.map((word) => ({ word, pattern: patternOf(foldText(word.trim())) }));
  return (text) => {
    const folded = foldText(text);
    return entries.find(({ pattern }) => pattern.test(folded))?.word ?? null;
  };
}

/** Whether a text says nothing but words of the list, joined by function words or signs; empty text says nothing at all. */
export function isOnlyWords(text: string, list: readonly string[]): boolean {
  let rest = foldText(text);
  const before = rest;
  for (const word of list.toSorted((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(new RegExp(patternOf(foldText(word.trim())).source, 'gu'), ' ');
  }
  if (rest === before) return false;
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => joiners.has(word));
}

/** Whether nothing was typed. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

const joiners = new Set(
  'a an the and or of for in on to by with through our your their its we more better und oder et y'.split(' '),
);

function patternOf(word: string): RegExp {
  const words = word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replaceAll(/\s+/gu, String.raw`\s+`);
  return /[\p{L}\p{N}]/u.test(word)
    ? new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'u')
    : new RegExp(String.raw`(?<!\S)(?:${words})+(?!\S)`, 'u');
}

/** The beginning of a text, whole words of it up to 60 characters, for a sentence that has to say which text it means. */
export function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= 60) return line;
  const cut = line.slice(0, 60);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 20 ? cut.lastIndexOf(' ') : 60)} …`;
}
