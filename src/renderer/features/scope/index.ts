/** The face of stage 1, Scope. */
import type { StageFace } from '../../parts/stage-face.ts';

/** Stage 1, Scope. */
export const scope: StageFace = {
  id: 'scope',
  number: 1,
  says: 'Scope',
  load: async () => (await import('./page.tsx')).ScopePage,
};
