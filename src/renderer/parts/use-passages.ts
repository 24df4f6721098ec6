/** The text of a source. It is no part of what the window holds and is fetched when it is shown. */
import { useEffect, useState } from 'react';
import { failure, type Failure } from '../../shared/api/errors.ts';
import type { Passage } from '../../shared/model/index.ts';
import { useFile } from '../data/hooks.ts';

/** The passages of a source; null while they are being read. */
export type PassagesRead =
  | { readonly passages: readonly Passage[]; readonly error: null }
  | { readonly passages: null; readonly error: Failure | null };

/** Fetches the passages of a source; `retry` asks again after a failure. */
export function usePassages(source: string | null): PassagesRead & { readonly retry: () => void } {
  const file = useFile();
  const [turn, setTurn] = useState(0);
  const [read, setRead] = useState<(PassagesRead & { source: string }) | null>(null);
  useEffect(() => {
    if (source === null) return undefined;
    let gone = false;
    const fetch = async (): Promise<void> => {
      try {
        const answer = await file.client.sources.passages({ file: file.handle, source });
        if (gone) return;
        setRead(
          answer.ok ? { source, passages: answer.value, error: null } : { source, passages: null, error: answer.error },
        );
      } catch {
        if (!gone) setRead({ source, passages: null, error: failure('internal', { where: 'sources.passages' }) });
      }
    };
    void fetch();
    return () => {
      gone = true;
    };
  }, [file, source, turn]);
  const retry = (): void => {
    setRead(null);
    setTurn(turn + 1);
  };
  if (read === null || read.source !== source) return { passages: null, error: null, retry };
  return { ...read, retry };
}

/** The source that a passage is of; null until that is known. */
export function useSourceOf(passage: string | null): string | null {
  const file = useFile();
  const [found, setFound] = useState<{ readonly passage: string; readonly source: string } | null>(null);
  useEffect(() => {
    if (passage === null) return undefined;
    let gone = false;
    const find = async (): Promise<void> => {
      try {
        const answer = await file.client.changes.field({
          file: file.handle,
          entity: 'passage',
          id: passage,
          field: 'source',
        });
        if (!gone && answer.ok) setFound({ passage, source: answer.value });
      } catch {
        // The source that is shown stays.
      }
    };
    void find();
    return () => {
      gone = true;
    };
  }, [file, passage]);
  return found?.passage === passage ? found.source : null;
}
