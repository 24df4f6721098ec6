/** How suspect the strategy itself is on one axis. */
import { defineEntity, integer, kitKey, line, text } from './define.ts';

export const axisRating = defineEntity(
  'axisRating',
  'rating of an axis',
  { many: 'ratings of axes' },
  {
    axis: kitKey('Axis', 'axes'),
    value: integer('Rating, 0 to 4', { min: 0, max: 4 }),
    rationale: text('Rationale'),
    rater: line('Rater'),
  },
);
