/** Coverage as one picture, for a slide: the same figures as on screen, in the firm's colours and the document's language. */
import { assessCoverage, type Coverage } from '../analysis/coverage.ts';
import type { AnalysisInput } from '../analysis/input.ts';
import { drawCoverage } from '../figures/coverage-figure.ts';
import type { Figure } from '../figures/figure.ts';
import type { CoverageWords } from '../figures/words.ts';
import { lookOf } from './drawings.ts';
import type { Brand } from './settings.ts';
import { documentLocale } from './words/language.ts';
import { vocabularyOf, type Words, wordsFor } from './words/words.ts';

/** Draws the coverage of an engagement's open work. */
export function coveragePicture(input: AnalysisInput, brand: Brand): Figure {
  const { data, kit } = input;
  const client = data.client[0] ?? { name: '', profile: null, locale: '' };
  const words = wordsFor(kit, documentLocale(kit.content.language, client.locale), vocabularyOf(kit, client));
  const coverage = assessCoverage(input);
  const classes = (['traced', 'lights-on', 'contradicting', 'orphan'] as const).map((one) => {
    const { count, share } = coverage.classes[one];
    return { class: one, count, share };
  });
  return drawCoverage(
    {
      open: coverage.open,
      classes,
      decisions: coverage.decisions.map(({ decision, count, share }) => {
        return { label: decision.label, name: decision.title || decision.statement, count, share };
      }),
      note: noteOf(coverage, words),
    },
    { ...lookOf(brand, words), words: coverageWords(words) },
  );
}

/** What an item counts for, and the day of the export where there is one. */
function noteOf({ weighting, asOf, asOfExport }: Coverage, words: Words): string {
  const counted = words.say(weighting === 'effort' ? 'figure.coverage.by-effort' : 'figure.coverage.by-count');
  return asOfExport ? `${counted} ${words.say('figure.coverage.export', { day: words.day(asOf) })}` : counted;
}

function coverageWords(words: Words): CoverageWords {
  return {
    open: { one: words.say('figure.coverage.open', {}, 1), other: words.say('figure.coverage.open', {}, 0) },
    classes: {
      traced: words.say('figure.coverage.traced'),
      'lights-on': words.say('figure.coverage.lights-on'),
      contradicting: words.say('figure.coverage.contradicting'),
      orphan: words.say('figure.coverage.orphan'),
    },
    byDecision: words.say('figure.coverage.by-decision'),
    noData: words.say('figure.no-data'),
    alt: words.say('figure.coverage.alt'),
  };
}
