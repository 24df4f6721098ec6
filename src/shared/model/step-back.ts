/** A step back to a decision where the plan could not be agreed. */
import { date, defineEntity, end, owner, text } from './define.ts';

export const stepBack = defineEntity(
  'stepBack',
  'step back',
  { many: 'steps back', title: 'reason' },
  {
    decision: owner('Back to decision', 'decision'),
    initiative: end('Initiative', 'initiative'),
    on: date('On'),
    reason: text('What in the decision is in the way'),
  },
);
