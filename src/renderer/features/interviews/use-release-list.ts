/** What speakers are asked to release, as the core composes it from what the document prints; it follows every change. */
import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/api/errors.ts';
import type { ReleaseEntry } from '../../../shared/document/release.ts';
import { useFile, useFileState } from '../../data/hooks.ts';

/** The list; null while it was not composed yet. */
export type ReleaseList = { readonly entries: readonly ReleaseEntry[] | null; readonly error: Failure | null };

/** Composing takes a moment, so that it waits until typing pauses. Milliseconds. */
const pause = 250;

/** Gives the list of the engagement that is shown. */
export function useReleaseList(): ReleaseList {
  const file = useFile();
  const revision = useFileState((state) => state.revision);
  const engagement = useFileState((state) => state.engagement);
  const [list, setList] = useState<ReleaseList>({ entries: null, error: null });
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const reply = await file.client.documents.releaseList({ file: file.handle, engagement });
      if (gone) return;
      if (reply.ok) setList({ entries: reply.value, error: null });
      else setList(({ entries }) => ({ entries, error: reply.error }));
    };
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [file, revision, engagement]);
  return list;
}
