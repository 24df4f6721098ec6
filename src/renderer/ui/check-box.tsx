/** A box that is ticked or not. */
import { type ReactNode, useId } from 'react';
import { useReadOnly } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './check-box.module.css';

/** A box with its words beside it; `mixed` is drawn as a dash and becomes ticked when pressed. */
export function CheckBox({
  label,
  hideLabel = false,
  checked,
  onChange,
  hint,
  readOnly = false,
  place,
}: {
  label: ReactNode;
  hideLabel?: boolean | undefined;
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
  hint?: string | undefined;
  readOnly?: boolean | undefined;
  /** Written as `data-place`, for a jump to this box. */
  place?: string | undefined;
}) {
  const id = useId();
  const locked = useReadOnly() || readOnly;
  return (
    <div className={styles.line} data-place={place}>
      <span className={styles.frame}>
        <input
          id={id}
          type="checkbox"
          className={styles.box}
          checked={checked === true}
          ref={(node) => {
            if (node !== null) node.indeterminate = checked === 'mixed';
          }}
          aria-label={hideLabel && typeof label === 'string' ? label : undefined}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          aria-readonly={locked ? 'true' : undefined}
          onChange={(event) => {
            if (!locked) onChange(event.target.checked);
          }}
        />
        {checked !== false && <Icon name={checked === true ? 'check' : 'minus'} small />}
      </span>
      {!hideLabel && (
        <span>
          <label htmlFor={id}>{label}</label>
          {hint !== undefined && (
            <span className={styles.hint} id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      )}
    </div>
  );
}
