/** Rows of an entity as a table to type in: a column for each field, add, remove and move by keyboard. */
import { type ReactNode, useRef } from 'react';
import { insertRow, deleteRow, type FieldsOf } from '../../shared/model/change.ts';
import { entities, type EntityName, type RowOf } from '../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly } from '../data/hooks.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field, type FieldLook, type FieldName } from './field.tsx';
import styles from './row-list.module.css';

/** A column: a field of the row, or whatever `show` draws. */
export type Column<N extends EntityName> = FieldLook & {
  readonly field?: FieldName<N>;
  readonly head: string;
  /** Width as CSS grid takes it: "1fr", "120px". */
  readonly width?: string;
  readonly show?: (row: RowOf<N>) => ReactNode;
};

/** What a list of rows is made of. */
export type RowListProps<N extends EntityName> = {
  readonly entity: N;
  readonly rows: readonly RowOf<N>[];
  readonly columns: readonly Column<N>[];
  /** Fields of a new row; without it nothing can be added here. */
  readonly fresh?: () => FieldsOf<N>;
  /** What the button that adds says: "Add a symptom". */
  readonly adds?: string;
  /** Said in place of the rows when there are none. */
  readonly empty?: string;
  /** Name of the list for screen readers. */
  readonly label: string;
  /** Hides the words above the columns. */
  readonly bare?: true;
};

/** Draws the rows; Ctrl Delete in a row removes it, which undo brings back. */
export function RowList<N extends EntityName>(props: RowListProps<N>) {
  const { entity, rows, columns, fresh, adds, empty, label, bare } = props;
  const file = useFile();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const box = useRef<HTMLDivElement>(null);
  const { one } = entities[entity];
  const widths = `${columns.map((column) => column.width ?? '1fr').join(' ')}${readOnly ? '' : ' 28px'}`;

  const add = (): void => {
    if (fresh === undefined) return;
    const id = file.newId();
    const scope = entities[entity].scope === 'engagement' ? { engagement: engagement.id } : {};
    void file.edit(`Add a ${one}`, [insertRow(entity, id, { ...scope, ...fresh() } as FieldsOf<N>)]);
    focusSoon(box.current, `[data-place="${entity}:${id}"]`);
  };
  const remove = (row: RowOf<N>): void => {
    const at = rows.indexOf(row);
    const next = rows[at + 1] ?? rows[at - 1];
    void file.edit(`Remove a ${one}`, [deleteRow(entity, row.id)]);
    focusSoon(box.current, next === undefined ? 'button' : `[data-place="${entity}:${next.id}"]`);
  };

  return (
    <div className={styles.box} ref={box}>
      <div {...(rows.length > 0 ? { role: 'table', 'aria-label': label } : {})}>
        {!bare && rows.length > 0 && (
          <div role="row" className={styles.head} style={{ gridTemplateColumns: widths }}>
            {columns.map((column) => (
              <span role="columnheader" key={column.head}>
                {column.head}
              </span>
            ))}
          </div>
        )}
        {rows.map((row) => (
          <div
            role="row"
            key={row.id}
            data-place={`${entity}:${row.id}`}
            className={styles.row}
            style={{ gridTemplateColumns: widths }}
            onKeyDown={(event) => {
              if (event.key !== 'Delete' || !(event.ctrlKey || event.metaKey) || readOnly) return;
              event.preventDefault();
              remove(row);
            }}
          >
            {columns.map((column) => (
              <div role="cell" key={column.head} className={styles.cell} data-head={column.head}>
                {column.show?.(row)}
                {column.field !== undefined && (
                  <Field entity={entity} id={row.id} name={column.field} hideLabel bare {...lookOf(column)} />
                )}
              </div>
            ))}
            {!readOnly && (
              <div role="cell" className={styles.remove}>
                <IconButton icon="close" label={`Remove this ${one}`} onPress={() => remove(row)} />
              </div>
            )}
          </div>
        ))}
      </div>
      {rows.length === 0 && empty !== undefined && <p className={styles.empty}>{empty}</p>}
      {fresh !== undefined && !readOnly && (
        <Button kind="quiet" icon="plus" onPress={add}>
          {adds ?? `Add a ${one}`}
        </Button>
      )}
    </div>
  );
}

/** Puts the focus into something that is about to be drawn. */
function focusSoon(box: HTMLElement | null, selector: string): void {
  requestAnimationFrame(() => {
    const place = box?.querySelector<HTMLElement>(selector);
    const inner = place?.matches('button')
      ? place
      : place?.querySelector<HTMLElement>('input, textarea, select, button');
    inner?.focus();
  });
}

function lookOf<N extends EntityName>({
  head,
  field: _field,
  width: _width,
  show: _show,
  ...look
}: Column<N>): FieldLook {
  return { label: head, ...look };
}
