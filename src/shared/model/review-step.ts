/** The figures of one step of the chain at a review. */
import { defineEntity, number, owner } from './define.ts';

export const reviewStep = defineEntity(
  'reviewStep',
  'step at a review',
  { many: 'steps at reviews' },
  {
    review: owner('Review', 'review'),
    step: owner('Step', 'step'),
    demand: number('Demand a week', { min: 0 }),
    capacity: number('Capacity a week', { min: 0 }),
    waiting: number('Waiting', { min: 0 }),
  },
);
