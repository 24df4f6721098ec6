/** What adding, moving and removing steps does to the chain: positions are 1, 2, 3 … from left to right. */
import { type Change, deleteRow, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { Step } from '../../../shared/model/index.ts';

/** The steps from left to right. */
export function inChain(steps: readonly Step[]): readonly Step[] {
  return steps.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** Moves a step by so many places; nothing where it stands at that end. */
export function moveStep(steps: readonly Step[], id: string, by: 1 | -1): readonly Change[] {
  const order = [...inChain(steps)];
  const from = order.findIndex((step) => step.id === id);
  const to = from + by;
  const [step, other] = [order[from], order[to]];
  if (step === undefined || other === undefined) return [];
  order[to] = step;
  order[from] = other;
  return number(order);
}

/** Adds an empty step after another, or at the end. */
export function addStep(
  steps: readonly Step[],
  after: string | null,
  id: string,
  engagement: string,
): readonly Change[] {
  const order = inChain(steps);
  const at = after === null ? -1 : order.findIndex((step) => step.id === after);
  const place = at < 0 ? order.length : at + 1;
  return [
    insertRow('step', id, { engagement, position: place + 1 }),
    ...number(order.slice(0, place)),
    ...number(order.slice(place), place + 2),
  ];
}

/** Takes a step out of the chain. */
export function removeStep(id: string): readonly Change[] {
  return [deleteRow('step', id)];
}

/** Only what stands elsewhere than it should is changed. */
function number(order: readonly Step[], first = 1): Change[] {
  return order.flatMap((step, at) =>
    step.position === first + at ? [] : [updateRow('step', step.id, { position: first + at })],
  );
}
