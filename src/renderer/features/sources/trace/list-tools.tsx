/** What stands above the list of items: the classes with their counts, what a figure asked for, the filter. */
import { type ReactNode, type Ref, useMemo } from 'react';
import type { ItemClass, OpenWork } from '../../../../shared/analysis/backlog-items.ts';
import { IconButton } from '../../../ui/button.tsx';
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import { type TextElement, TextField } from '../../../ui/text-field.tsx';
import { classSays, itemClasses } from '../use-open-work.ts';
import { Menu } from '../../../ui/menu.tsx';
import { type Grouping, groupings, type Sort, sorts } from './arrange.ts';
import type { Only } from './facts.tsx';
import styles from './item-list.module.css';

/** How the list is sorted and grouped. */
export type Order = { readonly sort: Sort; readonly grouping: Grouping };

/** Shows them; `filter` is null while it is not open. */
export function ListTools({
  work,
  wanted,
  onWanted,
  only,
  onOnly,
  filter,
  onFilter,
  toList,
  says,
  searchRef,
  order,
  onOrder,
}: {
  work: OpenWork;
  wanted: ItemClass | null;
  onWanted: (wanted: ItemClass | null) => void;
  only: Only | null;
  onOnly: (only: Only | null) => void;
  filter: string | null;
  onFilter: (filter: string | null) => void;
  toList: () => void;
  /** What was just done, or how many are gathered. */
  says: string;
  searchRef: Ref<TextElement>;
  order: Order;
  onOrder: (order: Order) => void;
}) {
  const counts = useMemo(() => {
    const byClass = Map.groupBy(work.items, (item) => item.class);
    return (one: ItemClass): number => byClass.get(one)?.length ?? 0;
  }, [work]);
  return (
    <div className={styles.tools}>
      <Chip
        on={wanted === null && only === null}
        onPress={() => {
          onWanted(null);
          onOnly(null);
        }}
      >
        All {work.items.length}
      </Chip>
      {itemClasses.map((one) => (
        <Chip
          key={one}
          on={wanted === one}
          onPress={() => {
            onOnly(null);
            onWanted(wanted === one ? null : one);
          }}
        >
          {classSays[one]} {counts(one)}
        </Chip>
      ))}
      {only !== null && (
        <span className={styles.only}>
          Only those {only.says}
          <IconButton small icon="close" label="Show the others too" onPress={() => onOnly(null)} />
        </span>
      )}
      <span className={styles.space} />
      <span className={styles.said} role="status">
        {says}
      </span>
      <Choice
        label="Sort the items"
        words={sorts}
        keys="S"
        value={order.sort}
        onChoose={(sort) => onOrder({ ...order, sort })}
      >
        Sort
      </Choice>
      <Choice
        label="Group the items"
        words={groupings}
        keys="G"
        value={order.grouping}
        onChoose={(grouping) => onOrder({ ...order, grouping })}
      >
        Group
      </Choice>
      {filter === null ? (
        <button type="button" className={styles.chip} onClick={() => onFilter('')}>
          Filter <KeyCaps of="/" silent />
        </button>
      ) : (
        <span className={styles.filter}>
          <TextField
            label="Filter the items"
            hideLabel
            type="search"
            placeholder="Key, words, function"
            value={filter}
            onChange={onFilter}
            autoFocus
            inputRef={searchRef}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.stopPropagation();
                onFilter(null);
                toList();
              } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault();
                toList();
              }
            }}
          />
        </span>
      )}
    </div>
  );
}

function Choice<Id extends string>({
  label,
  words,
  keys,
  value,
  onChoose,
  children,
}: {
  label: string;
  words: Readonly<Record<Id, string>>;
  keys: string;
  value: Id;
  onChoose: (id: Id) => void;
  children: ReactNode;
}) {
  const entries = (Object.keys(words) as Id[]).map((id) => ({
    id,
    says: words[id],
    checked: id === value,
    onPress: () => onChoose(id),
  }));
  return (
    <Menu label={label} look="plain" placement="below-end" entries={entries}>
      <span className={styles.chip}>
        {children} <KeyCaps of={keys} silent />
      </span>
    </Menu>
  );
}

function Chip({ on, onPress, children }: { on: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} onClick={onPress}>
      {children}
    </button>
  );
}
