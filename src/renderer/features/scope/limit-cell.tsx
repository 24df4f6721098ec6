/** A limit in its cell: its words, what is tried on it, and for the pointer what the keys do. */
import { experimentDays, type ExperimentReading, type LimitReading } from '../../../shared/analysis/limits.ts';
import { useReadOnly } from '../../data/hooks.ts';
import { showDay } from '../../parts/format.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './limits.module.css';

/** Shows the limit. The buttons are reached by the keys of the cell rather than by Tab. */
export function LimitCell({
  reading,
  onEdit,
  onTurn,
  onOpen,
}: {
  reading: LimitReading;
  onEdit: () => void;
  onTurn: () => void;
  onOpen: () => void;
}) {
  const readOnly = useReadOnly();
  const { limit, experiments, untried } = reading;
  const turns = limit.hold === 'fixed' ? 'Make it free to try' : 'Make it fixed';
  return (
    <div className={styles.limit}>
      <button type="button" tabIndex={-1} className={styles.text} onClick={readOnly ? onOpen : onEdit}>
        {limit.text || 'Limit without words'}
      </button>
      {limit.hold === null && <p className={styles.more}>Fixed or free was not decided yet</p>}
      {experiments.map((one) => (
        <p key={one.row.id} className={styles.more}>
          Tried: {sayExperiment(one)}
        </p>
      ))}
      {untried && <p className={styles.more}>Nothing is tried on it yet</p>}
      <span className={styles.tools}>
        {!readOnly && (
          <button type="button" tabIndex={-1} className={styles.tool} aria-label={turns} title={turns} onClick={onTurn}>
            <Icon name={limit.hold === 'fixed' ? 'chevron-right' : 'lock'} small />
          </button>
        )}
        <button
          type="button"
          tabIndex={-1}
          className={styles.tool}
          aria-label="Open this limit"
          title="Who told it, and what is tried"
          onClick={onOpen}
        >
          <Icon name="dots" small />
        </button>
      </span>
    </div>
  );
}

function sayExperiment({ row, days, tooLong, unread }: ExperimentReading): string {
  const from = showDay(row.from, 'shortDay');
  const to = showDay(row.to, 'shortDay');
  const when = from === '' && to === '' ? '' : `, ${from || '…'} to ${to || '…'}`;
  const long = tooLong ? `, ${days} days where ${experimentDays} are the most` : '';
  return `${row.what || 'not said what'}${when}${long}${unread ? ', over and its result not read' : ''}`;
}
