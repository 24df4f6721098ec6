/** One choice from a row of cells: a two-ended scale, boxes for digits, or plain words. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { takesFocus } from './focus.ts';
import { digitOf, moveAlong } from './segment-moves.ts';
import styles from './segments.module.css';

/** A cell. Digits choose by `digit`, which the value is when it is a number. */
export type Segment<Value extends string | number> = {
  readonly value: Value;
  /** The word; on a scale it shows when the cell is chosen, in boxes it is read out only. */
  readonly says: string;
  readonly digit?: number | undefined;
  /** Boxes only: without a frame, apart from the others, for "cannot say". */
  readonly apart?: true | undefined;
};

/**
 * A row of cells of which none or one is chosen. Arrows and digits choose, Space and Enter choose the cell in focus,
 * Backspace and Del choose none where `onChange` takes null. `scale` takes 0 to 4 in the colours of the ratings.
 */
export function Segments<Value extends string | number>({
  kind = 'plain',
  options,
  value,
  onChange,
  clearable = true,
  brief = false,
  ends,
  onKeyDown,
  autoFocus = false,
  ...field
}: FieldProps & {
  kind?: 'scale' | 'digits' | 'plain' | undefined;
  options: readonly Segment<Value>[];
  value: Value | null;
  onChange: (value: Value | null) => void;
  clearable?: boolean | undefined;
  /** A scale in little room: the chosen cell shows its digit only, and its word stands elsewhere. */
  brief?: boolean | undefined;
  /** What both ends stand for, written under them. */
  ends?: readonly [low: ReactNode, high: ReactNode] | undefined;
  /** Hears what the row itself does not use. */
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  autoFocus?: boolean | undefined;
}) {
  const row = useRef<HTMLDivElement>(null);
  const chosen = options.findIndex((option) => option.value === value);
  const focusAt = (at: number): void => row.current?.querySelectorAll<HTMLElement>('[role=radio]')[at]?.focus();
  return (
    <Field {...field} group>
      {(control) => {
        const choose = (at: number): void => {
          const option = options[at];
          if (option === undefined || control.readOnly) return;
          focusAt(at);
          if (option.value !== value) onChange(option.value);
        };
        const hear = (event: KeyboardEvent): void => {
          const cells = [...(row.current?.querySelectorAll('[role=radio]') ?? [])];
          const at = cells.indexOf(event.target as Element);
          const digit = digitOf(event);
          const meant = digit === null ? -1 : options.findIndex((option) => (option.digit ?? option.value) === digit);
          const moved =
            event.ctrlKey || event.metaKey || event.altKey ? null : moveAlong(event.key, at, options.length);
          if (meant >= 0) choose(meant);
          else if (moved !== null) choose(moved);
          else if (event.key === ' ') choose(at);
          else if ((event.key === 'Backspace' || event.key === 'Delete') && clearable && !control.readOnly) {
            if (value !== null) onChange(null);
          } else {
            onKeyDown?.(event);
            return;
          }
          event.preventDefault();
        };
        return (
          <>
            <div
              ref={row}
              role="radiogroup"
              className={classNames(styles.row, styles[kind])}
              aria-label={control.aria['aria-label']}
              aria-labelledby={field.hideLabel === true ? undefined : `${control.id}-label`}
              aria-describedby={control.aria['aria-describedby']}
              aria-readonly={control.readOnly ? 'true' : undefined}
              onKeyDown={hear}
            >
              {options.map((option, at) => (
                <button
                  key={option.value}
                  type="button"
                  role="radio"
                  aria-checked={at === chosen}
                  aria-label={kind === 'plain' ? undefined : `${option.value} ${option.says}`}
                  tabIndex={at === Math.max(0, chosen) ? 0 : -1}
                  className={classNames(styles.cell, option.apart && styles.apart, control.readOnly && styles.locked)}
                  data-level={kind === 'scale' && at === chosen ? option.value : undefined}
                  onClick={() => choose(at)}
                  {...(autoFocus && at === Math.max(0, chosen) ? takesFocus : {})}
                >
                  {faceOf(kind, option, at === chosen && !brief)}
                </button>
              ))}
            </div>
            {ends !== undefined && (
              <div className={styles.ends}>
                <span>{ends[0]}</span>
                <span>{ends[1]}</span>
              </div>
            )}
          </>
        );
      }}
    </Field>
  );
}

function faceOf(kind: 'scale' | 'digits' | 'plain', option: Segment<string | number>, worded: boolean): ReactNode {
  if (kind === 'plain') return option.says;
  return kind === 'scale' && worded ? `${option.value} ${option.says}` : option.value;
}
