/** How present the problem of one indicator is, by one rater. */
import { date, defineEntity, flag, integer, kitKey, line, text } from './define.ts';

export const rating = defineEntity(
  'rating',
  'rating',
  { many: 'ratings' },
  {
    indicator: kitKey('Indicator', 'indicators'),
    value: integer('Rating, 0 to 4; empty is not assessed', { min: 0, max: 4 }),
    rationale: text('Rationale'),
    rater: line('Rater'),
    lead: flag('The rating that counts', true),
    second: flag('By a second reader, without seeing the others'),
    settled: text('How a difference between readers was settled'),
    settledOn: date('Settled on'),
  },
);
