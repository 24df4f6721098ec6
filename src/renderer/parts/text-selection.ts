/** What is selected in the text of a source: by sentences, widened by words, over as many passages as one likes. */
import { sentenceSpans, type TextSpan, wordSpans } from '../../shared/lib/sentences.ts';

/** A place in the text: which passage, and the offset in its text. */
export type Point = { readonly at: number; readonly offset: number };

/** A selection; it is never empty, and its start lies before its end. */
export type Selection = { readonly start: Point; readonly end: Point };

/** The texts of the passages in reading order. */
export type Texts = readonly { readonly text: string }[];

/** The selection between two points in either order, without spaces at its ends; null where nothing lies between. */
export function selectBetween(texts: Texts, a: Point, b: Point): Selection | null {
  const [start, end] = compare(a, b) <= 0 ? [a, b] : [b, a];
  const first = texts[start.at]?.text ?? '';
  const last = texts[end.at]?.text ?? '';
  if (start.at === end.at) {
    const words = first.slice(start.offset, end.offset);
    const from = start.offset + (words.length - words.trimStart().length);
    const to = start.offset + words.trimEnd().length;
    return to > from ? { start: { at: start.at, offset: from }, end: { at: end.at, offset: to } } : null;
  }
  // An end that touches nothing of its passage does not count.
  if (first.slice(start.offset).trim() === '') {
    return selectBetween(texts, { at: start.at + 1, offset: 0 }, end);
  }
  if (last.slice(0, end.offset).trim() === '') {
    return selectBetween(texts, start, { at: end.at - 1, offset: texts[end.at - 1]?.text.length ?? 0 });
  }
  const lead = first.slice(start.offset);
  return {
    start: { at: start.at, offset: start.offset + (lead.length - lead.trimStart().length) },
    end: { at: end.at, offset: last.slice(0, end.offset).trimEnd().length },
  };
}

/** A whole passage; null for one without words. */
export function selectPassage(texts: Texts, at: number): Selection | null {
  return selectBetween(texts, { at, offset: 0 }, { at, offset: texts[at]?.text.length ?? 0 });
}

/** The sentence after or before what is selected; the first one where nothing is. */
export function moveSentence(texts: Texts, selection: Selection | null, step: 1 | -1): Selection | null {
  const from = selection?.start ?? { at: -1, offset: 0 };
  if (step === 1) {
    for (let at = Math.max(0, from.at); at < texts.length; at += 1) {
      const found = sentencesOf(texts, at).find((one) => at > from.at || one.from > from.offset);
      if (found !== undefined) return spanAt(at, found);
    }
    return selection;
  }
  for (let at = Math.min(from.at, texts.length - 1); at >= 0; at -= 1) {
    const found = sentencesOf(texts, at).findLast((one) => at < from.at || one.from < from.offset);
    if (found !== undefined) return spanAt(at, found);
  }
  return selection;
}

/** The first sentence of the next or previous passage with words. */
export function movePassage(texts: Texts, selection: Selection | null, step: 1 | -1): Selection | null {
  for (let at = (selection?.start.at ?? (step === 1 ? -1 : texts.length)) + step; texts[at] !== undefined; at += step) {
    const [first] = sentencesOf(texts, at);
    if (first !== undefined) return spanAt(at, first);
  }
  return selection;
}

/** The selection with its end moved by a word or a sentence; it keeps at least one word. */
export function extend(texts: Texts, selection: Selection, by: 'word' | 'sentence', step: 1 | -1): Selection {
  const { start, end } = selection;
  const spans = (at: number): readonly TextSpan[] =>
    by === 'word' ? wordsWithStops(texts[at]?.text ?? '') : sentencesOf(texts, at);
  if (step === 1) {
    for (let at = end.at; at < texts.length; at += 1) {
      const next = spans(at).find((one) => at > end.at || one.to > end.offset);
      if (next !== undefined) return { start, end: { at, offset: next.to } };
    }
    return selection;
  }
  for (let at = end.at; at >= start.at; at -= 1) {
    const last = spans(at).findLast((one) => at < end.at || one.to < end.offset);
    if (last !== undefined && (at > start.at || last.to > start.offset)) return { start, end: { at, offset: last.to } };
  }
  return selection;
}

/** The part of a selection that lies in one passage. */
export function spanIn(selection: Selection | null, at: number, length: number): TextSpan | null {
  if (selection === null || at < selection.start.at || at > selection.end.at) return null;
  return {
    from: at === selection.start.at ? selection.start.offset : 0,
    to: at === selection.end.at ? selection.end.offset : length,
  };
}

/** The words that are selected, a line for each passage. */
export function textOf(texts: Texts, selection: Selection): string {
  const parts: string[] = [];
  for (let { at } = selection.start; at <= selection.end.at; at += 1) {
    const text = texts[at]?.text ?? '';
    const span = spanIn(selection, at, text.length);
    if (span !== null) parts.push(text.slice(span.from, span.to));
  }
  return parts.filter((part) => part !== '').join('\n');
}

function compare(a: Point, b: Point): number {
  return a.at - b.at || a.offset - b.offset;
}

function spanAt(at: number, { from, to }: TextSpan): Selection {
  return { start: { at, offset: from }, end: { at, offset: to } };
}

function sentencesOf(texts: Texts, at: number): readonly TextSpan[] {
  return sentenceSpans(texts[at]?.text ?? '');
}

/** Words with the signs that close them, so that a selection can end with its full stop. */
function wordsWithStops(text: string): readonly TextSpan[] {
  return wordSpans(text).map(({ from, to }) => ({
    from,
    to: to + (/^[^\s\p{L}\p{N}]*/u.exec(text.slice(to))?.[0].length ?? 0),
  }));
}
