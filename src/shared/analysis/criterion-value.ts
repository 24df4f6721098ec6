/** What a figure of a criterion is worth: a number, a share "x of y", or yes and no as 1 and 0. */
import type { Criterion } from '../model/index.ts';

type Form = Criterion['form'];

/** The value as it is compared; null where it cannot be known: nothing given, or a ratio of nothing. */
export function comparedValue(form: Form, value: number | null, of: number | null): number | null {
  if (value === null) return null;
  if (form === 'ratio') return of === null || of <= 0 ? null : value / of;
  if (form === 'yes-no') return value > 0 ? 1 : 0;
  return value;
}

/** Baseline of a criterion as it is compared. */
export function baselineOf(row: Criterion): number | null {
  return comparedValue(row.form, row.baseline, row.baselineOf);
}

/** Target of a criterion as it is compared. */
export function targetOf(row: Criterion): number | null {
  return comparedValue(row.form, row.target, row.targetOf);
}
