/** How far two readers agree who rated the same things on the scale of 0 to 4 without seeing each other's ratings. */
import { percent } from '../lib/numbers.ts';

/** What both rated. */
export type RatedTwice = { readonly first: number; readonly second: number };

/** The figures, each with the number of ratings behind it. */
export type Agreement = {
  readonly n: number;
  readonly same: number;
  /** At most one step apart. */
  readonly withinOne: number;
  /** Two steps or more apart: to be talked about. */
  readonly apart: number;
  /** Share within one step, 0 to 100; null where nothing was rated by both. */
  readonly share: number | null;
  /**
   * Cohen's kappa with linear weights, 1 for full agreement and 0 for what chance gives; null below ten ratings, and where
   * both always rated the same step, because there it says nothing.
   */
  readonly kappa: number | null;
};

/** Fewer ratings than this make a kappa that moves with each of them. */
export const kappaFrom = 10;

const steps = 5;

/** Reads the agreement. */
export function assessAgreement(rated: readonly RatedTwice[]): Agreement {
  const n = rated.length;
  const distance = rated.map(({ first, second }) => Math.abs(first - second));
  const withinOne = distance.filter((one) => one <= 1).length;
  return {
    n,
    same: distance.filter((one) => one === 0).length,
    withinOne,
    apart: n - withinOne,
    share: percent(withinOne, n),
    kappa: n < kappaFrom ? null : kappaOf(rated),
  };
}

function kappaOf(rated: readonly RatedTwice[]): number | null {
  const share = (of: 'first' | 'second', step: number): number =>
    rated.filter((one) => one[of] === step).length / rated.length;
  let expected = 0;
  for (let one = 0; one < steps; one += 1)
    for (let other = 0; other < steps; other += 1)
      expected += Math.abs(one - other) * share('first', one) * share('second', other);
  if (expected === 0) return null;
  const observed = rated.reduce((sum, { first, second }) => sum + Math.abs(first - second), 0) / rated.length;
  return 1 - observed / expected;
}
