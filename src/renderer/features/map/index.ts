/** The face of stage 6, Map. */
import type { StageFace } from '../../parts/stage-face.ts';

/** Stage 6, Map. */
export const map: StageFace = {
  id: 'map',
  number: 6,
  says: 'Map',
  load: async () => (await import('./page.tsx')).MapPage,
};
