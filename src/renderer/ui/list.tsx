/** Short lists, drawn whole. */
import { type ReactNode, type Ref, useId, useLayoutEffect, useRef } from 'react';
import { ListRow } from './list-row.tsx';
import { moveInList } from './list-moves.ts';
import { type ListOptions, useList } from './use-list.ts';
import styles from './list.module.css';

/** A list of which one row is chosen; the list as a whole has the focus, arrows go from row to row. */
export function RovingList<Item>({
  render,
  listRef,
  ...options
}: ListOptions<Item> & {
  render: (item: Item, state: { selected: boolean; marked: boolean }) => ReactNode;
  listRef?: Ref<HTMLDivElement> | undefined;
}) {
  const { items, keyOf, isHeading, marked, onAct, label } = options;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const walk = useList(options, 10);
  const { at } = walk;
  useLayoutEffect(() => {
    if (at >= 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const count = isHeading === undefined ? items.length : items.filter((item) => !isHeading(item)).length;
  let position = 0;
  return (
    <div ref={listRef}>
      <div
        ref={list}
        role="listbox"
        aria-label={label}
        aria-multiselectable={marked === undefined ? undefined : 'true'}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        tabIndex={items.length === 0 ? -1 : 0}
        className={styles.list}
        onKeyDown={walk.onKeyDown}
      >
        {items.map((item, place) => {
          const heading = isHeading?.(item) ?? false;
          if (!heading) position += 1;
          return (
            <ListRow
              key={keyOf(item)}
              id={`${id}-${place}`}
              heading={heading}
              selected={place === at}
              marked={marked === undefined ? undefined : marked.has(keyOf(item))}
              position={position}
              size={count}
              onPress={(held) => walk.press(place, held)}
              onAct={onAct === undefined ? undefined : () => onAct(keyOf(item))}
            >
              {render(item, { selected: place === at, marked: marked?.has(keyOf(item)) ?? false })}
            </ListRow>
          );
        })}
      </div>
    </div>
  );
}

/** Several buttons or links of which Tab comes to one, and arrows to the others. Each is found by what can have the focus. */
export function ArrowGroup({
  label,
  role = 'group',
  children,
}: {
  label?: string | undefined;
  role?: 'group' | 'toolbar' | 'list' | 'presentation' | undefined;
  children: ReactNode;
}) {
  const group = useRef<HTMLDivElement>(null);
  const parts = (): HTMLElement[] => [...(group.current?.querySelectorAll<HTMLElement>('button, [href]') ?? [])];
  const letIn = (chosen: HTMLElement | undefined): void => {
    for (const part of parts()) part.tabIndex = part === chosen ? 0 : -1;
  };
  useLayoutEffect(() => {
    const all = parts();
    letIn(all.find((part) => part === document.activeElement) ?? all.find((part) => part.tabIndex === 0) ?? all[0]);
  });
  return (
    <div
      ref={group}
      role={role}
      aria-label={label}
      onFocus={(event) => letIn(event.target)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
        const all = parts();
        const at = all.findIndex((part) => part === event.target);
        const key = { ArrowLeft: 'ArrowUp', ArrowRight: 'ArrowDown' }[event.key] ?? event.key;
        const next = at < 0 ? null : moveInList(key, at, all.length, 10, () => false);
        if (next === null) return;
        event.preventDefault();
        all[next]?.focus();
      }}
    >
      {children}
    </div>
  );
}
