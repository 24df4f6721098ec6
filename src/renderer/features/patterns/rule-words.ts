/** The four rules of the routing, each with the figures that made it hold or not. */
import { atLeast } from '../../../shared/lib/numbers.ts';
import {
  type Recommendation,
  type Routing,
  routingBounds,
  type RoutingRule,
} from '../../../shared/analysis/routing.ts';
import { countOf, showNumber } from '../../parts/format.ts';
import { listWords, numberWord } from './why.ts';

/** Names of axes by their ids. */
export type RuleNames = { readonly axis: (id: string) => string };

/** What each recommendation is called. */
export const routeNames: Readonly<Record<Recommendation, string>> = {
  'strategy-first': 'Strategy first',
  'intervene-then-diagnose': 'Intervene now, diagnose next',
  intervene: 'Intervene',
  'look-elsewhere': 'Look elsewhere',
};

/** What each recommendation says to do. */
export const routeSentences: Readonly<Record<Recommendation, string>> = {
  'strategy-first':
    'Strategy first. The strategy itself is in doubt; the larger diagnostic comes before any translation.',
  'intervene-then-diagnose':
    'Intervene now, diagnose next. Translation is missing, and one part of the strategy is in doubt as well.',
  intervene: 'Intervene. The strategy is sound enough; what is missing is its translation into work.',
  'look-elsewhere': 'Look elsewhere. Neither the strategy nor its translation is what holds it up.',
};

/** Why a rule holds, does not hold, or cannot be read yet. */
export function whyRule(rule: RoutingRule, routing: Routing, names: RuleNames): string {
  if (rule.holds === null) return `Not read yet. ${asks[rule.recommendation]}`;
  if (!rule.reached) return 'Not reached. The first rule that holds decides.';
  const { figures } = routing;
  switch (rule.recommendation) {
    case 'strategy-first':
      return rule.holds ? strategyHolds(routing, names) : strategyFails(routing, names);
    case 'intervene-then-diagnose':
      if (!reachesTranslation(figures)) return translationFails(figures);
      return rule.holds
        ? `Translation severity is ${whole(figures.translation)}, and ${axesAre(figures.strongAxes, names)} rated ${routingBounds.axis} or more.`
        : `It takes an axis rated ${routingBounds.axis} or more. There is none.`;
    case 'intervene':
      return rule.holds
        ? `Translation severity is ${whole(figures.translation)}, ${atBound(figures.translation)} ${routingBounds.translation} that the rule asks for, from ${countOf(figures.translationPatterns.length, 'pattern', 'patterns')} with evidence.`
        : translationFails(figures);
    case 'look-elsewhere': {
      const patterns = routing.lookAt.map((one) => one.pattern.name);
      const second = routing.secondSourceFor.map(names.axis);
      return [
        `Translation severity is ${whole(figures.translation)}, under ${routingBounds.translation}.`,
        patterns.length > 0 && `The highest patterns elsewhere: ${listWords(patterns)}.`,
        second.length > 0 && `Hear a second source on ${listWords(second)}.`,
      ]
        .filter((part) => part !== false)
        .join(' ');
    }
  }
}

/** When each rule holds. */
const asks: Readonly<Record<Recommendation, string>> = {
  'strategy-first': `It holds with an axis rated ${routingBounds.axis} or more on ${numberWord(routingBounds.sources)} independent sources, or a mean of ${showNumber(routingBounds.axisMean)}.`,
  'intervene-then-diagnose': `It holds with a translation severity of ${routingBounds.translation} and an axis rated ${routingBounds.axis} or more.`,
  intervene: `It holds with a translation severity of ${routingBounds.translation}.`,
  'look-elsewhere': `It holds with a translation severity under ${routingBounds.translation}.`,
};

/** What has to be known before the rules can be read; nothing where nothing is missing. */
export function missingWords({ missing }: Routing, names: RuleNames): string {
  if (missing === null) return '';
  const { axes, translationRated, translationNeeded, translationEvidence } = missing;
  const parts = [
    translationRated < translationNeeded &&
      `${numberWord(translationNeeded - translationRated)} more translation ${translationNeeded - translationRated === 1 ? 'pattern' : 'patterns'} with a severity`,
    axes.length > 0 && `a rating of ${listWords(axes.map(names.axis))}`,
    translationRated >= translationNeeded && translationEvidence && 'evidence of a translation pattern',
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'It cannot be read yet.' : `It cannot be read yet: it takes ${listWords(parts)}.`;
}

/** What lies between the strategy and the work, in a sentence; nothing before that is known. */
export function gapWords({ gap, nature }: Pick<Routing, 'gap' | 'nature'>): string {
  if (gap === null || nature === null) return '';
  const behind =
    nature === 'structural'
      ? 'two functions and two levels stand behind its top pattern'
      : 'fewer than two functions and two levels stand behind its top pattern';
  return `The gap is one of ${gap}, and ${nature}: ${behind}.`;
}

function strategyHolds({ figures }: Routing, names: RuleNames): string {
  if (figures.sourcedAxes.length > 0) {
    return `${axesAre(figures.sourcedAxes, names, true)} rated ${routingBounds.axis} or more, with evidence from ${numberWord(routingBounds.sources)} independent sources.`;
  }
  return `The mean of the axes is ${tenth(figures.axisMean)}; the rule asks for ${showNumber(routingBounds.axisMean)}.`;
}

function strategyFails({ figures }: Routing, names: RuleNames): string {
  const mean = `the mean is ${tenth(figures.axisMean)} where ${showNumber(routingBounds.axisMean)} would be needed`;
  return figures.strongAxes.length === 0
    ? `No axis is rated ${routingBounds.axis} or more, and ${mean}.`
    : `${axesAre(figures.strongAxes, names, true)} rated ${routingBounds.axis} or more on fewer than ${numberWord(routingBounds.sources)} sources, and ${mean}.`;
}

function translationFails({ translation }: Routing['figures']): string {
  return `Translation severity is ${whole(translation)} where ${routingBounds.translation} would be needed.`;
}

function reachesTranslation({ translation }: Routing['figures']): boolean {
  return translation !== null && atLeast(translation, routingBounds.translation);
}

function atBound(value: number | null): string {
  return value !== null && Math.round(value) === routingBounds.translation ? 'the' : 'over the';
}

function axesAre(ids: readonly string[], names: RuleNames, start = false): string {
  const words = listWords(ids.map(names.axis));
  const list = start ? words : words.toLowerCase();
  return `${list} ${ids.length === 1 ? 'is' : 'are'}`;
}

function whole(value: number | null): string {
  return value === null ? 'not known' : showNumber(Math.round(value));
}

function tenth(value: number | null): string {
  return value === null ? 'not known' : showNumber(Math.round(value * 10) / 10);
}
