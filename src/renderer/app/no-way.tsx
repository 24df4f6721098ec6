/** What a page shows that has no way to the core. */
import type { NoConnection } from '../data/connection.ts';
import styles from './no-way.module.css';

/** Says why, what is safe, and what to do. */
export function NoWay({ why }: { why: NoConnection }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>
        {why === 'reloaded' ? 'This page was reloaded' : 'This address has been used already'}
      </h1>
      <p>
        {why === 'reloaded'
          ? 'The key to your files is kept in the page only, so a reloaded page has none. A new window opens in a moment and shows the same place; this one can be closed. Everything that was saved is on disk.'
          : 'Each address opens one window, within 30 seconds. Start Throughline again, or use the new address that it printed. Nothing was changed.'}
      </p>
    </main>
  );
}
