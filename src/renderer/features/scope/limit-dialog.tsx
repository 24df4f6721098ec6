/** A limit in full: kind, fixed or free, who told it, and the experiments on it. */
import { deleteRow, updateRow } from '../../../shared/model/change.ts';
import type { Limit } from '../../../shared/model/index.ts';
import { entities } from '../../../shared/model/index.ts';
import { useFile, useReadOnly, useRow, useRows, useToday } from '../../data/hooks.ts';
import { Field, placeOf } from '../../parts/field.tsx';
import { namesApart } from '../../parts/names.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Experiments } from './experiments.tsx';
import { useFocusPlace } from './use-focus-place.ts';
import styles from './dialogs.module.css';

/** Shows a limit until it is closed or removed; `place` is what one came for. */
export function LimitDialog({ id, place, onClose }: { id: string; place?: string; onClose: () => void }) {
  const file = useFile();
  const readOnly = useReadOnly();
  const limit = useRow('limit', id);
  useFocusPlace(place ?? null);
  if (limit === undefined) return null;
  return (
    <Dialog
      title="Limit"
      size="large"
      onClose={onClose}
      footer={
        <>
          {!readOnly && (
            <Button
              kind="quiet"
              icon="trash"
              onPress={() => {
                onClose();
                void file.edit(`Remove the limit “${limit.text.slice(0, 60)}”`, [deleteRow('limit', id)]);
              }}
            >
              Remove this limit
            </Button>
          )}
          <span className={styles.space} />
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.two}>
        <div className={styles.wide}>
          <Field entity="limit" id={id} name="text" />
        </div>
        <Field entity="limit" id={id} name="kind" />
        <Hold limit={limit} />
        <ToldBy limit={limit} />
        <Field entity="limit" id={id} name="voice" />
        <Field entity="limit" id={id} name="markedOn" />
      </div>
      <Experiments limit={limit} />
    </Dialog>
  );
}

function Hold({ limit }: { limit: Limit }) {
  const file = useFile();
  const today = useToday();
  const options = Object.entries(entities.limit.fields.hold.options ?? {}).map(([value, says]) => ({
    value: value as 'fixed' | 'free',
    says,
  }));
  return (
    <Segments
      label="Fixed or free"
      options={options}
      value={limit.hold}
      place={placeOf('limit', limit.id, 'hold')}
      onChange={(hold) =>
        void file.edit(hold === 'free' ? 'Mark a limit as free to try' : 'Mark a limit as fixed', [
          updateRow('limit', limit.id, { hold, markedOn: today }),
        ])
      }
    />
  );
}

/** Who told it: somebody of the list, or any name. */
function ToldBy({ limit }: { limit: Limit }) {
  const file = useFile();
  const people = useRows('stakeholder');
  const { id, toldBy, toldByName } = limit;
  const items = [...namesApart(people, { full: true })].map(([person, says]) => ({ id: person, says }));
  const typed = toldBy === null && toldByName !== '';
  const set = (fields: Partial<Limit>): void =>
    void file.edit('Set who told a limit', [updateRow('limit', id, fields)]);
  return (
    <ComboBox
      label="Told by"
      items={typed ? [{ id: 'typed', says: toldByName, more: 'not in the list' }, ...items] : items}
      value={typed ? 'typed' : toldBy}
      place={placeOf('limit', id, 'toldBy')}
      onChoose={(chosen) => {
        if (chosen !== 'typed') set({ toldBy: chosen, toldByName: '' });
      }}
      onCreate={(text) => set({ toldBy: null, toldByName: text.slice(0, 500) })}
      createSays={(text) => `“${text}”, who is not in the list`}
    />
  );
}
