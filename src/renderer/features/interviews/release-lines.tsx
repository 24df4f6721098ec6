/** The quotes of the release list as lines under their speakers. */
import type { Ref } from 'react';
import type { ReleaseEntry, ReleaseQuote } from '../../../shared/document/release.ts';
import type { Evidence, Interview, Stakeholder } from '../../../shared/model/index.ts';
import { countOf, showDay } from '../../parts/format.ts';
import { nameAmong } from '../../parts/names.ts';
import { RovingList } from '../../ui/list.tsx';
import { Section } from '../../ui/pane.tsx';
import { StageMark } from '../../ui/marks.tsx';
import { consentSays } from './names.ts';
import { releaseState } from './release-edits.ts';
import styles from './release.module.css';

/** A speaker, or one of their quotes. */
export type ReleaseLine =
  | { readonly id: string; readonly heading: string; readonly consent: string }
  | {
      readonly id: string;
      readonly entry: ReleaseEntry;
      readonly who: string;
      readonly quote: ReleaseQuote;
      readonly row: Evidence;
    };

/** The list as lines; a quote whose row is gone meanwhile is left out. */
export function linesOfRelease(
  entries: readonly ReleaseEntry[],
  evidence: readonly Evidence[],
  people: readonly Stakeholder[],
  interviews: readonly Interview[],
): readonly ReleaseLine[] {
  const rows = new Map(evidence.map((row) => [row.id, row]));
  return entries.flatMap((entry): ReleaseLine[] => {
    const title = interviews.find(({ id }) => id === entry.interview)?.title ?? '';
    const who =
      entry.person === null
        ? `A voice without a name${title === '' ? '' : `, ${title}`}`
        : nameAmong(people, entry.person) || 'Nameless person';
    const quotes = entry.quotes.flatMap((quote): ReleaseLine[] => {
      const row = rows.get(quote.evidence);
      return row === undefined ? [] : [{ id: row.id, entry, who, quote, row }];
    });
    const id = `speaker ${entry.person ?? entry.interview ?? ''}`;
    return quotes.length === 0 ? [] : [{ id, heading: who, consent: consentSays(entry.consent) }, ...quotes];
  });
}

/** Shows the lines with how far each release is. */
export function ReleaseLines({
  lines,
  selected,
  onSelect,
  listRef,
  waiting,
}: {
  lines: readonly ReleaseLine[];
  selected: string | null;
  onSelect: (evidence: string) => void;
  listRef: Ref<HTMLDivElement>;
  /** The list is being composed for the first time. */
  waiting: boolean;
}) {
  const rows = lines.flatMap((line) => ('row' in line ? [line.row] : []));
  const free = rows.filter((row) => row.release !== 'refused' && row.releasedOn !== null).length;
  const refused = rows.filter((row) => row.release === 'refused').length;
  return (
    <Section
      title="To be released before they are printed"
      aside={
        waiting
          ? 'Looking at what the document prints'
          : `${free} of ${countOf(rows.length, 'quote', 'quotes')} released, ${refused} not released`
      }
    >
      <RovingList
        listRef={listRef}
        label="Quotes to release"
        items={lines}
        keyOf={({ id }) => id}
        isHeading={(line) => 'heading' in line}
        selectedId={selected}
        onSelect={onSelect}
        render={(line) => {
          if ('heading' in line)
            return (
              <p className={styles.speaker}>
                <span>{line.heading}</span> <span className={styles.quiet}>{line.consent}</span>
              </p>
            );
          const { row, quote } = line;
          const state = releaseState(row);
          return (
            <div className={styles.line}>
              <p className={styles.words}>{quote.verbatim ? `“${row.text}”` : row.text}</p>
              <p className={styles.by}>
                <span>
                  {quote.printed ? 'in the document' : 'marked for the document'}
                  {quote.breach !== null && quote.breach !== 'refused' && ', may not be printed'}
                  {quote.under !== '' && `, as “${quote.under}”`}
                </span>
                <span>
                  {state}
                  {row.releaseAskedOn !== null &&
                    row.release === null &&
                    `, sent ${showDay(row.releaseAskedOn, 'shortDay')}`}
                </span>
                <StageMark
                  state={state.startsWith('released') ? 'full' : state.startsWith('asked') ? 'half' : 'empty'}
                  says={state}
                />
              </p>
            </div>
          );
        }}
      />
    </Section>
  );
}
