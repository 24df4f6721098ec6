/** A real account on which the proposition was tried. */
import { choice, defineEntity, line, owner, position, text } from './define.ts';

export const liveCase = defineEntity(
  'liveCase',
  'live case',
  { many: 'live cases', title: 'name' },
  {
    decision: owner('Decision', 'decision'),
    name: line('Case'),
    kind: choice('Kind', { won: 'Won', lost: 'Lost', open: 'Open' }),
    story: text('What happened'),
    outcome: choice('The promise', { held: 'Held', snapped: 'Snapped' }),
    where: text('Where it held or snapped'),
    changed: text('What that changed'),
    position: position(),
  },
);
