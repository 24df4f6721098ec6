/** How suspect the strategy itself is on one axis. */
import { date, defineEntity, flag, integer, kitKey, line, text } from './define.ts';

export const axisRating = defineEntity(
  'axisRating',
  'rating of an axis',
  { many: 'ratings of axes' },
  {
    axis: kitKey('Axis', 'axes'),
    value: integer('Rating, 0 to 4', { min: 0, max: 4 }),
    rationale: text('Rationale'),
    rater: line('Rater'),
    lead: flag('The rating that counts', true),
    second: flag('By a second reader, without seeing the others'),
    settled: text('How a difference between readers was settled'),
    settledOn: date('Settled on'),
  },
);
