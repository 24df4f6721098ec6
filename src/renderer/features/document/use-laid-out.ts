/** A document that is laid out by the core in a process of its own: the last pages stay while new ones are made. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reply } from '../../../shared/api/call.ts';
import type { Failure } from '../../../shared/api/errors.ts';
import { useFile } from '../../data/hooks.ts';

/** The state of a layout. */
export type LaidOut<T> = {
  readonly value: T | null;
  /** Layouts that the running search has made, null while none runs. */
  readonly busy: number | null;
  readonly error: Failure | null;
  /** Somebody stopped it: what is shown is older than the data. */
  readonly stopped: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
};

/** Milliseconds without an edit before pages are laid out anew. */
const calm = 700;

/**
 * Runs `call` for a state of the data that `turn` names, and again when that changes; a run that is overtaken is
 * cancelled. `kept` holds the last answer while the screen is away.
 */
export function useLaidOut<T>(
  turn: string,
  call: (work: string) => Promise<Reply<T>>,
  kept: { get(): T | null; set(value: T): void },
): LaidOut<T> {
  const { client } = useFile();
  const [state, setState] = useState<Omit<LaidOut<T>, 'cancel' | 'again'>>(() => ({
    value: kept.get(),
    busy: null,
    error: null,
    stopped: false,
  }));
  const [wish, setWish] = useState(0);
  const latest = useRef({ call, kept });
  useEffect(() => {
    latest.current = { call, kept };
  });
  const running = useRef<{ stop: (stopped: boolean) => void } | null>(null);

  useEffect(() => {
    let ended = false;
    const ending = new AbortController();
    const work = crypto.randomUUID();
    const follow = async (): Promise<void> => {
      try {
        for await (const { done } of await client.work.watch({ work }, { signal: ending.signal })) {
          if (!ended) setState((last) => (last.busy === null ? last : { ...last, busy: done }));
        }
      } catch {
        // Without progress the work goes on all the same.
      }
    };
    const run = async (): Promise<void> => {
      setState((last) => ({ ...last, busy: 0, stopped: false }));
      void follow();
      let reply: Reply<T>;
      try {
        reply = await latest.current.call(work);
      } catch {
        reply = { ok: false, error: { code: 'internal', params: { where: 'documents.pages' } } };
      }
      ending.abort();
      running.current = null;
      if (ended) return;
      ended = true;
      if (reply.ok) {
        latest.current.kept.set(reply.value);
        setState({ value: reply.value, busy: null, error: null, stopped: false });
      } else {
        const { error } = reply;
        const isCancelled = error.code === 'cancelled';
        setState((last) => ({ ...last, busy: null, stopped: isCancelled, error: isCancelled ? null : error }));
      }
    };
    const timer = setTimeout(() => void run(), latest.current.kept.get() === null || wish > 0 ? 0 : calm);
    const stop = (stopped: boolean): void => {
      clearTimeout(timer);
      ended = true;
      ending.abort();
      void client.work.cancel({ work }).catch(() => undefined);
      setState((last) => ({ ...last, busy: null, stopped }));
    };
    running.current = { stop };
    return () => {
      if (!ended) stop(false);
    };
    // The call is looked up when it runs.
  }, [turn, wish, client]);

  return {
    ...state,
    cancel: useCallback(() => running.current?.stop(true), []),
    again: useCallback(() => setWish((count) => count + 1), []),
  };
}
