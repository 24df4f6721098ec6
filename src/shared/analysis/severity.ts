/** How present each pattern is, how far the evidence carries it, and which comes first. */
import type { Indicator, Kit } from '../method/kit.ts';
import type { KitPattern } from '../method/kit-schema.ts';
import type { ClientData, Rating } from '../model/index.ts';
import { compare6, mean } from '../lib/numbers.ts';
import { assessConfidence, type ConfidenceReading, confidenceWeights } from './confidence.ts';
import { assessEvidence, backingOf } from './evidence.ts';
import type { AnalysisInput } from './input.ts';
import { byRowId } from './order.ts';

/** Severity in words. */
export type Band = 'minor' | 'moderate' | 'severe' | 'critical';

/** A second rating that lies 2 or more away from the lead's. */
export type RatingDifference = { readonly rating: Rating; readonly difference: number };

/** One indicator as it was rated. */
export type IndicatorReading = {
  readonly indicator: Indicator;
  /** The lead's rating row; null where there is none. */
  readonly lead: Rating | null;
  /** 0 to 4; null is not assessed. */
  readonly value: number | null;
  readonly differences: readonly RatingDifference[];
};

/** One pattern of the kit with its figures and what made them. */
export type PatternReading = ConfidenceReading & {
  readonly pattern: KitPattern;
  /** Place in the kit, from 0. */
  readonly order: number;
  readonly indicators: readonly IndicatorReading[];
  /** 0 to 100; null while fewer than half of the indicators are rated. */
  readonly severity: number | null;
  readonly band: Band | null;
  /** Severity × weight of the confidence, 0 to 100; null without a severity. */
  readonly rank: number | null;
};

/** Every pattern of the kit, first the highest rank; ties by severity, then kit order; those without severity last. */
export function assessPatterns(input: AnalysisInput): readonly PatternReading[] {
  const readings = assessIndicators(input);
  const evidence = assessEvidence(input.data);
  const patterns = input.kit.content.patterns.map((pattern, order): PatternReading => {
    const indicators = [...readings.values()].filter((reading) => reading.indicator.pattern === pattern);
    const rated = new Set(indicators.filter((one) => one.value !== null).map((one) => one.indicator.id));
    const backing = backingOf(evidence, (link) => link.indicator !== null && rated.has(link.indicator));
    const confidence = assessConfidence(backing.support, backing.counter);
    const severity = severityOf(indicators.map((one) => one.value));
    return {
      ...confidence,
      pattern,
      order,
      indicators,
      severity,
      band: severity === null ? null : bandOf(severity),
      rank: severity === null ? null : severity * confidenceWeights[confidence.confidence],
    };
  });
  return patterns.toSorted(byRank);
}

/** The indicators of the kit as they were rated, by whole id, in kit order. */
export function assessIndicators({ data, kit }: { data: ClientData; kit: Kit }): ReadonlyMap<string, IndicatorReading> {
  const rows = data.rating.toSorted(byRowId);
  return new Map(
    [...kit.indicators.values()].map((indicator) => {
      const own = rows.filter((row) => row.indicator === indicator.id);
      const lead = own.findLast((row) => row.lead) ?? null;
      const value = lead?.value ?? null;
      return [indicator.id, { indicator, lead, value, differences: differencesFrom(value, own) }];
    }),
  );
}

/** The word for a severity, 0 to 100. */
export function bandOf(severity: number): Band {
  if (compare6(severity, 25) < 0) return 'minor';
  if (compare6(severity, 50) < 0) return 'moderate';
  return compare6(severity, 75) < 0 ? 'severe' : 'critical';
}

function severityOf(values: readonly (number | null)[]): number | null {
  const rated = values.filter((value) => value !== null);
  if (rated.length * 2 < values.length) return null;
  const average = mean(rated);
  return average === null ? null : (average / 4) * 100;
}

function differencesFrom(value: number | null, rows: readonly Rating[]): RatingDifference[] {
  if (value === null) return [];
  return rows.flatMap((rating) => {
    if (rating.lead || rating.value === null) return [];
    const difference = rating.value - value;
    return Math.abs(difference) >= 2 ? [{ rating, difference }] : [];
  });
}

function byRank(a: PatternReading, b: PatternReading): number {
  return compare6(b.rank ?? -1, a.rank ?? -1) || compare6(b.severity ?? -1, a.severity ?? -1) || a.order - b.order;
}
