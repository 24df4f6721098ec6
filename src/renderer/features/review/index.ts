/** The face of stage 8, Review. */
import type { StageFace } from '../../parts/stage-face.ts';

/** Stage 8, Review. */
export const review: StageFace = {
  id: 'review',
  number: 8,
  says: 'Review',
  load: async () => (await import('./page.tsx')).ReviewPage,
};
