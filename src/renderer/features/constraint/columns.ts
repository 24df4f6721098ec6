/** The columns of the chain. */
import type { StepReading } from '../../../shared/analysis/constraint.ts';

/** A column: a step that is there, or one of the blank ones of a chain that begins. */
export type Column = { readonly id: string; readonly position: number; readonly reading: StepReading | null };

/** What can be done with a step. */
export type StepAct = 'earlier' | 'later' | 'add' | 'remove' | 'confirm' | 'evidence';

/** Steps in their order, with the blank ones of a chain that begins between them. */
export function columnsOf(
  steps: readonly StepReading[],
  blanks: readonly { readonly id: string; readonly position: number }[],
): readonly Column[] {
  const there = steps.map((reading) => ({ id: reading.step.id, position: reading.step.position, reading }));
  const ids = new Set(there.map((one) => one.id));
  const all = [...there, ...blanks.filter((one) => !ids.has(one.id)).map((one) => ({ ...one, reading: null }))];
  // Blank ones keep their place while the first of them are filled in.
  return blanks.length === 0 ? all : all.toSorted((a, b) => a.position - b.position);
}
