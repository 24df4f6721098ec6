/** Small arithmetic over lists, and comparisons that floating point cannot upset. "No values" gives null, never 0. */

/** Sum of the values; 0 for none. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Arithmetic mean; null for no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Middle value, or the mean of the two middle ones; null for no values. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return mean(sorted.length % 2 === 1 ? sorted.slice(half, half + 1) : sorted.slice(half - 1, half + 1));
}

/** A part of a whole as a percentage, 0 to 100 and unrounded; null where the whole is 0. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}

/** The value as it is compared: rounded to 1e-6, so that the order of a sum does not decide. */
export function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Order of two values rounded to 1e-6: below 0, 0 or above 0. */
export function compare6(a: number, b: number): number {
  return round6(a) - round6(b);
}

/** Whether `value` reaches `bound`, compared at 1e-6. */
export function atLeast(value: number, bound: number): boolean {
  return compare6(value, bound) >= 0;
}
