/** What is tried on a free limit: at most six weeks each, with what it is read by, its result and what that changed. */
import { assessExperiment, experimentDays } from '../../../shared/analysis/limits.ts';
import { addDays } from '../../../shared/lib/dates.ts';
import { deleteRow, insertRow } from '../../../shared/model/change.ts';
import type { Experiment, Limit } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { countOf } from '../../parts/format.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ProblemLine } from '../../ui/field.tsx';
import styles from './dialogs.module.css';

/** Shows the experiments of a limit. */
export function Experiments({ limit }: { limit: Limit }) {
  const file = useFile();
  const engagement = useEngagement();
  const today = useToday();
  const readOnly = useReadOnly();
  const rows = useRows('experiment').filter((row) => row.limit === limit.id);
  const add = (): void => {
    const id = file.newId();
    const to = addDays(today, experimentDays - 1);
    const fields = { engagement: engagement.id, limit: limit.id, from: today, to };
    void file.edit('Try something on a limit', [insertRow('experiment', id, fields)]);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-place="experiment:${id}:what"] textarea`)?.focus(),
    );
  };
  return (
    <section className={styles.part} aria-label="What may be tried">
      <h3>What may be tried</h3>
      {rows.length === 0 && (
        <p className={styles.aside}>
          {limit.hold === 'free'
            ? 'Nothing is tried yet. Six weeks at the most, with a sign by which the result is read.'
            : 'A fixed limit is respected. What is tried on it stands here once it is free.'}
        </p>
      )}
      {rows.map((row, at) => (
        <Try key={row.id} row={row} number={at + 1} />
      ))}
      {!readOnly && (
        <Button kind="quiet" icon="plus" onPress={add}>
          Try something
        </Button>
      )}
    </section>
  );
}

function Try({ row, number }: { row: Experiment; number: number }) {
  const file = useFile();
  const today = useToday();
  const readOnly = useReadOnly();
  const { id } = row;
  const { days, tooLong, unread } = assessExperiment(row, today);
  return (
    <div className={styles.try} data-place={`experiment:${id}`}>
      <div className={styles.tryHead}>
        <span>
          Experiment {number}
          {days !== null && days > 0 && `, ${countOf(days, 'day', 'days')}`}
        </span>
        {days !== null && days < 1 && <ProblemLine kind="warning" says="It ends before it begins." />}
        {tooLong && <ProblemLine kind="warning" says={`Six weeks, ${experimentDays} days, are the most.`} />}
        {unread && <ProblemLine kind="warning" says="It is over and its result was not read." />}
        <span className={styles.space} />
        {!readOnly && (
          <IconButton
            icon="close"
            label={`Remove experiment ${number}`}
            onPress={() => void file.edit('Remove an experiment', [deleteRow('experiment', id)])}
          />
        )}
      </div>
      <div className={styles.two}>
        <Field entity="experiment" id={id} name="what" />
        <div className={styles.dates}>
          <Field entity="experiment" id={id} name="from" />
          <Field entity="experiment" id={id} name="to" />
        </div>
        <Field entity="experiment" id={id} name="readBy" />
        <Field entity="experiment" id={id} name="result" />
        <div className={styles.wide}>
          <Field entity="experiment" id={id} name="changed" />
        </div>
      </div>
    </div>
  );
}
