/** The limits in one line at the foot of the table, so that they stay in view while plans are made. */
import { inOrder } from '../../../parts/names.ts';
import { useToldRows } from '../../../parts/told-rows.ts';
import { LinkButton } from '../../../ui/button.tsx';
import styles from './limits.module.css';

/** Names the limits, fixed ones first; opens them beside the table. */
export function LimitsLine({ onOpen }: { onOpen: () => void }) {
  const limits = inOrder(useToldRows('limit'));
  if (limits.length === 0) return null;
  const parts = [
    { says: 'Fixed', rows: limits.filter((row) => row.hold === 'fixed') },
    { says: 'Free to try', rows: limits.filter((row) => row.hold === 'free') },
    { says: 'Not marked', rows: limits.filter((row) => row.hold === null) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section className={styles.foot} aria-label="Limits">
      <p className={styles.words}>
        {parts.map(({ says, rows }) => (
          <span key={says}>
            <b>{says}:</b> {rows.map((row) => row.text).join('; ')}{' '}
          </span>
        ))}
      </p>
      <LinkButton onPress={onOpen}>Show beside</LinkButton>
    </section>
  );
}
