/** An expected value on the way to a criterion's target. */
import { date, defineEntity, number, owner } from './define.ts';

export const criterionMilestone = defineEntity(
  'criterionMilestone',
  'milestone of a criterion',
  { many: 'milestones of criteria' },
  {
    criterion: owner('Criterion', 'criterion'),
    on: date('On'),
    value: number('Expected'),
  },
);
