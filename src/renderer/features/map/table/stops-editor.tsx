/** What ends so that there is room: each stop with who tells whom and from when, or why nothing ends. */
import { insertRow } from '../../../../shared/model/change.ts';
import type { Priority, Stop } from '../../../../shared/model/index.ts';
import { useFile } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { lastPosition } from '../../../parts/names.ts';
import { priorityTag } from '../use-map.ts';
import { CellPanel } from './cell-panel.tsx';
import { EntryList } from '../entries/entry-list.tsx';
import styles from './editors.module.css';

/** The panel. Without a stop it asks for one and for the reason why there is none. */
export function StopsEditor({ priority, stops }: { priority: Priority; stops: readonly Stop[] }) {
  return (
    <CellPanel label="Stops" wide>
      <StopEntries priority={priority} stops={stops} />
      {(stops.length === 0 || priority.noStopReason !== '') && (
        <Field entity="priority" id={priority.id} name="noStopReason" />
      )}
    </CellPanel>
  );
}

/** The stops of a priority, each as a small form. */
export function StopEntries({ priority, stops }: { priority: Priority; stops: readonly Stop[] }) {
  const file = useFile();
  return (
    <EntryList
      entity="stop"
      rows={stops}
      says="stop"
      fresh={(engagement) => {
        const id = file.newId();
        const position = lastPosition(stops);
        return {
          id,
          label: `Add a stop to ${priorityTag(priority)}`,
          changes: [insertRow('stop', id, { engagement, priority: priority.id, position })],
        };
      }}
    >
      {({ id }) => (
        <>
          <Field entity="stop" id={id} name="what" />
          <div className={styles.pair}>
            <Field entity="stop" id={id} name="whoTells" />
            <Field entity="stop" id={id} name="tellsWhom" />
            <Field entity="stop" id={id} name="from" />
            <Field entity="stop" id={id} name="frees" />
          </div>
        </>
      )}
    </EntryList>
  );
}
