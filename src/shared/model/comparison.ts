/** A recorded comparison of the backlog with the strategy. */
import { date, defineEntity, line, text } from './define.ts';

export const comparison = defineEntity(
  'comparison',
  'comparison',
  { many: 'comparisons', title: 'finding' },
  {
    on: date('Compared on'),
    author: line('By'),
    finding: text('Finding'),
  },
);
