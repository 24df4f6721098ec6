/** Every check of readiness, in the order of the method: codes are permanent and never reused. */
import type { ReadinessContext } from './context.ts';
import * as criteria from './criterion-checks.ts';
import * as decisions from './decision-checks.ts';
import * as evidence from './evidence-checks.ts';
import type { Fault, Severity } from './finding.ts';
import { placeholderText } from './placeholder-check.ts';
import * as plan from './plan-checks.ts';
import * as priorities from './priority-checks.ts';
import * as scope from './scope-checks.ts';

/** A check: its code, what it weighs, and the function that finds its faults. */
export type Check = {
  readonly code: string;
  readonly severity: Severity;
  readonly find: (context: ReadinessContext) => readonly Fault[];
};

/** The checks: blockers, warnings, advice. */
export const checks = [
  { code: 'R01', severity: 'blocker', find: scope.noDecisionInScope },
  { code: 'R02', severity: 'blocker', find: decisions.decisionWithoutPriority },
  { code: 'R03', severity: 'blocker', find: priorities.ownerNotOnePerson },
  { code: 'R04', severity: 'blocker', find: criteria.priorityWithoutCriterion },
  { code: 'R05', severity: 'blocker', find: criteria.criterionIncomplete },
  { code: 'R06', severity: 'blocker', find: plan.noConstraintConfirmed },
  { code: 'R07', severity: 'blocker', find: evidence.patternWithoutEvidence },
  { code: 'R08', severity: 'blocker', find: evidence.brokenConsent },
  { code: 'R09', severity: 'blocker', find: scope.pagesOutsideTier },
  { code: 'R10', severity: 'blocker', find: scope.unrecordedWidening },
  { code: 'R11', severity: 'blocker', find: priorities.priorityWithoutDates },
  { code: 'R12', severity: 'blocker', find: priorities.ownerNotPermitted },
  { code: 'R20', severity: 'warning', find: priorities.stopsNothing },
  { code: 'R21', severity: 'warning', find: priorities.changesNoMeasure },
  { code: 'R22', severity: 'warning', find: priorities.ownerOfMany },
  { code: 'R23', severity: 'warning', find: priorities.lateFirstStep },
  { code: 'R24', severity: 'warning', find: plan.openJoin },
  {
    code: 'R25',
    severity: 'warning',
    find: (context) => [...priorities.startsTooEarly(context), ...plan.promiseTooEarly(context)],
  },
  { code: 'R26', severity: 'warning', find: criteria.activityMetric },
  { code: 'R27', severity: 'warning', find: decisions.themeOrGround },
  { code: 'R28', severity: 'warning', find: decisions.decisionIncomplete },
  { code: 'R29', severity: 'warning', find: evidence.fewHeard },
  { code: 'R30', severity: 'warning', find: plan.changeWithoutLink },
  { code: 'R31', severity: 'warning', find: evidence.orphanWork },
  { code: 'R32', severity: 'warning', find: priorities.againstFixedLimit },
  { code: 'R33', severity: 'warning', find: priorities.addsProcess },
  { code: 'R34', severity: 'warning', find: plan.suspectLink },
  { code: 'R35', severity: 'warning', find: plan.openObjection },
  { code: 'R36', severity: 'warning', find: evidence.wordsOfBlame },
  { code: 'R37', severity: 'warning', find: plan.crowdedPlan },
  { code: 'R38', severity: 'warning', find: placeholderText },
  { code: 'R39', severity: 'warning', find: decisions.decisionChangesNothing },
  { code: 'R44', severity: 'warning', find: decisions.levelWithoutTranslator },
  { code: 'R45', severity: 'warning', find: scope.termsOutsideTier },
  { code: 'R46', severity: 'warning', find: evidence.informedOnly },
  { code: 'R47', severity: 'warning', find: priorities.capabilityNotBuilt },
  { code: 'R48', severity: 'warning', find: priorities.nothingFollowsConstraint },
  { code: 'R49', severity: 'warning', find: evidence.fragmentation },
  { code: 'R50', severity: 'warning', find: priorities.writtenBeforePlayback },
  { code: 'R51', severity: 'warning', find: priorities.offWithoutReason },
  { code: 'R52', severity: 'warning', find: plan.leadNotAgreed },
  { code: 'R53', severity: 'warning', find: priorities.gainWithoutSource },
  { code: 'R55', severity: 'warning', find: priorities.ownerNotAccepted },
  { code: 'R40', severity: 'advice', find: evidence.noCustomerHeard },
  { code: 'R41', severity: 'advice', find: decisions.fewLiveCases },
  { code: 'R42', severity: 'advice', find: evidence.thinRating },
  { code: 'R54', severity: 'advice', find: decisions.mondayLineMissing },
  { code: 'R56', severity: 'advice', find: evidence.unreleasedQuote },
] as const satisfies readonly Check[];

/** Code of a check. */
export type CheckCode = (typeof checks)[number]['code'];
