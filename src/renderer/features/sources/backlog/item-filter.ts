/** Which items of the backlog are shown: open, closed or gone, of a class, with some words. */
import type { ItemClass } from '../../../../shared/analysis/backlog-items.ts';
import { isOpen } from '../../../../shared/analysis/backlog-items.ts';
import type { BacklogItem } from '../../../../shared/model/index.ts';
import { partsOf, wordsOfItem } from '../item-words.ts';

/** Whether the work on an item goes on. */
export type ItemState = 'open' | 'closed' | 'gone';

/** What is asked for; null asks for all of them. */
export type ItemFilter = {
  readonly text: string;
  readonly state: ItemState | null;
  readonly class: ItemClass | null;
};

/** Whether the work on an item goes on, ended, or left the export. */
export function stateOf(item: BacklogItem): ItemState {
  if (item.goneOn !== null) return 'gone';
  return isOpen(item) ? 'open' : 'closed';
}

/** The items that fit, in their order. Every typed word has to stand in key, title, labels, assignee, team or status. */
export function filterItems(
  items: readonly BacklogItem[],
  classes: ReadonlyMap<string, ItemClass>,
  { text, state, class: wanted }: ItemFilter,
): readonly BacklogItem[] {
  const parts = partsOf(text);
  return items.filter((item) => {
    if (state !== null && stateOf(item) !== state) return false;
    if (wanted !== null && classes.get(item.id) !== wanted) return false;
    if (parts.length === 0) return true;
    const words = wordsOfItem(item);
    return parts.every((part) => words.includes(part));
  });
}
