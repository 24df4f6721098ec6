/** Work that ends so that there is room. */
import { choice, date, defineEntity, end, line, position, text } from './define.ts';

export const stop = defineEntity(
  'stop',
  'stop',
  { many: 'stops', title: 'what' },
  {
    priority: end('Priority', 'priority'),
    decision: end('Decision', 'decision'),
    what: text('What stops'),
    whoTells: line('Who tells'),
    tellsWhom: line('Tells whom'),
    from: date('From'),
    frees: text('Capacity freed'),
    state: choice('State at review', { stopped: 'Stopped', running: 'Still runs' }),
    stateOn: date('State read on'),
    position: position(),
  },
);
