/** A text with the words of a query marked in it. */
import { Fragment } from 'react';
import { foldWithPlaces } from '../../shared/lib/find-words.ts';
import styles from './marked.module.css';

/** Marks every place where a word of the query stands, whatever its case and accents; what is in quotation marks as a whole. */
export function Marked({ text, query }: { text: string; query: string }) {
  const stretches = markedIn(text, query);
  if (stretches.length === 0) return text;
  const parts = stretches.map(([from, to], at) => (
    <Fragment key={from}>
      {text.slice(stretches[at - 1]?.[1] ?? 0, from)}
      <mark className={styles.mark}>{text.slice(from, to)}</mark>
    </Fragment>
  ));
  return (
    <>
      {parts}
      {text.slice(stretches.at(-1)?.[1] ?? 0)}
    </>
  );
}

/** The stretches of the text that the words of the query fill, in order and apart. */
function markedIn(text: string, query: string): readonly (readonly [from: number, to: number])[] {
  const { folded, at } = foldWithPlaces(text);
  const words = [...query.matchAll(/["“„«]([^"”“»]*)|([^\s"“„«”»]+)/gu)].map((match) =>
    foldWithPlaces(match[1] ?? match[2] ?? '').folded.trim(),
  );
  const found: [number, number][] = [];
  for (const word of words.filter(Boolean)) {
    for (let place = folded.indexOf(word); place >= 0; place = folded.indexOf(word, place + word.length)) {
      const last = at[place + word.length - 1] ?? 0;
      found.push([at[place] ?? 0, last + (/^.\p{M}*/su.exec(text.slice(last))?.[0].length ?? 1)]);
    }
  }
  const sorted = found.toSorted(([a], [b]) => a - b);
  return sorted.filter(([from], place) => !sorted.slice(0, place).some(([, to]) => to > from));
}
