/** The terms of an engagement against its tier: the end that the tier's weeks give, and whether the client could do this alone. */
import { addDays } from '../lib/dates.ts';
import type { KitTier } from '../method/kit-schema.ts';
import type { Engagement } from '../model/index.ts';

/** An end to propose: the last working day of so many weeks. */
export type ProposedEnd = { readonly weeks: number; readonly on: string };

/** Ends within the tier, the shortest first; none where the tier plans no weeks. */
export function proposeEnds(startOn: string, tier: KitTier): readonly ProposedEnd[] {
  if (tier.weeks === undefined) return [];
  return [...new Set(tier.weeks)].map((weeks) => ({
    weeks,
    on: workingDay(addDays(startOn, Math.round(weeks * 7) - 1)),
  }));
}

/** Whether those who own strategy and backlog could do this alone. */
export type Alone = {
  readonly answer: 'could' | 'could-not' | 'unknown';
  /** What they lack, when they could not. */
  readonly lacks: readonly ('time' | 'distance')[];
  /** What is still to be asked. */
  readonly unknown: readonly ('strategyOwner' | 'backlogOwner' | 'ownersHaveTime' | 'ownersHaveDistance')[];
};

/** Reads it from what is known: with time and distance they could, without either of the two they could not. */
export function assessAlone(engagement: Engagement): Alone {
  const { ownersHaveTime: time, ownersHaveDistance: distance } = engagement;
  const lacks = [...(time === 'no' ? (['time'] as const) : []), ...(distance === 'no' ? (['distance'] as const) : [])];
  const unknown = [
    ...(['strategyOwner', 'backlogOwner'] as const).filter((field) => engagement[field] === null),
    ...(['ownersHaveTime', 'ownersHaveDistance'] as const).filter(
      (field) => (engagement[field] ?? 'unknown') === 'unknown',
    ),
  ];
  const could = time === 'yes' && distance === 'yes';
  return { answer: lacks.length > 0 ? 'could-not' : could ? 'could' : 'unknown', lacks, unknown };
}

/** The day itself, or the Friday before a weekend. */
function workingDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}
