/** The review at a glance: drift with its parts, every criterion against where it should be, and what is still open. */
import { useState } from 'react';
import type { Drift } from '../../../shared/analysis/drift.ts';
import type { PlannedReview, Review } from '../../../shared/model/index.ts';
import { CriteriaTable } from './criteria-table.tsx';
import { DriftHead } from './drift-head.tsx';
import { OpenThings } from './open-things.tsx';
import { ReadingDialog } from './reading-dialog.tsx';
import styles from './review.module.css';

/** Shows the review. */
export function ReviewTab({
  drift,
  review,
  planned,
}: {
  drift: Drift;
  review: Review | null;
  planned: readonly PlannedReview[];
}) {
  const [reading, setReading] = useState<string | null>(null);
  return (
    <div className={styles.review}>
      <DriftHead drift={drift} planned={planned} />
      <div className={styles.below}>
        <CriteriaTable readings={drift.criteria} onRead={setReading} />
        <OpenThings drift={drift} review={review} />
      </div>
      {reading !== null && <ReadingDialog criterionId={reading} review={review} onClose={() => setReading(null)} />}
    </div>
  );
}
