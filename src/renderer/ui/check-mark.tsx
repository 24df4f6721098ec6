/** The mark of a check: its shape says how grave it is, its colour says it again. */
import { Icon } from './icon.tsx';
import styles from './check-mark.module.css';

/** How grave a check is. */
export type CheckKind = 'blocker' | 'warning' | 'advice';

const says: Readonly<Record<CheckKind, string>> = { blocker: 'Blocker', warning: 'Warning', advice: 'Advice' };

/** Octagon, triangle or circle, named for screen readers. */
export function CheckMark({ kind }: { kind: CheckKind }) {
  return (
    <span className={styles.mark} data-kind={kind}>
      <Icon name={kind} small label={says[kind]} />
    </span>
  );
}
