/** A measure that is dropped and the one that takes its place. */
import { date, defineEntity, flag, kitId, owner, position, text } from './define.ts';

export const measureChange = defineEntity(
  'measureChange',
  'measure change',
  { many: 'measure changes', title: 'add' },
  {
    priority: owner('Priority', 'priority'),
    function: kitId('Function', 'functions'),
    drop: text('Drop'),
    add: text('Add'),
    from: date('From'),
    followsConstraint: flag('Follows what the constraint completes'),
    position: position(),
  },
);
