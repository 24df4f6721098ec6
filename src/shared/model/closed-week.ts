/** A week in which the client does not work. */
import { date, defineEntity, line } from './define.ts';

export const closedWeek = defineEntity(
  'closedWeek',
  'closed week',
  { many: 'closed weeks', title: 'reason' },
  {
    monday: date('Week of'),
    reason: line('Reason'),
  },
);
