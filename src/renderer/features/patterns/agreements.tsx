/** How far two readers agree, in figures that say how many ratings are behind them. */
import { assessAgreement, kappaFrom } from '../../../shared/analysis/agreement.ts';
import { countOf, showNumber, showPercent } from '../../parts/format.ts';
import { type Compared, isOpen } from './compare.ts';
import styles from './compare.module.css';

/** Shows the figures. */
export function Agreements({ compared, reader }: { compared: readonly Compared[]; reader: string }) {
  const both = compared.flatMap(({ first, second }) => {
    const [a, b] = [first?.value ?? null, second?.value ?? null];
    return a === null || b === null ? [] : [{ first: a, second: b }];
  });
  const { n, same, share, kappa, apart } = assessAgreement(both);
  const open = compared.filter(isOpen).length;
  if (n === 0) return <p>{reader || 'The second reader'} rated nothing that the first reader rated too.</p>;
  return (
    <>
      <div className={styles.figures}>
        <div>
          <span className={styles.small}>Within one step</span>
          <span className={styles.figure}>{showPercent(share)}</span>
          <span className={styles.small}>of {countOf(n, 'rating by both', 'ratings by both')}</span>
        </div>
        <div>
          <span className={styles.small}>Weighted kappa</span>
          <span className={styles.figure}>{kappa === null ? '–' : showNumber(Math.round(kappa * 100) / 100)}</span>
          <span className={styles.small}>
            {n < kappaFrom ? `from ${kappaFrom} ratings on, n = ${n}` : kappa === null ? 'no spread' : `n = ${n}`}
          </span>
        </div>
        <div>
          <span className={styles.small}>Two steps or more apart</span>
          <span className={styles.figure}>{apart}</span>
          <span className={styles.small}>{open === 0 ? 'none open' : `${open} not settled`}</span>
        </div>
      </div>
      <p className={styles.small}>
        {same} the same. Kappa is 1 for full agreement and 0 for what chance gives, steps weighted evenly.
      </p>
    </>
  );
}
