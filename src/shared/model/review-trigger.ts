/** A refresh trigger that was met. */
import { date, defineEntity, kitKey, owner, text } from './define.ts';

export const reviewTrigger = defineEntity(
  'reviewTrigger',
  'refresh trigger',
  { many: 'refresh triggers', title: 'text' },
  {
    review: owner('Review', 'review'),
    trigger: kitKey('Trigger', 'refreshTriggers'),
    on: date('Since'),
    text: text('What happened'),
  },
);
