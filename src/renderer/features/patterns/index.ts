/** The face of stage 4, Patterns. */
import type { StageFace } from '../../parts/stage-face.ts';

/** Stage 4, Patterns. */
export const patterns: StageFace = {
  id: 'patterns',
  number: 4,
  says: 'Patterns',
  load: async () => (await import('./page.tsx')).PatternsPage,
};
