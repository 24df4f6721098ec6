/** A try of at most six weeks on a free limit or an objection. */
import { date, defineEntity, end, text } from './define.ts';

export const experiment = defineEntity(
  'experiment',
  'experiment',
  { many: 'experiments', title: 'what' },
  {
    limit: end('Limit', 'limit'),
    what: text('What is tried'),
    from: date('From'),
    to: date('To'),
    readBy: text('Read by'),
    result: text('Result'),
    changed: text('What that changed'),
  },
);
