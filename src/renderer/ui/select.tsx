/** A choice from a short, known list, with the system's own list. */
import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { takesFocus } from './focus.ts';
import { Icon } from './icon.tsx';
import styles from './select.module.css';

/** One choice; choices with the same group stand under its name. */
export type Option<Id extends string = string> = { readonly id: Id; readonly says: string; readonly group?: string };

/** One of the options, or none where `none` names that. A value that no option has is shown as it is. */
export function Select<Id extends string>({
  value,
  options,
  onChange,
  onBlur,
  none,
  fit = false,
  autoFocus = false,
  ...field
}: FieldProps & {
  value: Id | null;
  options: readonly Option<Id>[];
  onChange: (id: Id | null) => void;
  onBlur?: (() => void) | undefined;
  /** What choosing nothing is called. Without it a choice cannot be taken back. */
  none?: string | undefined;
  /** As wide as the words, not as the line. */
  fit?: boolean | undefined;
  autoFocus?: boolean | undefined;
}) {
  const chosen = options.find((option) => option.id === value);
  return (
    <Field {...field}>
      {(control) =>
        control.readOnly ? (
          <output id={control.id} className={control.className} {...control.aria}>
            {chosen?.says ?? value ?? none ?? '–'}
          </output>
        ) : (
          <span className={classNames(styles.frame, fit && styles.fit, control.bare && styles.bare)}>
            <select
              id={control.id}
              className={classNames(control.className, styles.select)}
              value={value ?? ''}
              data-empty={value === null ? '' : undefined}
              autoFocus={autoFocus}
              {...(autoFocus ? takesFocus : {})}
              {...control.aria}
              onChange={(event) => onChange(options.find((option) => option.id === event.target.value)?.id ?? null)}
              onBlur={onBlur}
            >
              {(none !== undefined || value === null) && (
                <option value="" disabled={none === undefined}>
                  {none ?? ''}
                </option>
              )}
              {value !== null && chosen === undefined && <option value={value}>{value}</option>}
              {grouped(options).map(([group, members]) => {
                const items = members.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.says}
                  </option>
                ));
                return group === '' ? (
                  items
                ) : (
                  <optgroup key={group} label={group}>
                    {items}
                  </optgroup>
                );
              })}
            </select>
            {control.bare && (
              <span className={styles.words} data-empty={value === null ? '' : undefined} aria-hidden="true">
                {chosen?.says ?? value ?? none ?? ''}
              </span>
            )}
            <Icon name="chevron-down" small />
          </span>
        )
      }
    </Field>
  );
}

function grouped<Id extends string>(
  options: readonly Option<Id>[],
): readonly (readonly [string, readonly Option<Id>[]])[] {
  return [...Map.groupBy(options, (option) => option.group ?? '')];
}
