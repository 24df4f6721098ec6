/** Finds words in a text as a person would: case, accents, quotation marks and the breaks of lines make no difference. */
import { foldText } from './text.ts';

/** A stretch of a text by its offsets. */
export type Stretch = { readonly from: number; readonly to: number };

/**
 * Where the words stand in the text, from `near` on if they do; where they do not stand as a whole, their first ones. Null
 * where not even those do.
 */
export function findWords(text: string, words: string, near = 0): Stretch | null {
  const { folded, at } = foldWithPlaces(text);
  const wanted = foldWithPlaces(words).folded.trim();
  if (wanted === '') return null;
  const parts = wanted.split(' ');
  for (const count of new Set([parts.length, Math.min(parts.length, 8), Math.min(parts.length, 4)])) {
    const sought = parts.slice(0, count).join(' ');
    const later =
      near === 0
        ? -1
        : folded.indexOf(
            sought,
            at.findIndex((offset) => offset >= near),
          );
    const found = later < 0 ? folded.indexOf(sought) : later;
    if (found < 0) continue;
    const last = at[found + sought.length - 1] ?? 0;
    // Up to the next character that is no accent of the last one.
    const end = /^.\p{M}*/su.exec(text.slice(last))?.[0].length ?? 1;
    return { from: at[found] ?? 0, to: last + end };
  }
  return null;
}

/** A text as it is compared, and for each of its characters the offset in the text that it comes from. */
export function foldWithPlaces(text: string): { readonly folded: string; readonly at: readonly number[] } {
  const at: number[] = [];
  let folded = '';
  let offset = 0;
  for (const character of text) {
    const own = /\s/u.test(character) ? (folded === '' || folded.endsWith(' ') ? '' : ' ') : plain(character);
    for (let place = 0; place < own.length; place += 1) at.push(offset);
    folded += own;
    offset += character.length;
  }
  return { folded, at };
}

function plain(character: string): string {
  return /[\p{Pi}\p{Pf}"'’]/u.test(character) ? '' : foldText(character);
}
