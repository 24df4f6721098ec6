/** A customer insight, and what it changed. */
import { defineEntity, end, owner, text } from './define.ts';

export const reviewInsight = defineEntity(
  'reviewInsight',
  'insight',
  { many: 'insights', title: 'insight' },
  {
    review: owner('Review', 'review'),
    insight: text('What was learned'),
    priority: end('Priority changed', 'priority'),
    criterion: end('Criterion changed', 'criterion'),
    stop: end('Stop changed', 'stop'),
    changed: text('What it changed; empty is nothing yet'),
  },
);
