/** The evidence behind the pattern that is being rated. */
import type { PatternReading } from '../../../shared/analysis/severity.ts';
import { useReadOnly } from '../../data/hooks.ts';
import type { LinkedPiece } from '../../parts/evidence-links.ts';
import { type EvidenceChoice, EvidenceList } from '../../parts/evidence-list.tsx';
import { showNumber } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import styles from './ratings.module.css';

/** Shows what speaks for and against the pattern; `total` is all evidence that there is. */
export function EvidencePane({
  reading,
  pieces,
  choice,
  total,
  onLink,
}: {
  reading: PatternReading;
  pieces: readonly LinkedPiece[];
  choice: EvidenceChoice;
  total: number;
  onLink: () => void;
}) {
  const readOnly = useReadOnly();
  const rated = new Set(reading.indicators.filter((one) => one.value !== null).map((one) => one.indicator.id));
  const against = pieces.filter((one) => one.counter).length;
  return (
    <>
      <div className={styles.head}>
        <h2>Evidence</h2>
        <span className={styles.count}>
          {pieces.length - against} for, {against} against
        </span>
      </div>
      {pieces.length === 0 ? (
        <p className={styles.none}>
          Nothing is linked to this pattern. A rating without evidence moves nothing and stays out of the document.
        </p>
      ) : (
        <EvidenceList
          pieces={pieces}
          choice={choice}
          label={`Evidence for and against ${reading.pattern.name}`}
          uncounted={(one) =>
            one.targets.some((target) => rated.has(target.key)) ? null : 'does not count until that is rated'
          }
        />
      )}
      {!readOnly && (
        <div className={styles.more}>
          <Button
            kind="quiet"
            icon="plus"
            keys="E"
            onPress={onLink}
            off={total === 0 ? 'There is no evidence yet. It comes from interviews, sources and the backlog.' : ''}
          >
            Link more from {showNumber(total)} {total === 1 ? 'piece' : 'pieces'}
          </Button>
        </div>
      )}
    </>
  );
}
