/** A dated mark of an initiative. */
import { date, defineEntity, line, owner, setting } from './define.ts';

export const milestone = defineEntity(
  'milestone',
  'milestone',
  { many: 'milestones', title: 'what' },
  {
    initiative: owner('Initiative', 'initiative'),
    on: date('On'),
    what: line('Milestone'),
    kind: setting('Kind', { promise: 'Promise', readiness: 'Readiness', preparation: 'Preparation' }, 'readiness'),
  },
);
