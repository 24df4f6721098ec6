/** Since when a symptom is seen: the month, which opens to the day and to who told it. */
import { useRef, useState } from 'react';
import type { Symptom } from '../../../shared/model/index.ts';
import { useReadOnly } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { showDay } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import styles from './symptoms.module.css';

/** Shows the month of a symptom. */
export function SymptomSince({ symptom, onRemove }: { symptom: Symptom; onRemove: () => void }) {
  const { id, since, toldBy } = symptom;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const readOnly = useReadOnly();
  const month = since === null ? 'Not known' : showDay(since, 'month');
  const told = toldBy === '' ? '' : `, told by ${toldBy}`;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.since}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`${month}: seen since${told}`}
        data-place={`symptom:${id}:since`}
        data-empty={since === null ? '' : undefined}
        onClick={() => setOpen(!open)}
      >
        {month}
      </button>
      {open && (
        <Popover
          anchor={button}
          label="Since when, and who told it"
          placement="below-end"
          onClose={() => setOpen(false)}
        >
          <div className={styles.details}>
            <Field
              entity="symptom"
              id={id}
              name="since"
              label="Seen since"
              hint="The first of the month where only the month is known"
            />
            <Field entity="symptom" id={id} name="toldBy" />
            {!readOnly && (
              <Button
                small
                kind="quiet"
                icon="trash"
                onPress={() => {
                  setOpen(false);
                  onRemove();
                }}
              >
                Remove this symptom
              </Button>
            )}
          </div>
        </Popover>
      )}
    </>
  );
}
