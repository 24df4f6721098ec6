/** A value that is drawn along a line, for trying figures out; the number stands beside it. */
import type { CSSProperties, Ref } from 'react';
import { Field, type FieldProps } from './field.tsx';
import styles from './slider.module.css';

/** A slider with marks under it. `says` is the value in words, for people who hear the screen. */
export function Slider({
  value,
  least,
  most,
  step,
  onChange,
  says,
  marks = [],
  inputRef,
  ...field
}: FieldProps & {
  value: number;
  least: number;
  most: number;
  /** Distance of two values. */
  step: number;
  onChange: (value: number) => void;
  says: string;
  marks?: readonly { readonly at: number; readonly says: string }[];
  inputRef?: Ref<HTMLInputElement>;
}) {
  const share = (at: number): number => (most <= least ? 0 : Math.min(1, Math.max(0, (at - least) / (most - least))));
  return (
    <Field {...field}>
      {(control) => (
        <span className={styles.slider} style={{ '--share': `${share(value) * 100}%` } as CSSProperties}>
          <input
            id={control.id}
            ref={inputRef}
            type="range"
            className={styles.range}
            min={least}
            max={most}
            step={step}
            value={value}
            disabled={control.readOnly}
            aria-valuetext={says}
            {...control.aria}
            onChange={(event) => onChange(Number(event.target.value))}
          />
          <span className={styles.marks} aria-hidden="true">
            {marks.map((mark) => (
              <span
                key={mark.says}
                className={styles.mark}
                // The thumb is 20 wide and stands inside of the ends.
                style={{ insetInlineStart: `calc(10px + (100% - 20px) * ${share(mark.at)})` }}
              >
                {mark.says}
              </span>
            ))}
          </span>
        </span>
      )}
    </Field>
  );
}
