/** The face of stage 5, Constraint. */
import type { StageFace } from '../../parts/stage-face.ts';

/** Stage 5, Constraint. */
export const constraint: StageFace = {
  id: 'constraint',
  number: 5,
  says: 'Constraint',
  load: async () => (await import('./page.tsx')).ConstraintPage,
};
