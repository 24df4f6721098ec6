/** The steps that can be undone and redone, asked for again after each change. */
import type { ContractClient } from '../../shared/api/contract.ts';

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
  let asking = false;
  let again = false;
  const ask = async (): Promise<void> => {
    const stepsAt = now();
    try {
      const answer = await client.changes.steps({ file });
      if (answer.ok) show({ undo: answer.value.undo, redo: answer.value.redo, stepsAt });
    } catch {
      // Asked again after the next change.
    }
  };
  const refresh = async (): Promise<void> => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    await ask();
    asking = false;
    if (again) {
      again = false;
      void refresh();
    }
  };
  return { ask, refresh: () => void refresh() };
}
