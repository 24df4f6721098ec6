/** How far two readers agree: a worked example with literal values. */
import { expect, it } from 'vitest';
import { assessAgreement } from '../../../src/shared/analysis/agreement.ts';

const pairs = (first: readonly number[], second: readonly number[]) =>
  first.map((value, at) => ({ first: value, second: second[at] ?? 0 }));

it('counts what is the same, within a step and apart, and weighs steps evenly', () => {
  const read = assessAgreement(pairs([4, 3, 3, 2, 1, 0, 2, 3, 4, 1], [4, 2, 3, 0, 1, 1, 2, 3, 3, 1]));
  expect(read).toMatchObject({ n: 10, same: 6, withinOne: 9, apart: 1, share: 90 });
  // Observed 5 steps in 10 ratings; by chance 1.4 steps in each.
  expect(read.kappa).toBeCloseTo(1 - 0.5 / 1.4, 6);
});

it('gives no kappa for few ratings, nor where both always rated the same step', () => {
  expect(assessAgreement(pairs([1, 2, 3], [1, 2, 3]))).toMatchObject({ n: 3, share: 100, kappa: null });
  expect(assessAgreement(pairs(Array(12).fill(2), Array(12).fill(2)))).toMatchObject({ n: 12, kappa: null });
  expect(assessAgreement([])).toMatchObject({ n: 0, share: null, kappa: null });
});
