/** How long the document is good for, and what asks for a refresh before that. */
import { addMonths, daysBetween, latestOf } from '../lib/dates.ts';
import { compareText } from '../lib/order.ts';
import { type AnalysisInput, engagementOf } from './input.ts';
import { byRowId } from './order.ts';
import { assessCriteria } from './review.ts';

/** The window in which the document holds. */
export type Validity = {
  /** The day of the latest issue, else the planned one. */
  readonly from: string;
  readonly issued: boolean;
  /** First day on which a refresh is due by the kit, and the last day: what the engagement says, else the kit. */
  readonly refreshFrom: string;
  readonly until: string;
  /** Week of its life, from 1; null before the issue. */
  readonly week: number | null;
  readonly state: 'planned' | 'valid' | 'refresh-due' | 'expired';
};

/** The validity window from the issue; null while neither an issue nor a planned day is known. */
export function assessValidity({ data, kit, today }: AnalysisInput): Validity | null {
  const { plannedIssueOn, validUntil } = engagementOf(data);
  const issuedOn = latestOf(data.issue.map((row) => row.issuedOn));
  const from = issuedOn ?? plannedIssueOn;
  if (from === null) return null;
  const { validity_quarters: quarters } = kit.content;
  const refreshFrom = addMonths(from, quarters.from * 3);
  const until = validUntil ?? addMonths(from, quarters.to * 3);
  const age = daysBetween(from, today);
  const lived = today > until ? 'expired' : today >= refreshFrom ? 'refresh-due' : 'valid';
  return {
    from,
    issued: issuedOn !== null,
    refreshFrom,
    until,
    week: issuedOn === null || age < 0 ? null : Math.floor(age / 7) + 1,
    state: issuedOn === null ? 'planned' : lived,
  };
}

/** Criteria that were missed at two reviews or more, which is a refresh trigger. Ids, in the order of the map. */
export function missedTwice(input: AnalysisInput): string[] {
  const missed = new Map<string, number>();
  for (const { on } of input.data.review.toSorted((a, b) => compareText(a.on, b.on) || byRowId(a, b))) {
    if (on === null) continue;
    for (const { criterion, state } of assessCriteria(input, on)) {
      if (state === 'missed') missed.set(criterion.id, (missed.get(criterion.id) ?? 0) + 1);
    }
  }
  return assessCriteria(input).flatMap(({ criterion }) => ((missed.get(criterion.id) ?? 0) >= 2 ? [criterion.id] : []));
}
