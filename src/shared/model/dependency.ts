/** A priority that waits for another. */
import { defineEntity, owner } from './define.ts';

export const dependency = defineEntity(
  'dependency',
  'dependency',
  { many: 'dependencies' },
  {
    priority: owner('Priority', 'priority'),
    needs: owner('Depends on', 'priority'),
  },
);
