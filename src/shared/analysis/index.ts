/** The whole analysis of one engagement: every figure that the screen, the document and the command line show. */
import type { ConfidenceReading } from './confidence.ts';
import { assessConstraint, type ConstraintReading } from './constraint.ts';
import { assessCoverage, type Coverage } from './coverage.ts';
import { assessDrift, type Drift } from './drift.ts';
import type { AnalysisInput } from './input.ts';
import { assessPlayback, type Playback } from './playback.ts';
import { assessPulse, type Pulse } from './pulse.ts';
import type { ReadinessOptions } from './readiness/context.ts';
import type { ReadinessFinding } from './readiness/finding.ts';
import { assessReadiness } from './readiness/index.ts';
import { assessRouting, type Routing } from './routing.ts';
import { assessPatterns, type PatternReading } from './severity.ts';
import { assessSuggestions, type Suggestions } from './suggestions.ts';
import type { RelatedWords } from './suggest/related.ts';
import { assessSuspectLinks, type SuspectLink } from './suspect.ts';

/** What only the caller knows. */
export type AnalysisOptions = ReadinessOptions & {
  /** Suggestions that are known already; they cost more than all other figures together. */
  readonly suggestions?: Suggestions;
  /** Which stems mean related things, for suggestions. */
  readonly related?: RelatedWords;
};

/** Everything that is computed from one engagement, inside view: small groups are not merged. */
export type Analysis = {
  readonly coverage: Coverage;
  readonly suggestions: Suggestions;
  /** Confidence by id of the pattern. */
  readonly confidence: Readonly<Record<string, ConfidenceReading>>;
  /** In rank order. */
  readonly patterns: readonly PatternReading[];
  /** The pulse: the three elements by function and level, with their gaps and what they say together. */
  readonly elements: Pulse;
  readonly playback: Playback;
  readonly constraint: ConstraintReading;
  readonly routing: Routing;
  /** Blockers, warnings and advice. */
  readonly readiness: readonly ReadinessFinding[];
  readonly suspect: readonly SuspectLink[];
  readonly drift: Drift;
};

/** Computes everything. It reads no clock: the day is part of the input. */
export function analyse(input: AnalysisInput, options: AnalysisOptions = {}): Analysis {
  const patterns = assessPatterns(input);
  const coverage = assessCoverage(input);
  const constraint = assessConstraint(input);
  const suspect = assessSuspectLinks(input.data, options.drafts);
  return {
    coverage,
    suggestions: options.suggestions ?? assessSuggestions(input, options.related),
    confidence: Object.fromEntries(
      patterns.map(({ pattern, confidence, contested, support, counter }) => [
        pattern.id,
        { confidence, contested, support, counter },
      ]),
    ),
    patterns,
    elements: assessPulse(input),
    playback: assessPlayback(input),
    constraint,
    routing: assessRouting(input, patterns),
    readiness: assessReadiness(input, options, { patterns, coverage, constraint, suspect }),
    suspect,
    drift: assessDrift(input),
  };
}
