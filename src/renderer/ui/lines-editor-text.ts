/** The text of an editor of lines: what differs, what was replaced, and what of it may be kept. */
import type { ChangeSet } from '@codemirror/state';

/** A stretch of the text before that was replaced. */
export type LinesEdit = { readonly from: number; readonly to: number; readonly insert: string };

/** The stretches that a change replaces, in order. */
export function editsOf(changes: ChangeSet): readonly LinesEdit[] {
  const edits: LinesEdit[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) => edits.push({ from, to, insert: inserted.toString() }));
  return edits;
}

/** Well-formed text with plain line ends: half a surrogate pair may come before its other half. */
export function cleanText(text: string): string {
  const plain = text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
  return plain.isWellFormed() && !plain.includes('\0') ? plain : plain.replaceAll(/[\p{Surrogate}\0]/gu, '');
}

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): LinesEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
