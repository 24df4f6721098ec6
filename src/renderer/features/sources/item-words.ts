/** The words of items as they are searched: folded once for each row, ahead of the first letter that is typed. */
import { useEffect } from 'react';
import { foldText } from '../../../shared/lib/text.ts';
import type { BacklogItem } from '../../../shared/model/index.ts';

// A row that changes is another object, so its words are read anew.
const folded = new WeakMap<BacklogItem, string>();

/** Rows that are folded in one go: far less than a frame. */
const slice = 400;

/** Key, title, labels, assignee, team and status of an item, in lower case and without accents. */
export function wordsOfItem(item: BacklogItem): string {
  const known = folded.get(item);
  if (known !== undefined) return known;
  const { key, title, labels, assignee, functionText, statusText } = item;
  const words = foldText(`${key} ${title} ${labels.join(' ')} ${assignee} ${functionText} ${statusText}`);
  folded.set(item, words);
  return words;
}

/** The parts of a typed text, each of which has to stand in an item. */
export function partsOf(text: string): readonly string[] {
  return foldText(text).split(/\s+/u).filter(Boolean);
}

/** Folds items while nothing else happens, so that the first letter of a filter is as quick as the others. */
export function useFoldedItems(items: readonly BacklogItem[]): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const go = (from: number): void => {
      if (from >= items.length) return;
      timer = setTimeout(() => {
        for (const item of items.slice(from, from + slice)) wordsOfItem(item);
        go(from + slice);
      }, 10);
    };
    go(0);
    return () => clearTimeout(timer);
  }, [items]);
}
