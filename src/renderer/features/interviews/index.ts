/** The face of stage 3, Interviews. */
import type { StageFace } from '../../parts/stage-face.ts';

/** Stage 3, Interviews. */
export const interviews: StageFace = {
  id: 'interviews',
  number: 3,
  says: 'Interviews',
  load: async () => (await import('./page.tsx')).InterviewsPage,
};
