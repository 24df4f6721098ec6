/**
 * Typing in notes: the text, the entry of each line, and the evidence that its marked lines are, all from one edit. A line
 * keeps its identity while text is typed into it and around it; a piece goes when its line or the last mark of it goes.
 */
import type { TextEdit } from '../lib/text-edit.ts';
import type { Change } from './change.ts';
import { addPiece, changeMarks, type MarkedPiece, type MarkedPlace, noMarks, removePiece } from './marks.ts';
import { freshKey, type LineEntry, noEntry, parseEntries, writeEntries } from './note-entries.ts';
import { parseNoteLine } from './note-line.ts';
import type { NoteWords } from './note-words.ts';

/** The notes under a question: the two fields that belong together. */
export type Notes = { readonly text: string; readonly lines: string };

/** What an edit is made in. */
export type NotesContext = {
  readonly words: NoteWords;
  readonly place: Omit<MarkedPlace, 'line'>;
  /** The piece of a line, by the key of the line; null where there is none (any more). */
  readonly pieceOf: (key: string) => MarkedPiece | null;
  /** Keys that pieces of these notes have, besides those of its lines. */
  readonly keysTaken: () => readonly string[];
  /** The moment to write beside a line that is typed now; null where no clock runs. */
  readonly now: string | null;
  readonly newId: () => string;
};

/** The notes after an edit, and what it makes of the evidence. */
export type EditedNotes = { readonly notes: Notes; readonly changes: readonly Change[] };

/** The longest that notes may get, in UTF-16 units. */
export const longestNotes = 190_000;

/** Edits the notes. The stretches are in order and do not overlap. */
export function editNotes(before: Notes, edits: readonly TextEdit[], context: NotesContext): EditedNotes {
  const lines = linesOf(before);
  const gone: Line[] = [];
  for (const edit of edits.toReversed()) replace(lines, edit, gone);
  const nextKey = (): string => freshKey([...lines, ...gone].map(({ entry }) => entry.key).concat(context.keysTaken()));
  const changes: Change[] = gone.flatMap(({ entry }) => {
    const marked = entry.key === '' ? null : context.pieceOf(entry.key);
    return marked === null ? [] : removePiece(marked);
  });
  for (const line of lines) {
    if (line.text === line.was) continue;
    changes.push(...changeLine(line, context, nextKey));
    if (line.entry.at === null && context.now !== null && line.text.trim() !== '' && (line.was ?? '').trim() === '')
      line.entry = { ...line.entry, at: context.now };
  }
  const entries = writeEntries(lines.map(({ entry }) => entry));
  return {
    notes: {
      text: lines.map(({ text }) => text).join('\n'),
      // Times are let go before words are.
      lines:
        entries.length > longestNotes ? writeEntries(lines.map(({ entry: { key } }) => ({ key, at: null }))) : entries,
    },
    changes,
  };
}

type Line = {
  text: string;
  entry: LineEntry;
  /** The text before the edit; null for a line that was not there. */
  readonly was: string | null;
};

function linesOf({ text, lines }: Notes): Line[] {
  const entries = parseEntries(lines);
  return text.split('\n').map((line, at) => ({ text: line, was: line, entry: entries[at] ?? noEntry }));
}

/** Replaces a stretch; lines that are no longer there go to `gone`. */
function replace(lines: Line[], { from, to, insert }: TextEdit, gone: Line[]): void {
  const first = placeOf(lines, from);
  const last = placeOf(lines, to);
  const old = lines.slice(first.line, last.line + 1);
  const [start] = old;
  const end = old.at(-1);
  if (start === undefined || end === undefined) return;
  const head = start.text.slice(0, first.at);
  const tail = end.text.slice(last.at);
  const inserted = insert.split('\n');
  // Whoever has the words keeps the identity: the first line while words of it stand, else the last one.
  const texts = inserted.map((part, at) => (at === 0 ? head : '') + part + (at === inserted.length - 1 ? tail : ''));
  const whole = old.length === 1 && texts.length === 1;
  const heir = whole || head.trim() !== '' ? 0 : -1;
  const heirs = new Map<number, Line>();
  if (heir === 0) heirs.set(0, start);
  const final = texts.length - 1;
  if (!heirs.has(final) && tail.trim() !== '' && !(end === start && heir === 0)) heirs.set(final, end);
  keepEqual(old, texts, heirs);
  const kept = new Set(heirs.values());
  gone.push(...old.filter((line) => !kept.has(line) && line.was !== null));
  const next = texts.map((text, at): Line => {
    const own = heirs.get(at);
    return { text, entry: own?.entry ?? noEntry, was: own?.was ?? null };
  });
  lines.splice(first.line, old.length, ...next);
}

/** Whole lines that were replaced by themselves, as when many are pasted over, keep their identity too. */
function keepEqual(old: readonly Line[], texts: readonly string[], heirs: Map<number, Line>): void {
  const kept = new Set(heirs.values());
  let from = 0;
  for (const [at, text] of texts.entries()) {
    if (heirs.has(at) || text === '') continue;
    const found = old.findIndex((line, place) => place >= from && line.text === text && !kept.has(line));
    const same = old[found];
    if (same === undefined) continue;
    heirs.set(at, same);
    from = found + 1;
  }
}

function placeOf(lines: readonly Line[], offset: number): { readonly line: number; readonly at: number } {
  let start = 0;
  for (const [line, { text }] of lines.entries()) {
    if (offset <= start + text.length || line === lines.length - 1) return { line, at: offset - start };
    start += text.length + 1;
  }
  return { line: 0, at: 0 };
}

/** What a changed line makes of its piece; gives the line its key, or takes it away. */
function changeLine(line: Line, context: NotesContext, nextKey: () => string): Change[] {
  const { words, newId } = context;
  const after = parseNoteLine(line.text, words).marks;
  const { key } = line.entry;
  const marked = key === '' ? null : context.pieceOf(key);
  if (marked === null) {
    // A sign alone is no evidence yet.
    if (after === null || after.words === '') return [];
    const own = nextKey();
    line.entry = { ...line.entry, key: own };
    return addPiece(newId(), after, { ...context.place, line: own }, newId);
  }
  const was = line.was ?? '';
  const before = parseNoteLine(was, words).marks;
  if (after === null && before !== null) {
    line.entry = { ...line.entry, key: '' };
    return removePiece(marked);
  }
  // What a line was marked with may no longer be known, such as a decision that was taken out: then its words count alone.
  const from = before ?? noMarks(was.trim());
  return changeMarks(marked, from, after ?? noMarks(line.text.trim()), { ...context.place, line: key }, newId);
}
