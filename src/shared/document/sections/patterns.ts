/** Where strategy and work part: the patterns that stand in the document, with what they rest on, cost and come from. */
import { findingOf, patternsInDocument } from '../../analysis/document-patterns.ts';
import type { PatternReading } from '../../analysis/severity.ts';
import { caption, emphasised, figureBlock, paragraph, quote } from '../builders.ts';
import type { Block, PartBlock } from '../blocks.ts';
import { offeredCost } from '../cost.ts';
import { heatFigure, severityFigure } from '../drawings.ts';
import type { Material } from '../material.ts';
import type { Section, SectionOptions } from '../section.ts';
import type { PrintedWords } from '../voices.ts';
import { endSentence, join, upperFirst } from '../words/text.ts';
import { readingSentences } from './patterns-reading.ts';
import { sectionTitle } from './parts.ts';

/** Where strategy and work part. */
export const patterns: Section = {
  id: 'patterns',
  compose: (material, options) => {
    const { words, voices } = material;
    const used = patternsUsed(material, options.content.patterns);
    const quotes = voices.quotes(used, options.content.quotes);
    const figures = figureBlocks(material, options, used);
    const reading = readingSentences(material);
    return {
      blocks: [
        sectionTitle('patterns', words),
        paragraph('patterns.intro', 'body', intro(material, used), figures.blocks.length > 0 ? { keepNext: true } : {}),
        ...figures.blocks,
        ...(reading === ''
          ? []
          : [paragraph('patterns.reading', 'body', reading, figures.blocks.length > 0 ? { gap: 'reading' } : {})]),
        ...used.flatMap((one) => patternBlocks(material, one, quotes.get(one.pattern.id)?.quotes ?? [])),
      ],
      empty: used.length === 0 ? [{ stage: 'patterns', sentence: words.sentence('patterns.none') }] : [],
      printed: [...quotes.values()].flatMap((one) => one.quotes.map(({ evidence }) => evidence)),
      withheld: [...quotes.values()].flatMap((one) => one.withheld),
      warnings: figures.warnings,
    };
  },
};

/** The patterns that are printed: those of the document, without any that rests on nothing. */
export function patternsUsed({ patterns: all, data }: Material, atMost: number): readonly PatternReading[] {
  return patternsInDocument(all, data.finding, atMost).filter(isSupported);
}

/** Sentence 3 of the style, with what was left out for want of evidence. */
function intro({ kit, patterns: all, data, words }: Material, used: readonly PatternReading[]): string {
  const values = { count: words.count(used.length), all: words.number(kit.content.patterns.length) };
  const opening =
    used.length === 0
      ? words.sentence('patterns.none')
      : words.sentence(used.length < 3 ? 'patterns.few' : 'patterns.many', values, used.length);
  const weakest = Math.min(...used.map((one) => one.severity ?? 0));
  const placeOf = (one: PatternReading) => findingOf(data.finding, one.pattern.id)?.place ?? null;
  const leftOut = all.filter(
    (one) =>
      !used.includes(one) &&
      (one.severity ?? 0) > 0 &&
      (one.confidence === 'none'
        ? placeOf(one) !== 'out' && (used.length < 3 || (one.severity ?? 0) >= weakest)
        : one.support.sources.length === 1 && placeOf(one) === 'out'),
  );
  return join(opening, ...leftOutSentences(leftOut, used.length, words));
}

function leftOutSentences(leftOut: readonly PatternReading[], used: number, words: Material['words']): string[] {
  return (['low', 'none'] as const).flatMap((confidence) => {
    const some = leftOut.filter((one) => (one.confidence === 'none') === (confidence === 'none'));
    if (some.length === 0) return [];
    if (some.length > mostNamed)
      return [words.sentence(`patterns.left-out.${confidence}.many`, { count: words.count(some.length) })];
    const names = words.list(some.map((one) => one.pattern.name));
    const key =
      used === 0 || some.length > 1 ? `patterns.left-out.${confidence}.more` : `patterns.left-out.${confidence}`;
    return [
      words.sentence(key, { ordinal: words.ordinal(used + 1), names, count: words.count(some.length) }, some.length),
    ];
  });
}

/** Patterns left out that are named; more are counted. */
const mostNamed = 3;

/** Figures 1 and 2 side by side, or the one of them that has data. */
function figureBlocks(material: Material, { brand }: SectionOptions, used: readonly PatternReading[]) {
  const { words } = material;
  const severity = used.length === 0 ? null : severityFigure(material, brand, used);
  const heat = heatFigure(material, brand, severity?.height);
  const part = (name: 'severity' | 'heat', figure: typeof heat): PartBlock[] =>
    figure === null
      ? []
      : [
          caption(`patterns.${name}.caption`, 'figure', words.say(`caption.${name}`), `fig_${name}`),
          figureBlock(`patterns.${name}`, figure, 79),
        ];
  const [left, right] = [part('severity', severity), part('heat', heat)];
  const both: Block = { kind: 'pair', key: 'patterns.figures', pair: 'figures', left, right };
  return {
    blocks: severity !== null && heat !== null ? [both] : [...left, ...right],
    warnings: [...(severity?.warnings ?? []), ...(heat?.warnings ?? [])],
  };
}

function patternBlocks(material: Material, one: PatternReading, quotes: readonly PrintedWords[]): Block[] {
  const { data, words } = material;
  const key = `pattern.${one.pattern.id}`;
  const finding = findingOf(data.finding, one.pattern.id);
  const cost = endSentence(finding?.cost ?? '') || offeredCost(material, one.pattern.id);
  const cause = endSentence(finding?.rootCause ?? '');
  const severity = words.say('severity', {
    band: upperFirst(words.say(`band.${one.band ?? 'minor'}`), words.locale),
    severity: words.number(one.severity ?? 0, 0),
  });
  const left: PartBlock[] = [
    paragraph(`${key}.severity`, 'table-note', [emphasised(severity), { text: `; ${evidenceSentence(one, words)}` }]),
    paragraph(`${key}.diagnosis`, 'body', diagnosis(one, finding?.diagnosis ?? ''), { gap: 'diagnosis' }),
    ...(cost === null || cost === ''
      ? []
      : [paragraph(`${key}.cost`, 'body', [emphasised(words.say('patterns.cost')), { text: ` ${cost}` }])]),
    ...(cause === ''
      ? []
      : [paragraph(`${key}.cause`, 'body', [emphasised(words.say('patterns.cause')), { text: ` ${cause}` }])]),
  ];
  const title = paragraph(`${key}.title`, 'heading-2', one.pattern.name);
  const right = quotes.flatMap((each, at) => quoteBlocks(`${key}.quote${at + 1}`, each));
  return [title, { kind: 'pair', key, pair: 'pattern', left, right }];
}

/** Sentence 2 of the style. */
function evidenceSentence(
  { confidence, contested, support, counter }: PatternReading,
  words: Material['words'],
): string {
  const { sources, functions } = support;
  const values = { level: words.say(`confidence.${confidence}`), count: sources.length, functions: functions.length };
  // What is contested has its line filled by that.
  const spread = functions.length > 1 && !contested ? 'evidence.spread' : 'evidence';
  const against = { count: words.count(counter.sources.length) };
  return [
    words.say(spread, values, sources.length),
    contested && words.say('evidence.contested', against, counter.sources.length),
    !contested && counter.sources.length > 0 && words.say('evidence.counter', against, counter.sources.length),
  ]
    .filter(Boolean)
    .join('; ');
}

/** What the pattern says, then what it means here: as written, else the indicators that were rated highest. */
function diagnosis({ pattern, indicators }: PatternReading, written: string): string {
  const marked = indicators
    .filter((one) => (one.value ?? 0) >= 3)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, 2)
    .map((one) => endSentence(one.indicator.text));
  return join(endSentence(pattern.says), ...(endSentence(written) === '' ? marked : [endSentence(written)]));
}

/** Words as spoken stand in quotation marks; reports and translations as plain text that says what it is. */
function quoteBlocks(key: string, { text, verbatim, source }: PrintedWords): PartBlock[] {
  if (verbatim) return [quote(key, text, source)];
  return [
    paragraph(key, 'table-text', endSentence(text), { gap: 'criterion' }),
    paragraph(`${key}.source`, 'table-note', source),
  ];
}

function isSupported(one: PatternReading): boolean {
  return one.confidence !== 'none' && one.severity !== null;
}
