/** Texts as words, for comparing what people called things. */
import { foldText } from './text.ts';

/** The words of a text in order, in lower case and without accents; whatever is neither letter nor digit parts them. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words with a space on each side, so that `includes` finds whole words only. */
export function phraseOf(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
