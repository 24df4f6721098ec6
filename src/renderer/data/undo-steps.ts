/** The steps that can be undone and redone, asked for again after each change. */
import type { ContractClient } from '../../shared/api/contract.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** A step that can be taken back or done again; null when there is none. */
type Step = { readonly label: string; readonly at: string } | null;

/** The next steps, and the revision that they belong to: behind what is shown while they are asked for anew. */
export type Steps = { readonly undo: Step; readonly redo: Step; readonly stepsAt: number };

/** Keeps the names of the steps current; `now` is the revision that is shown. */
export function keepSteps(
  client: ContractClient,
  file: string,
  { now, show }: { readonly now: () => number; readonly show: (steps: Steps) => void },
) {
  const ask = async (): Promise<void> => {
    const stepsAt = now();
    try {
      const answer = await client.changes.steps({ file });
      if (answer.ok) show({ undo: answer.value.undo, redo: answer.value.redo, stepsAt });
    } catch {
      // Asked again after the next change.
    }
  };
  const next = oneAtATime(ask);
  return { ask, refresh: () => void next() };
}
