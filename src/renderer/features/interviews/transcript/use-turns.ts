/** The turns of a transcript. They are no part of what the window holds and are fetched when they are shown. */
import { useEffect, useState } from 'react';
import { failure, type Failure } from '../../../../shared/api/errors.ts';
import type { Turn } from '../../../../shared/model/index.ts';
import { useFile } from '../../../data/hooks.ts';

/** The turns of an interview; null while they are being read. */
export type TurnsRead = {
  readonly turns: readonly Turn[] | null;
  readonly error: Failure | null;
  readonly retry: () => void;
};

/** Fetches the turns, and again when `state` changes: what of the replica tells that they are no longer the same. */
export function useTurns(interview: string, state: string): TurnsRead {
  const file = useFile();
  const [turn, setTurn] = useState(0);
  const [read, setRead] = useState<Omit<TurnsRead, 'retry'> & { readonly interview: string }>();
  useEffect(() => {
    let gone = false;
    const fetch = async (): Promise<void> => {
      try {
        // What was just edited is on its way and has to be there first.
        await file.flush();
        const answer = await file.client.transcripts.turns({ file: file.handle, interview });
        if (!gone)
          setRead({ interview, turns: answer.ok ? answer.value : null, error: answer.ok ? null : answer.error });
      } catch {
        if (!gone) setRead({ interview, turns: null, error: failure('internal', { where: 'transcripts.turns' }) });
      }
    };
    void fetch();
    return () => {
      gone = true;
    };
  }, [file, interview, state, turn]);
  const retry = (): void => setTurn(turn + 1);
  return read?.interview === interview ? { ...read, retry } : { turns: null, error: null, retry };
}

/** The interview that a turn is of; null until that is known. */
export function useInterviewOf(turn: string | null): string | null {
  const file = useFile();
  const [found, setFound] = useState<{ readonly turn: string; readonly interview: string } | null>(null);
  useEffect(() => {
    if (turn === null) return undefined;
    let gone = false;
    const find = async (): Promise<void> => {
      try {
        const place = { file: file.handle, entity: 'turn', id: turn, field: 'interview' } as const;
        const answer = await file.client.changes.field(place);
        if (!gone && answer.ok) setFound({ turn, interview: answer.value });
      } catch {
        // The page that is shown stays.
      }
    };
    void find();
    return () => {
      gone = true;
    };
  }, [file, turn]);
  return found?.turn === turn ? found.interview : null;
}
