/** How a line of the notes looks: its time and sign beside it, a quote in the face of language, tags in the accent. */
import type { LineEntry } from '../../../../shared/model/note-entries.ts';
import { type LinePart, type NoteLine, parseNoteLine } from '../../../../shared/model/note-line.ts';
import type { NoteWords } from '../../../../shared/model/note-words.ts';
import type { LineLook } from '../../../ui/lines-editor-looks.ts';
import { clockOf } from '../times.ts';
import styles from './notes.module.css';

/** Looks at a line; `entry` is what is kept beside it. */
export function lookOfNote(line: string, entry: LineEntry | undefined, words: NoteWords): LineLook {
  const { marks, parts, head } = parseNoteLine(line, words);
  const inWords = parts.filter(({ is }) => is !== 'sign' && is !== 'kind');
  return {
    // Words that are not those that were said are no quote to the eye either.
    className: marks !== null && marks.quote !== null && marks.quote !== 'paraphrase' ? (styles.quote ?? '') : '',
    aside: clockOf(entry?.at ?? null),
    parts: [...headParts(head), ...inWords].map(({ is, from, to }) => ({
      from,
      to,
      className: styles[is] ?? '',
    })),
  };
}

/** The signs hang beside the words with the space after them; the kind of a limit stands before its words. */
function headParts({ signs, to }: NoteLine['head']): LinePart[] {
  const [first] = signs;
  const last = signs.at(-1);
  if (first === undefined || last === undefined) return [];
  const kind = last.sign === '^' && last.text.length > 1 ? last.from + 1 : null;
  const end = kind ?? to;
  return [
    { is: 'sign', from: first.from, to: end },
    ...(kind === null ? [] : [{ is: 'kind' as const, from: kind, to: last.from + last.text.length }]),
  ];
}
