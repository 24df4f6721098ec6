import { describe, expect, it } from 'vitest';
import { atLeast, compare6, mean, median, percent } from '../../../src/shared/lib/numbers.ts';

describe('numbers', () => {
  it('are null, not 0, for no values', () => {
    expect([mean([]), median([]), percent(0, 0)]).toEqual([null, null, null]);
  });

  it('have a middle: of 9, 1, 4 it is 4, of 1, 2, 3, 10 it is 2.5', () => {
    expect([median([9, 1, 4]), median([1, 2, 3, 10])]).toEqual([4, 2.5]);
  });

  it('compare at 1e-6, so that 0.1 + 0.2 reaches 0.3 and is no more than it', () => {
    expect(compare6(0.1 + 0.2, 0.3)).toBe(0);
    expect(atLeast(0.3, 0.1 + 0.2)).toBe(true);
    expect(compare6(0.300002, 0.3)).toBeGreaterThan(0);
  });
});
