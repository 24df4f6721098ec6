/** What should happen next: intervene, diagnose the strategy first, both, or look elsewhere; with the figures that decided. */
import { atLeast, mean } from '../lib/numbers.ts';
import type { Engagement } from '../model/index.ts';
import { type Backing, assessEvidence, backingOf } from './evidence.ts';
import { type AnalysisInput, engagementOf } from './input.ts';
import { byRowId } from './order.ts';
import type { PatternReading } from './severity.ts';

/** What the routing can recommend. */
export type Recommendation = NonNullable<Engagement['routingOverrule']>;

/** What lies between the strategy and the work. */
export type Gap = 'strategy' | 'translation' | 'system' | 'effort';

/** One axis of the strategy as it was rated. */
export type AxisReading = {
  /** Id of the kit. */
  readonly axis: string;
  /** 0 to 4; null is not rated. */
  readonly value: number | null;
  readonly rationale: string;
  /** Evidence for the rating; what speaks against it is no source of it. */
  readonly support: Backing;
  readonly counter: Backing;
};

/** The figures of one rule. */
export type RoutingRule = {
  readonly recommendation: Recommendation;
  /** Null while the inputs that it needs are missing. */
  readonly holds: boolean | null;
  /** The rule that decides; those below it are not reached. */
  readonly decides: boolean;
  readonly reached: boolean;
};

/** What is missing before the rules can be read. */
export type RoutingGaps = {
  /** Translation patterns with a severity, and how many are needed. */
  readonly translationRated: number;
  readonly translationNeeded: number;
  /** Ids of axes that are not rated. */
  readonly axes: readonly string[];
  /** No rated translation pattern has evidence, so that rules 2 to 4 cannot be read. */
  readonly translationEvidence: boolean;
};

/** The routing with everything that made it. */
export type Routing = {
  /** Null while something is missing. */
  readonly recommendation: Recommendation | null;
  readonly rules: readonly RoutingRule[];
  /** Null when nothing is missing. */
  readonly missing: RoutingGaps | null;
  readonly figures: {
    /** Mean severity of the translation patterns with evidence, 0 to 100. */
    readonly translation: number | null;
    /** Ids of the translation patterns behind that mean. */
    readonly translationPatterns: readonly string[];
    /** Mean of the rated axes, 0 to 4. */
    readonly axisMean: number | null;
    /** Ids of the axes rated 3 or more. */
    readonly strongAxes: readonly string[];
    /** Those of them with evidence from two independent sources. */
    readonly sourcedAxes: readonly string[];
  };
  readonly axes: readonly AxisReading[];
  readonly gap: Gap | null;
  /** Structural with two functions and two levels behind the top pattern of the gap. */
  readonly nature: 'structural' | 'tactical' | null;
  /** Where to look when rule 4 holds: patterns outside the translation family with the highest ranks. */
  readonly lookAt: readonly PatternReading[];
  /** Axes for which rule 4 asks for a second source. */
  readonly secondSourceFor: readonly string[];
  /** Another recommendation with its reason; without a reason it is not in force. */
  readonly overrule: { readonly to: Recommendation; readonly reason: string; readonly inForce: boolean } | null;
  /** What the document recommends: the overrule in force, else the rules. */
  readonly final: Recommendation | null;
};

/** Bounds of the rules, from the method. */
export const routingBounds = {
  axis: 3,
  axisMean: 2.5,
  sources: 2,
  translation: 40,
  system: 50,
  translationPatterns: 2,
};

/** How many patterns rule 4 names. */
const lookAtMost = 3;
const translationFamily = 'translation';

/** Reads the routing from the patterns in rank order. */
export function assessRouting(input: AnalysisInput, patterns: readonly PatternReading[]): Routing {
  const axes = assessAxes(input);
  const figures = readFigures(patterns, axes);
  const missing = readMissing(patterns, axes);
  const rules = readRules(figures, missing);
  const recommendation = rules.find((rule) => rule.decides)?.recommendation ?? null;
  const others = patterns.filter((one) => !isTranslation(one) && weighs(one));
  const elsewhere = recommendation === 'look-elsewhere';
  const gap = recommendation === null ? null : gapOf(recommendation, others);
  const overrule = readOverrule(engagementOf(input.data), recommendation);
  return {
    recommendation,
    rules,
    missing: recommendation === null ? missing : null,
    figures,
    axes,
    gap,
    nature: gap === null ? null : natureOf(topPattern(gap, patterns)),
    lookAt: elsewhere ? others.slice(0, lookAtMost) : [],
    secondSourceFor: elsewhere ? figures.strongAxes.filter((axis) => !figures.sourcedAxes.includes(axis)) : [],
    overrule,
    final: overrule?.inForce === true ? overrule.to : recommendation,
  };
}

function assessAxes({ data, kit }: AnalysisInput): AxisReading[] {
  const evidence = assessEvidence(data);
  const rows = data.axisRating.toSorted(byRowId);
  return kit.content.axes.map(({ id }) => {
    const rated = rows.findLast((row) => row.axis === id && row.lead && row.value !== null);
    const backing = backingOf(evidence, (link) => link.axis === id);
    return { axis: id, value: rated?.value ?? null, rationale: rated?.rationale ?? '', ...backing };
  });
}

function readFigures(patterns: readonly PatternReading[], axes: readonly AxisReading[]): Routing['figures'] {
  const behind = patterns.filter((one) => isTranslation(one) && one.severity !== null && one.confidence !== 'none');
  const strong = axes.filter((one) => one.value !== null && one.value >= routingBounds.axis);
  return {
    translation: mean(behind.flatMap((one) => one.severity ?? [])),
    translationPatterns: behind.map((one) => one.pattern.id),
    axisMean: mean(axes.flatMap((one) => one.value ?? [])),
    strongAxes: strong.map((one) => one.axis),
    sourcedAxes: strong.filter((one) => one.support.sources.length >= routingBounds.sources).map((one) => one.axis),
  };
}

function readMissing(patterns: readonly PatternReading[], axes: readonly AxisReading[]): RoutingGaps {
  const rated = patterns.filter((one) => isTranslation(one) && one.severity !== null);
  return {
    translationRated: rated.length,
    translationNeeded: routingBounds.translationPatterns,
    axes: axes.filter((one) => one.value === null).map((one) => one.axis),
    translationEvidence: rated.length > 0 && rated.every((one) => one.confidence === 'none'),
  };
}

function readRules(figures: Routing['figures'], missing: RoutingGaps): RoutingRule[] {
  const rated = missing.translationRated >= missing.translationNeeded && missing.axes.length === 0;
  const translated = figures.translation === null ? null : atLeast(figures.translation, routingBounds.translation);
  const strategy =
    figures.sourcedAxes.length > 0 || (figures.axisMean !== null && atLeast(figures.axisMean, routingBounds.axisMean));
  const verdicts: readonly (readonly [Recommendation, boolean | null])[] = [
    ['strategy-first', rated ? strategy : null],
    ['intervene-then-diagnose', rated && translated !== null ? translated && figures.strongAxes.length > 0 : null],
    ['intervene', rated ? translated : null],
    ['look-elsewhere', rated && translated !== null ? !translated : null],
  ];
  const first = verdicts.findIndex(([, holds]) => holds !== false);
  return verdicts.map(([recommendation, holds], at) => ({
    recommendation,
    holds,
    decides: at === first && holds === true,
    reached: at <= first,
  }));
}

function gapOf(recommendation: Recommendation, others: readonly PatternReading[]): Gap {
  if (recommendation === 'strategy-first') return 'strategy';
  if (recommendation !== 'look-elsewhere') return 'translation';
  return others.some((one) => atLeast(one.severity ?? 0, routingBounds.system)) ? 'system' : 'effort';
}

/** The pattern of highest rank that the gap rests on: for a strategy gap any, else those of its side. */
function topPattern(gap: Gap, patterns: readonly PatternReading[]): PatternReading | undefined {
  return patterns.find((one) => weighs(one) && (gap === 'strategy' || isTranslation(one) === (gap === 'translation')));
}

function natureOf(top: PatternReading | undefined): 'structural' | 'tactical' {
  const support = top?.support;
  return support !== undefined && support.functions.length >= 2 && support.levels.length >= 2
    ? 'structural'
    : 'tactical';
}

function readOverrule(engagement: Engagement, recommendation: Recommendation | null): Routing['overrule'] {
  const to = engagement.routingOverrule;
  if (to === null || to === recommendation) return null;
  const reason = engagement.routingReason.trim();
  return { to, reason, inForce: reason !== '' };
}

function isTranslation(one: PatternReading): boolean {
  return one.pattern.family === translationFamily;
}

/** A pattern without evidence moves nothing. */
function weighs(one: PatternReading): boolean {
  return one.severity !== null && one.confidence !== 'none';
}
