/** What the chain shows: its steps and the two that are marked. */

/** One step: demand and capacity a week, items waiting, demand ÷ capacity in percent; null where not known. */
export type ChainStep = {
  readonly name: string;
  readonly demand: number | null;
  readonly capacity: number | null;
  readonly waiting: number | null;
  readonly utilisation: number | null;
  readonly waitingWeeks: number | null;
};

/** The steps in order; `constraint` and `next` (once it moves) are places counted from 0. */
export type ChainData = {
  readonly steps: readonly ChainStep[];
  readonly unit: string;
  readonly constraint: number | null;
  readonly next: number | null;
};

/** The places that are marked: the constraint, and the next one where it is another. */
export function markedSteps({ constraint, next }: ChainData): number[] {
  return [constraint, next === constraint ? null : next].filter((place) => place !== null);
}

/** Decimals of demand and capacity: one, or none where a step moves a hundred or more a week. */
export function decimalsOf({ steps }: ChainData): number {
  return steps.some(({ demand, capacity }) => Math.max(demand ?? 0, capacity ?? 0) >= 100) ? 0 : 1;
}
