/** How far a suggestion can be relied on: three steps, with the word read out. */
import type { SuggestStrength } from '../../../../shared/analysis/suggest/suggest.ts';
import styles from './strength.module.css';

const steps: Readonly<Record<SuggestStrength, number>> = { weak: 1, fair: 2, strong: 3 };

/** Draws the steps. */
export function Strength({ of }: { of: SuggestStrength }) {
  return (
    <span className={styles.steps} role="img" aria-label={`${of} suggestion`} title={`${of} suggestion`}>
      {[1, 2, 3].map((step) => (
        <span key={step} data-filled={step <= steps[of] ? '' : undefined} />
      ))}
    </span>
  );
}
