/** The last pages of each open file, so that coming back to the stage shows them at once. */
import type { DrawnDocument } from '../../../shared/document/drawn.ts';
import type { ClientFileView } from '../../data/client-file.ts';
import { useFile, useFileState } from '../../data/hooks.ts';
import { type LaidOut, useLaidOut } from './use-laid-out.ts';

const kept = new WeakMap<ClientFileView, Map<string, DrawnDocument>>();

/** The draft of the engagement that is shown, laid out anew a moment after each edit. */
export function useDraft(): LaidOut<DrawnDocument> {
  const file = useFile();
  const engagement = useFileState((state) => state.engagement);
  const revision = useFileState((state) => state.revision);
  const drafts = kept.get(file) ?? new Map<string, DrawnDocument>();
  kept.set(file, drafts);
  return useLaidOut(
    `${engagement} ${revision}`,
    (work) => file.client.documents.pages({ file: file.handle, engagement, draft: true, work }),
    {
      get: () => drafts.get(engagement) ?? null,
      set: (value) => void drafts.set(engagement, value),
    },
  );
}
