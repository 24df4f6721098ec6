/** The last note of the question before, so that one sees what led here. */
import { parseEntries } from '../../../../shared/model/note-entries.ts';
import { parseNoteLine } from '../../../../shared/model/note-line.ts';
import type { NoteWords } from '../../../../shared/model/note-words.ts';
import { clockOf } from '../times.ts';
import type { Screen } from './use-screen.ts';
import styles from './screen.module.css';

/** Shows it, where there is one. */
export function NoteBefore({ screen, words }: { screen: Screen; words: NoteWords }) {
  const answer = screen.previous?.answer ?? null;
  const lines = answer?.text.split('\n') ?? [];
  const at = lines.findLastIndex((line) => line.trim() !== '');
  const line = lines[at];
  if (answer === null || line === undefined) return null;
  const { head } = parseNoteLine(line, words);
  return (
    <p className={styles.before}>
      <span className={styles.at}>{clockOf(parseEntries(answer.lines)[at]?.at ?? answer.askedAt)}</span>
      <span className={styles.sign}>{head.signs.map(({ text }) => text).join('')}</span>
      <span dir="auto">{line.slice(head.to).trim()}</span>
    </p>
  );
}
