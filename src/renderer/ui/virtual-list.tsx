/** A list of any length: only the rows that are seen are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useId, useLayoutEffect, useRef } from 'react';
import { ListRow } from './list-row.tsx';
import { type ListOptions, useList } from './use-list.ts';
import styles from './list.module.css';

/**
 * A list that scrolls in its place. Rows may differ in height: `rowHeight` is the usual one. The chosen row is always
 * drawn and in view, and the list as a whole has the focus.
 */
export function VirtualList<Item>({
  rowHeight,
  render,
  empty,
  listRef,
  ...options
}: ListOptions<Item> & {
  rowHeight: number;
  render: (item: Item, state: { selected: boolean; marked: boolean }) => ReactNode;
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode | undefined;
  listRef?: Ref<HTMLDivElement> | undefined;
}) {
  const { items, keyOf, isHeading, marked, onAct, label } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const seenRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1);
  const walk = useList(options, seenRows);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => {
      const item = items[at];
      return item === undefined ? at : keyOf(item);
    },
    overscan: 8,
    // Heights in the units of the style sheet: rectangles come in those of the window when the page is zoomed.
    measureElement: (element) => (element as HTMLElement).offsetHeight,
    observeElementRect: (list, tell) => observeSize(list.scrollElement, tell),
    rangeExtractor: (range) => {
      const seen: number[] = [];
      const first = Math.max(0, range.startIndex - range.overscan);
      const last = Math.min(range.count - 1, range.endIndex + range.overscan);
      if (walk.at >= 0 && walk.at < first) seen.push(walk.at);
      for (let at = first; at <= last; at += 1) seen.push(at);
      if (walk.at > last) seen.push(walk.at);
      return seen;
    },
  });
  const { at } = walk;
  useLayoutEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  return (
    <div ref={listRef} className={styles.place}>
      <div ref={scroller} className={styles.scroller}>
        {items.length === 0 && empty}
        <div
          role="listbox"
          aria-label={label}
          aria-multiselectable={marked === undefined ? undefined : 'true'}
          aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
          tabIndex={items.length === 0 ? -1 : 0}
          className={styles.list}
          style={{ blockSize: rows.getTotalSize() }}
          onKeyDown={walk.onKeyDown}
        >
          {rows.getVirtualItems().map((row) => {
            const item = items[row.index];
            if (item === undefined) return null;
            return (
              <div
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className={styles.drawn}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <ListRow
                  id={`${id}-${row.index}`}
                  heading={isHeading?.(item) ?? false}
                  selected={row.index === at}
                  marked={marked === undefined ? undefined : marked.has(keyOf(item))}
                  position={row.index + 1}
                  size={items.length}
                  onPress={(held) => walk.press(row.index, held)}
                  onAct={onAct === undefined ? undefined : () => onAct(keyOf(item))}
                >
                  {render(item, { selected: row.index === at, marked: marked?.has(keyOf(item)) ?? false })}
                </ListRow>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function observeSize(
  element: HTMLElement | null,
  tell: (size: { width: number; height: number }) => void,
): (() => void) | undefined {
  if (element === null) return undefined;
  const say = (): void => tell({ width: element.clientWidth, height: element.clientHeight });
  say();
  const observer = new ResizeObserver(say);
  observer.observe(element);
  return () => observer.disconnect();
}
