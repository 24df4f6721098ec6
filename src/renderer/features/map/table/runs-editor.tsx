/** When a priority runs, what its first step is, and what it waits for. */
import { deleteRow, insertRow } from '../../../../shared/model/change.ts';
import type { Priority } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly, useRows } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { priorityTag } from '../use-map.ts';
import { CellPanel } from './cell-panel.tsx';
import styles from './editors.module.css';

/** The panel. */
export function RunsEditor({ priority: { id } }: { priority: Priority }) {
  return (
    <CellPanel label="Runs">
      <div className={styles.pair}>
        <Field entity="priority" id={id} name="startOn" />
        <Field entity="priority" id={id} name="endOn" />
      </div>
      <Field entity="priority" id={id} name="firstStep" />
      <Field entity="priority" id={id} name="firstStepOn" />
      <NeedsField id={id} />
    </CellPanel>
  );
}

/** The priorities that have to end first. */
function NeedsField({ id }: { id: string }) {
  const file = useFile();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const priorities = useRows('priority');
  const needs = useRows('dependency').filter((row) => row.priority === id);
  const open = priorities.filter((row) => row.id !== id && !needs.some((link) => link.needs === row.id));
  const tag = (other: string): string => {
    const row = priorities.find((one) => one.id === other);
    return row === undefined ? '' : priorityTag(row);
  };
  return (
    <div className={styles.needs}>
      {needs.map((link) => (
        <div key={link.id} className={styles.need} data-place={`dependency:${link.id}`}>
          <IdTag>{tag(link.needs)}</IdTag>
          <span>{priorities.find((one) => one.id === link.needs)?.title}</span>
          {!readOnly && (
            <IconButton
              icon="close"
              small
              label={`Does not wait for ${tag(link.needs)}`}
              onPress={() =>
                void file.edit(`${tag(id)} no longer waits for ${tag(link.needs)}`, [deleteRow('dependency', link.id)])
              }
            />
          )}
        </div>
      ))}
      {!readOnly && open.length > 0 && (
        <ComboBox
          label="Waits for"
          items={open.map((row) => ({ id: row.id, says: `${row.label} ${row.title}`.trim() }))}
          value={null}
          onChoose={(other) => {
            if (other === null) return;
            void file.edit(`${tag(id)} waits for ${tag(other)}`, [
              insertRow('dependency', file.newId(), { engagement, priority: id, needs: other }),
            ]);
          }}
        />
      )}
    </div>
  );
}
