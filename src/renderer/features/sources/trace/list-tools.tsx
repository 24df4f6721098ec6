/** What stands above the list of items: the classes with their counts, what a figure asked for, the filter. */
import { type ReactNode, type Ref, useMemo } from 'react';
import type { ItemClass, OpenWork } from '../../../../shared/analysis/backlog-items.ts';
import { IconButton } from '../../../ui/button.tsx';
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import { type TextElement, TextField } from '../../../ui/text-field.tsx';
import { classSays, itemClasses } from '../use-open-work.ts';
import type { Only } from './summary.tsx';
import styles from './item-list.module.css';

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

function Chip({ on, onPress, children }: { on: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} onClick={onPress}>
      {children}
    </button>
  );
}
