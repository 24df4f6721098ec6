/** Words for people who hear the screen. */
import { type ReactNode } from 'react';
import styles from './spoken.module.css';

/** Text that is read out and not seen. */
export function Spoken({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <span className={styles.spoken} id={id}>
      {children}
    </span>
  );
}
