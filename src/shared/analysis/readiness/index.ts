/** Readiness: whether the document can be issued, and what is still to mend, with the place of each. */
import type { AnalysisInput } from '../input.ts';
import { byRowId } from '../order.ts';
import { type CheckCode, checks } from './checks.ts';
import { type KnownFigures, type ReadinessContext, readinessContext, type ReadinessOptions } from './context.ts';
import { type Fault, placeKey, type ReadinessFinding, type Severity, stageOf } from './finding.ts';
import { composeSentence } from './sentences.ts';

/** How the findings stand. */
export type ReadinessSummary = {
  /** No blocker stands: the document can be issued. A draft can always be made. */
  readonly issuable: boolean;
  readonly blockers: number;
  /** Warnings that nobody accepted. */
  readonly openWarnings: number;
  readonly acceptedWarnings: number;
  readonly advice: number;
};

/**
 * Runs every check: blockers, then warnings, then advice, each in the order of the codes. Figures that are known already
 * are handed in so that they are computed once.
 */
export function assessReadiness(
  input: AnalysisInput,
  options: ReadinessOptions = {},
  known: Partial<KnownFigures> = {},
): ReadinessFinding[] {
  const context = readinessContext(input, options, known);
  const accept = acceptance(context);
  const found = checks.flatMap(({ code, severity, find }) =>
    find(context).map((fault) => accept(composeFinding(code, severity, fault))),
  );
  return severities.flatMap((severity) => found.filter((one) => one.severity === severity));
}

/** Counts findings by what they mean for the issue. */
export function summariseReadiness(findings: readonly ReadinessFinding[]): ReadinessSummary {
  const count = (severity: Severity, accepted: boolean): number =>
    findings.filter((one) => one.severity === severity && (one.accepted !== undefined) === accepted).length;
  const blockers = count('blocker', false);
  return {
    issuable: blockers === 0,
    blockers,
    openWarnings: count('warning', false),
    acceptedWarnings: count('warning', true),
    advice: count('advice', false),
  };
}

const severities: readonly Severity[] = ['blocker', 'warning', 'advice'];

function composeFinding(code: CheckCode, severity: Severity, fault: Fault): ReadinessFinding {
  const params = fault.params ?? {};
  return {
    code,
    severity: fault.severity ?? severity,
    sentence: composeSentence(code, fault.variant, params),
    place: { ...fault.place, stage: fault.place.stage ?? stageOf(fault.place.entity) },
    params,
  };
}

/** Only a warning can be accepted, and only with a reason; the latest acceptance counts. One without a place means all of its code. */
function acceptance({ data }: ReadinessContext): (finding: ReadinessFinding) => ReadinessFinding {
  const accepted = new Map(
    data.acceptedCheck
      .filter((row) => row.reason.trim() !== '')
      .toSorted(byRowId)
      .map((row) => [`${row.code} ${row.place}`, { reason: row.reason, by: row.by }]),
  );
  return (finding) => {
    const found = accepted.get(`${finding.code} ${placeKey(finding.place)}`) ?? accepted.get(`${finding.code} `);
    return finding.severity !== 'warning' || found === undefined ? finding : { ...finding, accepted: found };
  };
}
