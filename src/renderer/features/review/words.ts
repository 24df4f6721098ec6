/** The words of the review. */
import type { CriterionState } from '../../../shared/analysis/review.ts';
import type { DriftBand, DriftPartName } from '../../../shared/analysis/drift.ts';
import type { Criterion, Review } from '../../../shared/model/index.ts';
import { showDay, showNumber } from '../../parts/format.ts';
import type { IconName } from '../../ui/icon.tsx';

/** A state in words with its shape; colour is never alone. */
export const states: Readonly<Record<CriterionState, { readonly says: string; readonly icon: IconName }>> = {
  met: { says: 'Met', icon: 'full' },
  'on-course': { says: 'On course', icon: 'ring' },
  behind: { says: 'Behind', icon: 'warning' },
  off: { says: 'Off', icon: 'blocker' },
  missed: { says: 'Missed', icon: 'blocker' },
  'no-reading': { says: 'No reading', icon: 'ring-dashed' },
};

/** Drift in words, with what it means. */
export const bands: Readonly<Record<DriftBand, { readonly says: string; readonly means: string }>> = {
  'on-course': { says: 'On course', means: 'Execution follows the map.' },
  drifting: { says: 'Drifting', means: 'Execution still follows the map in part.' },
  disconnected: { says: 'Disconnected', means: 'Execution has parted from the map.' },
};

/** What each part of drift counts. */
export const partWords: Readonly<Record<DriftPartName, string>> = {
  criteria: 'Criteria behind, off, missed or unread',
  orphans: 'Orphans among new items',
  stops: 'Stops still running',
};

/** A review by its number and day. */
export function reviewName({ number, on }: Pick<Review, 'number' | 'on'>): string {
  const ordinal = ['First', 'Second', 'Third', 'Fourth', 'Fifth'][(number ?? 0) - 1];
  const name = ordinal === undefined ? `Review ${number ?? ''}`.trim() : `${ordinal} review`;
  return on === null ? name : `${name}, ${showDay(on, 'shortDay')}`;
}

/** A value of a criterion in its form: 12 %, 3 of 8, yes. */
export function showValue(
  { form, unit }: Pick<Criterion, 'form' | 'unit'>,
  value: number | null,
  of: number | null = null,
): string {
  if (value === null) return '–';
  if (form === 'yes-no') return value > 0 ? 'yes' : 'no';
  if (form === 'ratio' && of !== null) return `${showNumber(value)} of ${showNumber(of)}`;
  if (form === 'percent') return `${showNumber(value)} %`;
  return unit === '' || unit.length > 3 ? showNumber(value) : `${showNumber(value)} ${unit}`;
}
