/** Why a pattern has the number that it has, in sentences made of its own figures. */
import { type Confidence, confidenceWeights } from '../../../shared/analysis/confidence.ts';
import type { EvidenceSource } from '../../../shared/analysis/evidence.ts';
import type { PatternReading } from '../../../shared/analysis/severity.ts';
import { countOf, showNumber } from '../../parts/format.ts';

type Reading = Pick<
  PatternReading,
  'indicators' | 'severity' | 'rank' | 'confidence' | 'contested' | 'support' | 'counter'
>;

/** How the ratings made the severity, or what it takes to have one. */
export function whySeverity({ indicators, severity }: Reading): string {
  const values = indicators.flatMap((one) => one.value ?? []);
  const needed = Math.ceil(indicators.length / 2);
  if (severity === null) {
    return `${numberWord(values.length, true)} of ${numberWord(indicators.length)} indicators ${values.length === 1 ? 'is' : 'are'} rated; a severity takes ${numberWord(needed)}.`;
  }
  const average = showNumber(Math.round((severity / 25) * 10) / 10);
  const [only] = values;
  if (values.length === 1) return `The one rating is ${only} of 4.`;
  return `Mean of ${listWords(values.map(String))} is ${average} of 4.`;
}

/** How the evidence made the confidence. */
export function whyConfidence({ severity, support, counter, contested }: Reading): string {
  const { sources, functions, levels } = support;
  const against =
    counter.sources.length === 0
      ? ''
      : contested
        ? ` ${numberWord(counter.sources.length, true)} ${counter.sources.length === 1 ? 'speaks' : 'speak'} against it: contested, and one step lower.`
        : ` ${numberWord(counter.sources.length, true)} ${counter.sources.length === 1 ? 'speaks' : 'speak'} against it.`;
  if (sources.length === 0) return severity === null ? '' : `Rated without evidence.${against}`;
  const independent = `${numberWord(sources.length, true)} independent ${sources.length === 1 ? 'source' : 'sources'}`;
  const people =
    functions.length === 0
      ? ''
      : `; ${countWord(functions.length, 'function')} and ${countWord(levels.length, 'level')} among the people`;
  return `${independent}${people}.${against}`;
}

/** The arithmetic of severity and rank, a line each. */
export function arithmetic({ indicators, severity, rank, confidence }: Reading): readonly string[] {
  const values = indicators.flatMap((one) => one.value ?? []);
  if (severity === null || rank === null) return [];
  const sum = values.join(' + ');
  return [
    `Severity: (${sum}) ÷ ${values.length} ÷ 4 × 100 = ${showNumber(round1(severity))}`,
    `Rank: ${showNumber(round1(severity))} × ${showNumber(confidenceWeights[confidence])} for ${confidence} confidence = ${showNumber(round1(rank))}`,
  ];
}

/** What each step of confidence takes. */
export const confidenceRules: readonly { readonly confidence: Confidence; readonly takes: string }[] = [
  {
    confidence: 'high',
    takes: 'three independent sources or more, and among the people heard two functions and two levels',
  },
  { confidence: 'medium', takes: 'two independent sources' },
  { confidence: 'low', takes: 'one source' },
  { confidence: 'none', takes: 'rated without evidence: it moves nothing and stays out of the document' },
];

/** What kinds of sources stand behind it: "3 people, 1 document". */
export function sourcesInWords(sources: readonly EvidenceSource[]): string {
  const words: Readonly<Record<EvidenceSource['kind'], readonly [string, string]>> = {
    person: ['person', 'people'],
    voice: ['unknown voice', 'unknown voices'],
    document: ['document', 'documents'],
    backlog: ['list of work', 'lists of work'],
  };
  const kinds = ['person', 'voice', 'document', 'backlog'] as const;
  const parts = kinds.flatMap((kind) => {
    const count = sources.filter((source) => source.kind === kind).length;
    return count === 0 ? [] : [countOf(count, ...words[kind])];
  });
  return listWords(parts);
}

/** A small number in words, a larger one in digits. */
export function numberWord(count: number, start = false): string {
  const word = numberWords[count] ?? String(count);
  return start ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Things in a row: "a, b and c". */
export function listWords(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

const numberWords = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

function countWord(count: number, one: string): string {
  return `${numberWord(count)} ${count === 1 ? one : `${one}s`}`;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
