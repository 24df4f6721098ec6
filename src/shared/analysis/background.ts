/** What stands beside the figures: readings that the stages show and the checks rest on, each with its rows. */
import { assessConflicts, type ConflictMap } from './conflict-map.ts';
import { assessHeardNotShared, type HeardNotShared } from './heard-not-shared.ts';
import { assessHeard, type Heard } from './heard.ts';
import type { AnalysisInput } from './input.ts';
import { assessLimits, type LimitReading } from './limits.ts';
import { assessSymptoms, type SymptomReading } from './symptoms.ts';
import { assessUptake, type DecisionUptake } from './uptake.ts';
import { assessValidity, missedTwice, type Validity } from './validity.ts';
import { assessWarnings, type DecisionWarnings } from './warnings.ts';

/** Readings beside the figures, inside view. */
export type Background = {
  readonly symptoms: readonly SymptomReading[];
  /** Known before approval, by decision. */
  readonly warnings: readonly DecisionWarnings[];
  readonly uptake: readonly DecisionUptake[];
  readonly heard: Heard;
  readonly heardNotShared: readonly HeardNotShared[];
  readonly limits: readonly LimitReading[];
  readonly conflicts: readonly ConflictMap[];
  readonly validity: Validity | null;
  /** Ids of criteria that were missed at two reviews. */
  readonly missedTwice: readonly string[];
};

/** Computes the readings beside the figures. */
export function assessBackground(input: AnalysisInput): Background {
  return {
    symptoms: assessSymptoms(input),
    warnings: assessWarnings(input),
    uptake: assessUptake(input),
    heard: assessHeard(input, 'inside'),
    heardNotShared: assessHeardNotShared(input, 'inside'),
    limits: assessLimits(input),
    conflicts: assessConflicts(input),
    validity: assessValidity(input),
    missedTwice: missedTwice(input),
  };
}
