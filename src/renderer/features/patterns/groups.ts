/** The list of patterns as it is shown: what enters the document, what does not, and what nothing stands behind. */
import { findingOf, patternsInDocument } from '../../../shared/analysis/document-patterns.ts';
import type { PatternReading } from '../../../shared/analysis/severity.ts';
import { foldText } from '../../../shared/lib/text.ts';
import type { Finding } from '../../../shared/model/index.ts';
import { numberWord } from './why.ts';

/** A line of the list: a pattern, or the words that part one group from the next. */
export type ListLine =
  | { readonly kind: 'cut'; readonly id: string; readonly says: string }
  | {
      readonly kind: 'pattern';
      readonly id: string;
      readonly reading: PatternReading;
      /** Set by hand to enter or to stay out; null where the rank decides. */
      readonly place: Finding['place'];
    };

/** The lines in rank order; with a filter only the patterns whose name has every word of it. */
export function linesOf(
  patterns: readonly PatternReading[],
  findings: readonly Finding[],
  filter = '',
): readonly ListLine[] {
  const inDocument = new Set(patternsInDocument(patterns, findings));
  const words = foldText(filter).split(/\s+/u).filter(Boolean);
  const shown = patterns.filter(({ pattern }) => words.every((word) => foldText(pattern.name).includes(word)));
  const line = (reading: PatternReading): ListLine => ({
    kind: 'pattern',
    id: reading.pattern.id,
    reading,
    place: findingOf(findings, reading.pattern.id)?.place ?? null,
  });
  const above = shown.filter((one) => inDocument.has(one));
  const below = shown.filter((one) => !inDocument.has(one) && carries(one));
  const last = shown.filter((one) => !inDocument.has(one) && !carries(one));
  const count = inDocument.size;
  const cut = `${numberWord(count, true)} ${count < 2 ? 'enters' : 'enter'} the document`;
  return [
    ...above.map(line),
    { kind: 'cut', id: 'cut:document', says: cut },
    ...below.map(line),
    ...(last.length === 0
      ? []
      : [{ kind: 'cut', id: 'cut:none', says: 'Rated without evidence, or not rated' } as const]),
    ...last.map(line),
  ];
}

/** The lines in the order of the method, which tells nothing of how anything was rated. */
export function linesInOrder(patterns: readonly PatternReading[], filter = ''): readonly ListLine[] {
  const words = foldText(filter).split(/\s+/u).filter(Boolean);
  return patterns
    .filter(({ pattern }) => words.every((word) => foldText(pattern.name).includes(word)))
    .toSorted((a, b) => a.order - b.order)
    .map((reading) => ({ kind: 'pattern', id: reading.pattern.id, reading, place: null }));
}

function carries({ severity, confidence }: PatternReading): boolean {
  return severity !== null && confidence !== 'none';
}
