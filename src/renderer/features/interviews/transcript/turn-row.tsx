/** One turn of a transcript: when, who, and the words with what is marked in them. */
import { memo } from 'react';
import type { TextSpan } from '../../../../shared/lib/sentences.ts';
import { showMoment } from '../../../../shared/model/mark-turn.ts';
import type { Turn } from '../../../../shared/model/index.ts';
import { classNames } from '../../../ui/class-names.ts';
import { findIn, partTurn, type TurnMark } from './turn-text.ts';
import styles from './transcript.module.css';

/** Draws a turn; drawn anew only when something of its own changes. */
export const TurnRow = memo(function TurnRow({
  turn,
  who,
  asks,
  marks,
  tags,
  selected,
  query,
}: {
  turn: Turn;
  who: string;
  /** The words are the interviewer's own. */
  asks: boolean;
  marks: readonly TurnMark[];
  /** What stands under the words about each mark. */
  tags: string;
  selected: TextSpan | null;
  query: string;
}) {
  const { text, startsAt } = turn;
  const parts = partTurn(text.length, marks, selected, query === '' ? [] : findIn(text, query));
  return (
    <div className={classNames(styles.turn, asks && styles.asks)} data-turn={turn.id} data-place={`turn:${turn.id}`}>
      <span className={styles.at}>{startsAt === null ? '' : showMoment(startsAt)}</span>
      <span className={styles.who}>{who}</span>
      <div className={styles.said}>
        <p className={styles.words} dir="auto" data-words>
          {parts.map((part) => (
            <span
              key={part.from}
              data-from={part.from}
              className={classNames(
                part.marked && styles.marked,
                part.found && styles.found,
                part.selected && styles.selected,
              )}
            >
              {text.slice(part.from, part.to)}
            </span>
          ))}
        </p>
        {tags !== '' && <p className={styles.tags}>{tags}</p>}
      </div>
    </div>
  );
});

/** The place of a point of the page in the words of a turn; null where it lies in none. */
export function pointIn(node: Node | null, offset: number): { readonly turn: string; readonly offset: number } | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const turn = element?.closest<HTMLElement>('[data-turn]')?.dataset['turn'];
  if (turn === undefined || element === null) return null;
  const part = element.closest<HTMLElement>('[data-from]');
  if (node instanceof Text && part !== null) return { turn, offset: Number(part.dataset['from']) + offset };
  const words = element.closest<HTMLElement>('[data-words]');
  if (words === null) return null;
  const child = node?.childNodes[offset];
  const from = child instanceof HTMLElement ? child.dataset['from'] : undefined;
  if (from !== undefined) return { turn, offset: Number(from) };
  return { turn, offset: offset === 0 ? 0 : words.textContent.length };
}
