/** A recorded choice to take another decision into scope. */
import { date, defineEntity, end, text } from './define.ts';

export const scopeWidening = defineEntity(
  'scopeWidening',
  'widening of scope',
  { many: 'widenings of scope', title: 'reason' },
  {
    decision: end('Decision taken in', 'decision'),
    on: date('Decided on'),
    reason: text('Reason'),
    feeEffect: text('Effect on the fee'),
    endEffect: text('Effect on the end'),
  },
);
