/** Which measure goes and which takes its place, for whom and from when. */
import { insertRow } from '../../../../shared/model/change.ts';
import type { MeasureChange, Priority } from '../../../../shared/model/index.ts';
import { useFile } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { lastPosition } from '../../../parts/names.ts';
import { priorityTag } from '../use-map.ts';
import { CellPanel } from './cell-panel.tsx';
import { EntryList } from '../entries/entry-list.tsx';
import styles from './editors.module.css';

/** The panel. */
export function MeasuresEditor({ priority, measures }: { priority: Priority; measures: readonly MeasureChange[] }) {
  return (
    <CellPanel label="Measure" wide>
      <MeasureEntries priority={priority} measures={measures} />
    </CellPanel>
  );
}

/** The measure changes of a priority, each as a small form. */
export function MeasureEntries({ priority, measures }: { priority: Priority; measures: readonly MeasureChange[] }) {
  const file = useFile();
  return (
    <EntryList
      entity="measureChange"
      rows={measures}
      says="measure change"
      fresh={(engagement) => {
        const id = file.newId();
        const position = lastPosition(measures);
        return {
          id,
          label: `Change a measure for ${priorityTag(priority)}`,
          changes: [insertRow('measureChange', id, { engagement, priority: priority.id, position })],
        };
      }}
    >
      {({ id }) => (
        <>
          <Field entity="measureChange" id={id} name="drop" />
          <Field entity="measureChange" id={id} name="add" />
          <div className={styles.pair}>
            <Field entity="measureChange" id={id} name="function" />
            <Field entity="measureChange" id={id} name="from" />
          </div>
          <Field entity="measureChange" id={id} name="followsConstraint" />
        </>
      )}
    </EntryList>
  );
}
