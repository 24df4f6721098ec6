/** The face of stage 2, Sources. */
import type { StageFace } from '../../parts/stage-face.ts';

/** Stage 2, Sources. */
export const sources: StageFace = {
  id: 'sources',
  number: 2,
  says: 'Sources',
  load: async () => (await import('./page.tsx')).SourcesPage,
};
