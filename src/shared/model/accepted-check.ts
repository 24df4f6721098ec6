/** A warning that was accepted with a reason. */
import { code, date, defineEntity, line, text } from './define.ts';

export const acceptedCheck = defineEntity(
  'acceptedCheck',
  'accepted check',
  { many: 'accepted checks' },
  {
    code: code('Check'),
    place: code('Place it was raised at'),
    reason: text('Reason'),
    by: line('Accepted by'),
    on: date('Accepted on'),
  },
);
