/** The readings of one criterion: those that were taken, and a new one. */
import { useState } from 'react';
import { insertRow } from '../../../shared/model/change.ts';
import type { Review } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly, useRow, useRows, useToday } from '../../data/hooks.ts';
import { RowList } from '../../parts/row-list.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showValue } from './words.ts';
import styles from './review.module.css';

/** Shows and takes readings. */
export function ReadingDialog({
  criterionId,
  review,
  onClose,
}: {
  criterionId: string;
  review: Review | null;
  onClose: () => void;
}) {
  const file = useFile();
  const engagement = useEngagement();
  const today = useToday();
  const readOnly = useReadOnly();
  const criterion = useRow('criterion', criterionId);
  const readings = useRows('reading')
    .filter((row) => row.criterion === criterionId)
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
  const [value, setValue] = useState<number | null>(null);
  const [of, setOf] = useState<number | null>(criterion?.targetOf ?? null);
  const [on, setOn] = useState<string | null>(review?.on ?? today);
  const [note, setNote] = useState('');
  if (criterion === undefined) return null;
  const ratio = criterion.form === 'ratio';
  const lacks = value === null ? 'A value is needed.' : on === null ? 'The day of the reading is needed.' : '';
  const add = (): void => {
    if (lacks !== '') return;
    void file.edit(`Read “${criterion.metric}”`, [
      insertRow('reading', file.newId(), {
        engagement: engagement.id,
        criterion: criterionId,
        review: review?.id ?? null,
        on,
        value,
        outOf: ratio ? of : null,
        note,
      }),
    ]);
    onClose();
  };
  return (
    <Dialog
      title={criterion.metric || 'Criterion'}
      onClose={onClose}
      footer={
        readOnly ? (
          <Button onPress={onClose}>Close</Button>
        ) : (
          <>
            <Button kind="primary" onPress={add} off={lacks}>
              Add the reading
            </Button>
            <Button onPress={onClose}>Close</Button>
          </>
        )
      }
    >
      <p className={styles.means}>
        From {showValue(criterion, criterion.baseline, criterion.baselineOf)} to{' '}
        {showValue(criterion, criterion.target, criterion.targetOf)}
        {criterion.readIn === '' ? '' : `, read in ${criterion.readIn}`}.
      </p>
      {!readOnly && (
        <form
          className={styles.reading}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          {criterion.form === 'yes-no' ? (
            <Segments
              label="Read"
              options={[
                { value: 1, says: 'Yes' },
                { value: 0, says: 'No' },
              ]}
              value={value}
              onChange={setValue}
              autoFocus
            />
          ) : (
            <NumberField
              label="Read"
              value={value}
              onChange={setValue}
              unit={criterion.form === 'percent' ? '%' : criterion.unit}
              autoFocus
            />
          )}
          {ratio && <NumberField label="Of" value={of} onChange={setOf} least={0} />}
          <DateField label="On" value={on} onChange={setOn} />
          <TextField label="Note" value={note} onChange={setNote} multiline />
          <button type="submit" hidden aria-hidden="true" />
        </form>
      )}
      {readings.length > 0 && (
        <RowList
          entity="reading"
          label="Readings taken"
          rows={readings}
          columns={[
            { head: 'On', field: 'on', width: '140px' },
            { head: 'Read', field: 'value', width: '100px' },
            ...(ratio ? [{ head: 'Of', field: 'outOf', width: '100px' } as const] : []),
            { head: 'Note', field: 'note' },
          ]}
        />
      )}
    </Dialog>
  );
}
