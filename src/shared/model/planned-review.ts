/** A date on which execution is held against the document. */
import { date, defineEntity, line } from './define.ts';

export const plannedReview = defineEntity(
  'plannedReview',
  'planned review',
  { many: 'planned reviews', title: 'note' },
  {
    on: date('On'),
    note: line('Note'),
  },
);
