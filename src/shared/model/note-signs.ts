/** Writing signs into a line of the notes and taking them away, as the keys for marks do. */
import { type LineHead, type NoteSign, parseHead, parseNoteLine } from './note-line.ts';
import type { NoteWords } from './note-words.ts';

/** A line after a key, and the words that are best typed over next. */
export type SignedLine = { readonly line: string; readonly select: readonly [from: number, to: number] | null };

/** Writes a sign before the words, or takes it away where it stands. */
export function toggleSign(line: string, sign: NoteSign, limitKinds: ReadonlySet<string>): string {
  const head = parseHead(line, limitKinds);
  const rest = line.slice(head.to);
  const left = head.signs.filter((one) => one.sign !== sign);
  if (left.length < head.signs.length) return written(left, rest);
  const own = { sign, text: sign, from: 0 };
  // A name follows its sign, so that this one stays last.
  return written(left.at(-1)?.sign === '@' ? [own, ...left] : [...left, own], rest);
}

/** Whether a line carries a sign. */
export function hasSign(line: string, sign: NoteSign, limitKinds: ReadonlySet<string>): boolean {
  return parseHead(line, limitKinds).signs.some((one) => one.sign === sign);
}

/**
 * The next way in which a quote was taken down: word for word, near enough, translated. What is translated keeps the words
 * as they were said in braces; as long as those differ, it is not word for word.
 */
export function turnFidelity(line: string, words: NoteWords): SignedLine {
  const { head, marks } = parseNoteLine(line, words);
  const rest = line.slice(head.to);
  if (marks === null || marks.quote === null) return { line: toggleSign(line, '>', words.limitKinds), select: null };
  const said = /\s*\{[^{}]*\}(?=[^{}]*$)/u;
  if (head.fidelity === 'verbatim') return { line: withQuote(head, '>~', rest), select: null };
  if (head.fidelity === 'paraphrase') {
    const kept = said.test(rest) ? rest : `${rest.trimEnd()} {${marks.words}}`;
    const next = withQuote(head, '>*', kept);
    const from = parseHead(next, words.limitKinds).to;
    return { line: next, select: said.test(rest) ? null : [from, from + marks.words.length] };
  }
  if (marks.original === marks.words || marks.original === '')
    return { line: withQuote(head, '>', rest.replace(said, '')), select: null };
  return { line: withQuote(head, '>~', rest), select: null };
}

function withQuote(head: LineHead, quote: string, rest: string): string {
  return written(
    head.signs.map((one) => (one.sign === '>' ? { ...one, text: quote } : one)),
    rest,
  );
}

function written(signs: LineHead['signs'], rest: string): string {
  if (signs.length === 0) return rest;
  const head = signs.map(({ text }) => text).join('');
  // A name stands at its sign.
  return head.endsWith('@') ? head + rest : `${head} ${rest}`;
}
