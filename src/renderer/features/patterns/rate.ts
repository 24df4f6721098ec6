/** What rating does to the rows: one lead rating for each indicator, and others beside it that are compared. */
import { type Change, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { Rating } from '../../../shared/model/index.ts';

/** Who rates, in which engagement, and how a new row gets its id; `second` rates without seeing what others rated. */
export type Rater = {
  readonly engagement: string;
  readonly name: string;
  readonly newId: () => string;
  readonly second?: boolean;
};

/** The rating of an indicator that counts: the youngest of the lead's. */
export function leadOf(rows: readonly Rating[], indicator: string): Rating | null {
  return rows.findLast((row) => row.indicator === indicator && row.lead) ?? null;
}

/** The rating that somebody who rates sees and changes: the one that counts, or a second reader's own. */
export function ownRating(rows: readonly Rating[], indicator: string, { second, name }: Rater): Rating | null {
  if (second !== true) return leadOf(rows, indicator);
  return rows.findLast((row) => row.indicator === indicator && row.second && row.rater === name) ?? null;
}

/** Ratings of an indicator beside the one that counts, oldest first. */
export function othersOf(rows: readonly Rating[], indicator: string): readonly Rating[] {
  const lead = leadOf(rows, indicator);
  return rows.filter((row) => row.indicator === indicator && row.id !== lead?.id);
}

/** Rates an indicator, or makes it not assessed again (null). Nothing where that is what it is. */
export function rate(rows: readonly Rating[], indicator: string, value: number | null, rater: Rater): Change[] {
  const own = ownRating(rows, indicator, rater);
  if (own === null)
    return value === null ? [] : [insertRow('rating', rater.newId(), { ...freshRating(indicator, rater), value })];
  return own.value === value ? [] : [updateRow('rating', own.id, { value })];
}

/** A new rating: it counts, unless a second reader gives it. */
export function freshRating(indicator: string, { engagement, name, second = false }: Omit<Rater, 'newId'>) {
  return { engagement, indicator, rater: name, lead: !second, second } as const;
}

/** Lets another rating count in place of the lead's. */
export function makeLead(rows: readonly Rating[], chosen: Rating): Change[] {
  return rows
    .filter((row) => row.indicator === chosen.indicator && (row.id === chosen.id) !== row.lead)
    .map((row) => updateRow('rating', row.id, { lead: row.id === chosen.id }));
}
