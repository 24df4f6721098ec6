/** The text of an editor of lines: what was replaced, and what of it may be kept. */
import type { ChangeSet } from '@codemirror/state';
import type { TextEdit } from '../../shared/lib/text-edit.ts';

/** The stretches that a change replaces, in order. */
export function editsOf(changes: ChangeSet): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) => edits.push({ from, to, insert: inserted.toString() }));
  return edits;
}

/** Well-formed text with plain line ends: half a surrogate pair may come before its other half. */
export function cleanText(text: string): string {
  const plain = text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
  return plain.isWellFormed() && !plain.includes('\0') ? plain : plain.replaceAll(/[\p{Surrogate}\0]/gu, '');
}
