/** A text with the words of a query marked in it. */
import { Fragment } from 'react';
import styles from './marked.module.css';

/** Marks every place where a word of the query stands. */
export function Marked({ text, query }: { text: string; query: string }) {
  const words = query.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return text;
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('|')})`, 'giu');
  return text.split(pattern).map((part, at) =>
    at % 2 === 1 ? (
      <mark className={styles.mark} key={`${at}${part}`}>
        {part}
      </mark>
    ) : (
      <Fragment key={`${at}${part}`}>{part}</Fragment>
    ),
  );
}
