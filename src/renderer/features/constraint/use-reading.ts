/** The chain and the constraint as they are in this very moment: few rows, so that they are read here at every edit. */
import { useMemo } from 'react';
import { assessConstraint, type ConstraintReading } from '../../../shared/analysis/constraint.ts';
import { emptyData } from '../../../shared/model/index.ts';
import { useEngagement, useKit, useRows, useToday } from '../../data/hooks.ts';

/** Everything about the constraint of the engagement that is shown. */
export function useConstraintReading(): ConstraintReading {
  const kit = useKit();
  const today = useToday();
  const engagement = useEngagement();
  const step = useRows('step');
  const constraint = useRows('constraint');
  const completedReading = useRows('completedReading');
  const review = useRows('review');
  const reviewStep = useRows('reviewStep');
  return useMemo(() => {
    const rows = { engagement: [engagement], step, constraint, completedReading, review, reviewStep };
    return assessConstraint({ data: { ...emptyData(), ...rows }, kit, today });
  }, [kit, today, engagement, step, constraint, completedReading, review, reviewStep]);
}
