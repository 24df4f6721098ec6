/** What people told of a decision in one function or level: rows to type in, the first of them ready. */
import { useRef, useState } from 'react';
import { deleteRow, type FieldsOf, insertRow } from '../../../shared/model/change.ts';
import { entities } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { useToldRows } from '../../parts/told-rows.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './playback.module.css';

/** Rows of one entity that hang on a decision and a function or level. */
export function ToldRows({
  entity,
  decision,
  at,
  place,
  label,
  adds,
  placeholder,
}: {
  entity: 'choiceMade' | 'namedSuccess';
  decision: string;
  at: { readonly function: string } | { readonly level: string };
  /** Mark of a place that leads here. */
  place: string | undefined;
  /** Names the field for screen readers. */
  label: string;
  adds: string;
  placeholder: string;
}) {
  const file = useFile();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const box = useRef<HTMLDivElement>(null);
  const all = useToldRows(entity);
  const rows = all.filter((row) => row.decision === decision && isAt(row, at));
  // A row that is not there yet keeps its id when it is typed into, so that the caret stays.
  const [blank, setBlank] = useState(() => file.newId());
  const ids = rows.length > 0 ? rows.map((row) => row.id) : readOnly ? [] : [blank];
  const fresh = (): FieldsOf<typeof entity> => ({ decision, ...at });
  const { one } = entities[entity];
  const focusIn = (selector: string): void =>
    void requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(selector)?.focus());
  const add = (): void => {
    const id = file.newId();
    void file.edit(`Add a ${one}`, [insertRow(entity, id, { engagement, ...fresh() })]);
    focusIn(`[data-place="${entity}:${id}:what"] textarea`);
  };
  return (
    <div ref={box} data-place={place} className={styles.rows}>
      {rows.length === 0 && readOnly && <span className={styles.faint}>{placeholder}</span>}
      {ids.map((id) => (
        <div key={id} className={styles.one} data-place={`${entity}:${id}`}>
          <Field
            entity={entity}
            id={id}
            name="what"
            fresh={fresh}
            label={label}
            hideLabel
            bare
            placeholder={placeholder}
          />
          <div className={styles.by} hidden={rows.length === 0}>
            <Field entity={entity} id={id} name="toldBy" hideLabel bare placeholder="Told by" />
            {!readOnly && <IconButton icon="plus" small label={adds} onPress={add} />}
            {!readOnly && (
              <IconButton
                icon="close"
                small
                label={`Remove this ${one}`}
                onPress={() => {
                  void file.edit(`Remove a ${one}`, [deleteRow(entity, id)]);
                  setBlank(file.newId());
                  focusIn('textarea');
                }}
              />
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

function isAt(row: object, at: object): boolean {
  return Object.entries(at).every(([name, value]) => (row as Readonly<Record<string, unknown>>)[name] === value);
}
