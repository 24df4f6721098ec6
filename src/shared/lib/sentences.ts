/** Where the sentences and words of a text begin and end. */

/** A part of a text: offsets in UTF-16 units, the end exclusive. */
export type TextSpan = { readonly from: number; readonly to: number };

/** Whatever may close a sentence, with closing quotes and brackets; CJK full stops need no space behind them. */
const sentenceEnd = /(?:[.!?…]+["”’»)\]]*(?=\s+["“‘«(¿¡]*[\p{Lu}\p{N}\p{Lo}]|\s*$)|[。！？]+["”’」』]*|\n+)/gu;
const word = /[\p{L}\p{M}\p{N}]+(?:['’\-.,][\p{L}\p{M}\p{N}]+)*/gu;

/** The sentences of a text in order, without the spaces between them. A stop within a number or before a small letter ends none. */
export function sentenceSpans(text: string): readonly TextSpan[] {
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  const spans: TextSpan[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    const piece = text.slice(start, end);
    const from = start + (piece.length - piece.trimStart().length);
    const to = start + piece.trimEnd().length;
    if (to > from) spans.push({ from, to });
    start = Math.max(start, end);
  }
  return spans;
}

/** The words of a text in order; what is neither letter nor digit lies between them. */
export function wordSpans(text: string): readonly TextSpan[] {
  return [...text.matchAll(word)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
