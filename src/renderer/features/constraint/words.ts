/** Figures of the chain in words. */
import { showNumber, showPercent } from '../../parts/format.ts';

/** A rate or a wait: one decimal, none from a hundred on; a dash where it is not known. */
export function showRate(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return showNumber(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
}

/** A utilisation: whole, and a dash where it is not known. */
export function showLoad(value: number | null | undefined): string {
  return showPercent(value);
}

/** The name of a step where it stands as a label. */
export function stepName(step: { readonly name: string } | undefined): string {
  return step?.name || 'Step without a name';
}
