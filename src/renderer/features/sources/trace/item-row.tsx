/** One item of the list: key, words, function, age, and what is suggested or linked. */
import { memo } from 'react';
import type { OpenItem } from '../../../../shared/analysis/backlog-items.ts';
import type { Suggestion } from '../../../../shared/analysis/suggest/suggest.ts';
import { Icon } from '../../../ui/icon.tsx';
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import type { LinkEndWords } from '../use-open-work.ts';
import { Strength } from './strength.tsx';
import styles from './item-list.module.css';

/** What stands in the last column of a row. */
export type RowSuggestion =
  | { readonly is: 'linked'; readonly ends: readonly LinkEndWords[] }
  | { readonly is: 'suggested'; readonly suggestion: Suggestion; readonly label: string; readonly says: string }
  | { readonly is: 'lights-on' }
  | { readonly is: 'waiting' }
  | { readonly is: 'none' };

/** Draws a row; a press on its box gathers it for an action. */
export const ItemRow = memo(function ItemRow({
  item,
  where,
  age,
  shows,
  selected,
  marked,
  onMark,
}: {
  item: OpenItem;
  where: string;
  age: number | null;
  shows: RowSuggestion;
  selected: boolean;
  marked: boolean;
  onMark: (id: string) => void;
}) {
  const { row } = item;
  return (
    <div className={styles.row}>
      <span
        className={styles.box}
        data-on={marked ? '' : undefined}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onMark(row.id);
        }}
      >
        {marked && <Icon name="check" small />}
      </span>
      <span className={styles.key}>{row.key}</span>
      <span className={styles.title} title={row.title}>
        {row.title || 'Item without a title'}
      </span>
      <span className={styles.where}>{where}</span>
      <span className={styles.age}>{age === null ? '–' : `${age} d`}</span>
      <span className={styles.last}>
        <Last shows={shows} selected={selected} />
      </span>
    </div>
  );
});

function Last({ shows, selected }: { shows: RowSuggestion; selected: boolean }) {
  switch (shows.is) {
    case 'linked':
      return shows.ends.map((end) => (
        <span key={end.id} className={styles.end}>
          {end.label !== '' && <IdTag accent={selected}>{end.label}</IdTag>}
          <span className={styles.says}>{end.kind === 'stop' ? `contradicts: ${end.says}` : end.says}</span>
        </span>
      ));
    case 'suggested':
      return (
        <span className={styles.end}>
          <Strength of={shows.suggestion.strength} />
          <IdTag accent={selected}>{shows.label}</IdTag>
          <span className={styles.says}>{shows.says}</span>
          {selected && <KeyCaps of="Enter" silent />}
        </span>
      );
    case 'lights-on':
      return <span className={styles.quiet}>Keeps the lights on</span>;
    case 'waiting':
      return <span className={styles.quiet}>…</span>;
    case 'none':
      return <span className={styles.quiet}>No similar priority or decision</span>;
  }
}
