/** The face of stage 7, Document. */
import type { StageFace } from '../../parts/stage-face.ts';

/** Stage 7, Document. */
export const documentStage: StageFace = {
  id: 'document',
  number: 7,
  says: 'Document',
  load: async () => (await import('./page.tsx')).DocumentPage,
};
