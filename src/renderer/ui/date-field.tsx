/** A field for a calendar day, written YYYY-MM-DD or missing. */
import { useState } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { takesFocus } from './focus.ts';
import styles from './date-field.module.css';

/** A day or none. A day that is half typed is not handed on; without a frame it reads as words until it is edited. */
export function DateField({
  value,
  onChange,
  onBlur,
  earliest,
  latest,
  locale,
  autoFocus = false,
  ...field
}: FieldProps & {
  value: string | null;
  onChange: (day: string | null) => void;
  onBlur?: (() => void) | undefined;
  earliest?: string | undefined;
  latest?: string | undefined;
  locale?: string | undefined;
  autoFocus?: boolean | undefined;
}) {
  // What the element holds while a part of it is being typed: nothing, or a year such as 0002, 0020, 0202.
  const [draft, setDraft] = useState<string | null>(null);
  const [unread, setUnread] = useState(false);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(null);
    setUnread(false);
  }
  const problem = field.problem ?? (unread ? 'This day does not exist.' : undefined);
  return (
    <Field {...field} problem={problem}>
      {(control) => (
        <span className={styles.frame}>
          <input
            id={control.id}
            className={classNames(
              control.className,
              styles.date,
              (value !== null || control.readOnly) && draft === null && styles.spelled,
            )}
            type="date"
            value={draft ?? value ?? ''}
            min={earliest ?? '1900-01-01'}
            max={latest ?? '2199-12-31'}
            readOnly={control.readOnly}
            data-empty={value === null ? '' : undefined}
            autoFocus={autoFocus}
            {...(autoFocus ? takesFocus : {})}
            {...control.aria}
            onChange={(event) => {
              const { value: day, validity } = event.target;
              setUnread(false);
              // Half typed it stays as it is: put back, a leading 0 would be forgotten and the next digits go astray.
              if ((day === '' && validity.badInput) || (day !== '' && day < '1900')) {
                setDraft(day);
                return;
              }
              setDraft(null);
              onChange(day === '' ? null : day);
            }}
            onBlur={(event) => {
              setUnread(event.target.validity.badInput || draft !== null);
              onBlur?.();
            }}
          />
          {(value !== null || control.readOnly) && draft === null && (
            <span className={classNames(styles.words, control.bare && styles.bare)} aria-hidden="true">
              {value === null ? '–' : spellDay(value, locale)}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}

function spellDay(day: string, locale: string | undefined): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  );
}
