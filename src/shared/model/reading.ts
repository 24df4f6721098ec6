/** A value of a criterion on a day. */
import { date, defineEntity, end, number, owner, text } from './define.ts';

export const reading = defineEntity(
  'reading',
  'reading',
  { many: 'readings' },
  {
    criterion: owner('Criterion', 'criterion'),
    review: end('Review', 'review'),
    on: date('Read on'),
    value: number('Value'),
    outOf: number('Of', { min: 0 }),
    note: text('Note'),
  },
);
