/** A field for a number; what is typed stays as it was typed until the field is left. */
import { useMemo, useState } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldProps, type Problem } from './field.tsx';
import { takesFocus } from './focus.ts';
import { formatNumber, parseNumber, signsOf } from './number-text.ts';
import styles from './number-field.module.css';

/** A number or nothing. Text that is no number, or one outside of the bounds, is kept, explained and not handed on. */
export function NumberField({
  value,
  onChange,
  onBlur,
  least,
  most,
  whole = false,
  unit,
  before,
  locale,
  width = 96,
  placeholder,
  autoFocus = false,
  ...field
}: FieldProps & {
  value: number | null;
  onChange: (value: number | null) => void;
  onBlur?: (() => void) | undefined;
  least?: number | undefined;
  most?: number | undefined;
  whole?: boolean | undefined;
  /** Stands after the number. */
  unit?: string | undefined;
  /** Stands before the number. */
  before?: string | undefined;
  locale?: string | undefined;
  /** In pixels; null fills the line. */
  width?: number | null | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [known, setKnown] = useState(value);
  const signs = useMemo(() => signsOf(locale), [locale]);
  if (known !== value) {
    // Changed from elsewhere, as by undo: what was typed no longer says what is there.
    setKnown(value);
    if (typed !== null && parseNumber(typed, signs) !== value) setTyped(null);
  }
  const at = (bound: number): string => formatNumber(bound, locale);
  const wrongWith = (text: string): string | undefined => {
    const read = parseNumber(text, signs);
    if (read === undefined) return `“${text.trim()}” is not a number.`;
    if (read === null) return undefined;
    if (whole && !Number.isInteger(read)) return 'Whole numbers only.';
    if (least !== undefined && read < least) return `${at(least)} is the least.`;
    return most !== undefined && read > most ? `${at(most)} is the most.` : undefined;
  };
  const wrong = typed === null ? undefined : wrongWith(typed);
  const problem: Problem | undefined = wrong ?? field.problem;
  const shown = value === null ? '' : formatNumber(value, locale);
  return (
    <Field {...field} problem={problem}>
      {(control) => (
        <span className={styles.line}>
          {before !== undefined && <span className={styles.unit}>{before}</span>}
          <input
            id={control.id}
            className={classNames(control.className, styles.number, control.bare && styles.fit)}
            style={width === null || control.bare ? undefined : { inlineSize: width }}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            value={typed ?? shown}
            readOnly={control.readOnly}
            placeholder={control.readOnly ? undefined : (placeholder ?? ' ')}
            autoFocus={autoFocus}
            {...(autoFocus ? takesFocus : {})}
            {...control.aria}
            onChange={(event) => {
              const text = event.target.value;
              setTyped(text);
              const read = parseNumber(text, signs);
              if (read !== undefined && read !== value && wrongWith(text) === undefined) onChange(read);
            }}
            onBlur={() => {
              if (wrong === undefined) setTyped(null);
              onBlur?.();
            }}
          />
          {unit !== undefined && <span className={styles.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
