/** Which patterns stand in the document. */
import type { ClientData, Finding } from '../model/index.ts';
import { byRowId } from './order.ts';
import type { PatternReading } from './severity.ts';

/** At most so many patterns enter by their rank. */
export const patternsAtMost = 5;

/**
 * The patterns of the document in rank order: those set to "always", then the highest ranks up to `atMost` in all, never
 * those set to "never". Without evidence a pattern has rank 0 and enters only where somebody set it, which check R07 stops.
 */
export function patternsInDocument(
  patterns: readonly PatternReading[],
  findings: ClientData['finding'],
  atMost = patternsAtMost,
): PatternReading[] {
  const placeOf = (one: PatternReading): Finding['place'] => findingOf(findings, one.pattern.id)?.place ?? null;
  const always = patterns.filter((one) => placeOf(one) === 'in');
  const byRank = patterns.filter((one) => placeOf(one) === null && (one.rank ?? 0) > 0);
  const chosen = new Set([...always, ...byRank.slice(0, Math.max(0, atMost - always.length))]);
  return patterns.filter((one) => chosen.has(one));
}

/** The finding of a pattern; the youngest where there are several. */
export function findingOf(findings: ClientData['finding'], pattern: string): Finding | null {
  return findings.toSorted(byRowId).findLast((row) => row.pattern === pattern) ?? null;
}
