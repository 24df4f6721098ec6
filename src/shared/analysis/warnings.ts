/** Warnings that somebody gave before a decision was signed off: "known before approval". */
import { compareText } from '../lib/order.ts';
import type { Decision, EvidenceLink } from '../model/index.ts';
import { assessEvidence, type CountedEvidence } from './evidence.ts';
import type { AnalysisInput } from './input.ts';
import { byPosition, byRowId } from './order.ts';

/** A warning with the day that it was given. */
export type Warning = {
  readonly evidence: CountedEvidence;
  readonly on: string;
  /** The evidence reports an earlier warning, and `on` is that day. */
  readonly reported: boolean;
};

/** The warnings that a decision was signed off in spite of, oldest first. */
export type DecisionWarnings = { readonly decision: Decision; readonly warnings: readonly Warning[] };

/**
 * Warnings known before approval, for each decision with a day of sign-off.
 * A warning is evidence that reports an earlier warning, or that itself objects, speaks against the decision or tells of
 * a limit. It is held against the decisions that it is linked to, directly or by a priority; where it is linked to none,
 * against those in scope.
 */
export function assessWarnings({ data }: AnalysisInput): readonly DecisionWarnings[] {
  const { counted, links } = assessEvidence(data);
  const linksOf = Map.groupBy(links, (link) => link.evidence);
  const decisionOf = new Map(data.priority.map((row) => [row.id, row.decision]));
  const inScope = data.decision.filter((row) => row.standing === 'in-scope').map((row) => row.id);
  const found = [...counted.values()].flatMap((evidence) => {
    const own = linksOf.get(evidence.row.id) ?? [];
    const on = evidence.row.warnedOn ?? (warns(evidence, own) ? evidence.row.saidOn : null);
    if (on === null) return [];
    const named = own.flatMap((link) => decisionsOf(link, decisionOf));
    const decisions = new Set(named.length > 0 ? named : inScope);
    return [{ decisions, warning: { evidence, on, reported: evidence.row.warnedOn !== null } }];
  });
  return data.decision.toSorted(byPosition).flatMap((decision) => {
    const { signedOffOn } = decision;
    if (signedOffOn === null) return [];
    const warnings = found
      .filter(({ decisions, warning }) => decisions.has(decision.id) && warning.on < signedOffOn)
      .map(({ warning }) => warning)
      .toSorted((a, b) => compareText(a.on, b.on) || byRowId(a.evidence.row, b.evidence.row));
    return [{ decision, warnings }];
  });
}

function warns({ row }: CountedEvidence, links: readonly EvidenceLink[]): boolean {
  return row.objection || links.some((link) => link.limit !== null || (link.counter && link.decision !== null));
}

function decisionsOf(link: EvidenceLink, decisionOf: ReadonlyMap<string, string>): readonly string[] {
  if (link.decision !== null) return [link.decision];
  const decision = link.priority === null ? undefined : decisionOf.get(link.priority);
  return decision === undefined ? [] : [decision];
}
