/** Something that opens in place. */
import { type ReactNode, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './disclosure.module.css';

/** A heading that opens and closes what is under it; it keeps its own state unless `open` is given. */
export function Disclosure({
  summary,
  open,
  onToggle,
  aside,
  children,
}: {
  summary: ReactNode;
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
  /** Stands at the end of the line, outside of the button. */
  aside?: ReactNode | undefined;
  children: ReactNode;
}) {
  const [own, setOwn] = useState(false);
  const id = useId();
  const shown = open ?? own;
  return (
    <div>
      <div className={styles.line}>
        <button
          type="button"
          className={classNames(styles.summary, shown && styles.open)}
          aria-expanded={shown}
          aria-controls={shown ? id : undefined}
          onClick={() => {
            setOwn(!shown);
            onToggle?.(!shown);
          }}
        >
          <Icon name="chevron-right" small />
          <span>{summary}</span>
        </button>
        {aside}
      </div>
      {shown && <div id={id}>{children}</div>}
    </div>
  );
}
