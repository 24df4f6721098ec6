/** Sentences about the open work. */
import type { Coverage } from '../../../../shared/analysis/coverage.ts';
import { daysBetween } from '../../../../shared/lib/dates.ts';
import type { OpenItem } from '../../../../shared/analysis/backlog-items.ts';
import { showPercent } from '../../../parts/format.ts';

/** Which decisions nobody works on. */
export function sayDecisions({ unserved, decisions }: Pick<Coverage, 'unserved' | 'decisions'>): string {
  if (unserved === null || decisions.length === 0) return '';
  const names = unserved.map((decision) => decision.label || decision.title);
  const [only] = names;
  if (only === undefined) return 'No decision is without work.';
  if (names.length === 1) return `Nobody works on ${only}.`;
  return `Nobody works on ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`;
}

/** What an item counts for. */
export function sayWeighting({ weighting, effortKnown }: Pick<Coverage, 'weighting' | 'effortKnown'>): string {
  if (effortKnown === null) return '';
  if (weighting === 'effort') {
    return `Effort is set on ${showPercent(effortKnown)} of items, so shares are of effort; the rest takes the median.`;
  }
  if (effortKnown === 0) return 'No effort is set, so each item counts once.';
  return `Effort is set on ${showPercent(effortKnown)} of items, so each item counts once.`;
}

/** Days since an item was made, at its export; null where that is not known. */
export function ageOf({ row, exportedOn }: OpenItem, today: string): number | null {
  return row.createdOn === null ? null : Math.max(0, daysBetween(row.createdOn, exportedOn ?? today));
}
