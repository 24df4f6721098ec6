/** Which items of a list a typed text means. */
import { foldText } from '../../shared/lib/text.ts';
import { wordsOf } from '../../shared/lib/words.ts';

/** What can be chosen: its words, and more words that tell it apart. */
export type Choice = { readonly id: string; readonly says: string; readonly more?: string };

/**
 * The items of which every typed word begins some word, accents and case aside: those that begin with the text first,
 * else in their own order. All of them for an empty text.
 */
export function matchItems<Item extends Choice>(items: readonly Item[], text: string): readonly Item[] {
  const typed = wordsOf(text);
  if (typed.length === 0) return items;
  const start = foldText(text.trim());
  const found = items.filter((item) => {
    const words = wordsOf(`${item.says} ${item.more ?? ''}`);
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  });
  const begins = (item: Item): boolean => foldText(item.says).startsWith(start);
  return [...found.filter(begins), ...found.filter((item) => !begins(item))];
}

/** The item that is written exactly like this, case and accents aside. */
export function sameItem<Item extends Choice>(items: readonly Item[], text: string): Item | undefined {
  const wanted = foldText(text.trim());
  return items.find((item) => foldText(item.says) === wanted);
}
