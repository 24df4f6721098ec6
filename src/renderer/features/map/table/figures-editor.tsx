/** The figures of a criterion in the panel under their cell. */
import { useEffect, useRef } from 'react';
import type { Criterion } from '../../../../shared/model/index.ts';
import { useFile } from '../../../data/hooks.ts';
import { Field, placeOf } from '../../../parts/field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { CellPanel } from './cell-panel.tsx';
import styles from './editors.module.css';

/** From, to, in which form and unit, and which way is better; `typed` is the digit that began the edit. */
export function FiguresEditor({ criterion, typed }: { criterion: Criterion; typed: string | null }) {
  const { id, form } = criterion;
  const sides = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const field = sides.current?.querySelector('input') ?? null;
    if (typed === null || field === null) return;
    // As if it had been typed into the field, in place of what was there.
    field.setRangeText(typed, 0, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: typed }));
  });
  return (
    <CellPanel label="From, to">
      <div ref={sides} className={styles.pair}>
        <Side criterion={criterion} side="baseline" />
        <Side criterion={criterion} side="target" />
      </div>
      <div className={styles.pair}>
        <Field entity="criterion" id={id} name="form" />
        {form === 'number' && <Field entity="criterion" id={id} name="unit" />}
      </div>
      {form !== 'yes-no' && <Field entity="criterion" id={id} name="direction" none="As the figures say" />}
    </CellPanel>
  );
}

function Side({ criterion, side }: { criterion: Criterion; side: 'baseline' | 'target' }) {
  const file = useFile();
  const { id, form } = criterion;
  const label = side === 'baseline' ? 'From' : 'To';
  if (form === 'yes-no') {
    return (
      <Segments
        label={label}
        options={[
          { value: 'no', says: 'No', digit: 0 },
          { value: 'yes', says: 'Yes', digit: 1 },
        ]}
        value={criterion[side] === null ? null : criterion[side] > 0 ? 'yes' : 'no'}
        place={placeOf('criterion', id, side)}
        onChange={(value) =>
          void file.edit(`Set “${label}”`, [
            {
              op: 'update',
              entity: 'criterion',
              id,
              fields: { [side]: value === null ? null : value === 'yes' ? 1 : 0 },
            },
          ])
        }
      />
    );
  }
  return (
    <div className={styles.ratio}>
      <Field entity="criterion" id={id} name={side} label={form === 'percent' ? `${label}, %` : label} />
      {form === 'ratio' && (
        <Field entity="criterion" id={id} name={side === 'baseline' ? 'baselineOf' : 'targetOf'} label="of" />
      )}
    </div>
  );
}
