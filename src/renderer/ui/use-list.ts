/** What long and short lists share: one row is chosen, arrows go from row to row, marks gather several. */
import { type KeyboardEvent, useState } from 'react';
import { moveInList } from './list-moves.ts';

/** What a list shows and tells. */
export type ListOptions<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Enter or a double press: what the row is for. */
  readonly onAct?: ((id: string) => void) | undefined;
  /** Rows that only part the others: they are passed by. */
  readonly isHeading?: ((item: Item) => boolean) | undefined;
  /** Rows gathered for one action; Space marks, Shift with arrows marks on, Ctrl A all. */
  readonly marked?: ReadonlySet<string> | undefined;
  readonly onMark?: ((ids: ReadonlySet<string>) => void) | undefined;
  /** Hears every key of the list first; true when it was used. */
  readonly onKey?: ((event: KeyboardEvent, id: string | null) => boolean) | undefined;
};

/** A list that is being walked. */
export type ListWalk = {
  /** The row that is chosen, or -1. */
  readonly at: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A press on a row, with what was held. */
  readonly press: (at: number, held: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => void;
};

/** Walks a list; `page` is the rows that one sees at once. */
export function useList<Item>(options: ListOptions<Item>, page: number): ListWalk {
  const { items, keyOf, selectedId, onSelect, onAct, isHeading, marked, onMark, onKey } = options;
  // Where a run of marks began.
  const [from, setFrom] = useState<number | null>(null);
  const at = selectedId === null ? -1 : items.findIndex((item) => !heading(item) && keyOf(item) === selectedId);

  function heading(item: Item): boolean {
    return isHeading?.(item) ?? false;
  }
  const idAt = (place: number): string | null => {
    const item = items[place];
    return item === undefined || heading(item) ? null : keyOf(item);
  };
  const select = (place: number): void => {
    const id = idAt(place);
    if (id !== null && id !== selectedId) onSelect(id);
  };
  const markRun = (start: number, end: number): void => {
    const run = items.slice(Math.min(start, end), Math.max(start, end) + 1).filter((item) => !heading(item));
    onMark?.(new Set(run.map(keyOf)));
  };
  const toggle = (id: string): void => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    onMark?.(next);
  };
  const use = (event: KeyboardEvent): boolean => {
    const id = idAt(at);
    const command = event.ctrlKey || event.metaKey;
    const moved = event.altKey || command ? null : moveInList(event.key, at, items.length, page, isHeadingAt);
    if (moved !== null) {
      if (event.shiftKey && onMark !== undefined) {
        const start = from ?? Math.max(0, at);
        setFrom(start);
        markRun(start, moved);
      } else setFrom(null);
      select(moved);
      return true;
    }
    if (event.key === ' ' && !command && !event.altKey && onMark !== undefined && id !== null) toggle(id);
    else if (event.key.toLowerCase() === 'a' && command && !event.altKey && !event.shiftKey && onMark !== undefined)
      markRun(0, items.length - 1);
    else if (event.key === 'Enter' && !command && !event.altKey && onAct !== undefined && id !== null) onAct(id);
    else return false;
    return true;
  };
  function isHeadingAt(place: number): boolean {
    const item = items[place];
    return item !== undefined && heading(item);
  }
  return {
    at,
    onKeyDown: (event) => {
      // Keys of a field or button inside a row are its own.
      if (event.target !== event.currentTarget || event.defaultPrevented) return;
      if (onKey?.(event, idAt(at)) === true || use(event)) event.preventDefault();
    },
    press: (place, held) => {
      const id = idAt(place);
      if (id === null) return;
      if (held.shiftKey && onMark !== undefined) markRun(at < 0 ? place : at, place);
      else if ((held.ctrlKey || held.metaKey) && onMark !== undefined) toggle(id);
      setFrom(null);
      select(place);
    },
  };
}
