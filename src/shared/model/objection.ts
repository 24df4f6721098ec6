/** What became of an objection. */
import { choice, date, defineEntity, end, owner, text } from './define.ts';

export const objection = defineEntity(
  'objection',
  'objection',
  { many: 'objections', title: 'said' },
  {
    evidence: owner('Evidence', 'evidence'),
    disposition: choice('Disposition', {
      'changed-map': 'Changed the map',
      'became-limit': 'Became a limit',
      tested: 'Is being tested',
      declined: 'Declined',
    }),
    said: text('What was said, in reported speech'),
    changed: text('What that changed'),
    decision: end('Decision changed', 'decision'),
    priority: end('Priority changed', 'priority'),
    stop: end('Stop changed', 'stop'),
    limit: end('Limit', 'limit'),
    experiment: end('Experiment', 'experiment'),
    reason: text('Reason'),
    on: date('Decided on'),
  },
);
