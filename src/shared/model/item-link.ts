/** What an item of work serves or works against. */
import { defineEntity, end, owner, setting } from './define.ts';

export const itemLink = defineEntity(
  'itemLink',
  'link of an item',
  { many: 'links of items' },
  {
    item: owner('Item', 'backlogItem'),
    decision: end('Decision', 'decision'),
    priority: end('Priority', 'priority'),
    stop: end('Stop', 'stop'),
    how: setting('Linked', { typed: 'By hand', suggested: 'From a suggestion' }, 'typed'),
  },
);
