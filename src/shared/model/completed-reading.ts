/** What the constraint completed in a period: finished units, never plans. */
import { date, defineEntity, number, owner, setting } from './define.ts';

export const completedReading = defineEntity(
  'completedReading',
  'completed output',
  { many: 'readings of completed output' },
  {
    step: owner('Step', 'step'),
    from: date('From'),
    to: date('To'),
    completed: number('Completed', { min: 0 }),
    how: setting('Read', { typed: 'By hand', counted: 'Counted from done items' }, 'typed'),
  },
);
