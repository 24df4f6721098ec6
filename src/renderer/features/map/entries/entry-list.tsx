/** Several small forms, one below the other, to which one can be added and from which each can be taken. */
import { type ReactNode, useRef } from 'react';
import { type Change, deleteRow } from '../../../../shared/model/change.ts';
import type { EntityName } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly } from '../../../data/hooks.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import styles from './entries.module.css';

/** A new entry: its id and what inserts it. */
export type FreshEntry = { readonly id: string; readonly label: string; readonly changes: readonly Change[] };

/** The forms; the focus goes to a new one, and to a neighbour when one is taken away. */
export function EntryList<R extends { readonly id: string }>({
  entity,
  rows,
  says,
  fresh,
  children,
}: {
  entity: EntityName;
  rows: readonly R[];
  /** What one of them is called. */
  says: string;
  fresh: (engagement: string) => FreshEntry;
  children: (row: R) => ReactNode;
}) {
  const file = useFile();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const box = useRef<HTMLDivElement>(null);
  const focusSoon = (selector: string): void => {
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`${selector} :is(input, textarea, select, button)`)?.focus(),
    );
  };
  const add = (): void => {
    const { id, label, changes } = fresh(engagement);
    void file.edit(label, changes);
    focusSoon(`[data-place="${entity}:${id}"]`);
  };
  const remove = (row: R): void => {
    const at = rows.indexOf(row);
    const next = rows[at + 1] ?? rows[at - 1];
    void file.edit(`Remove a ${says}`, [deleteRow(entity, row.id)]);
    focusSoon(next === undefined ? '[data-adds]' : `[data-place="${entity}:${next.id}"]`);
  };
  return (
    <div ref={box} className={styles.entries}>
      {rows.map((row, at) => (
        <div
          key={row.id}
          role="group"
          aria-label={`${says} ${at + 1} of ${rows.length}`}
          className={styles.entry}
          data-place={`${entity}:${row.id}`}
        >
          <div className={styles.fields}>{children(row)}</div>
          {!readOnly && <IconButton icon="close" label={`Remove this ${says}`} onPress={() => remove(row)} />}
        </div>
      ))}
      {!readOnly && (
        <div data-adds>
          <Button kind={rows.length === 0 ? 'plain' : 'quiet'} icon="plus" onPress={add}>
            Add a {says}
          </Button>
        </div>
      )}
    </div>
  );
}
