/** Every criterion as it stands: from, read, target, how far it is and how far it should be. Enter adds a reading. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { baselineOf, targetOf } from '../../../shared/analysis/criterion-value.ts';
import type { CriterionReading } from '../../../shared/analysis/review.ts';
import { useRows, useWindow } from '../../data/hooks.ts';
import { showDay } from '../../parts/format.ts';
import { useCommands } from '../../ui/commands.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IdTag, Meter } from '../../ui/marks.tsx';
import { showValue, states } from './words.ts';
import styles from './review.module.css';

/** Shows the criteria in the order of the map. */
export function CriteriaTable({
  readings,
  onRead,
}: {
  readings: readonly CriterionReading[];
  onRead: (id: string) => void;
}) {
  const window = useWindow();
  const priorities = useRows('priority');
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState(0);
  const move = (event: KeyboardEvent, by: number): void => {
    event.preventDefault();
    const next = Math.min(Math.max(at + by, 0), readings.length - 1);
    setAt(next);
    body.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  useCommands([
    {
      id: 'review.move',
      says: 'Move among the criteria',
      short: 'criterion',
      group: 'Review',
      keys: ['Up', 'Down'],
      bar: 1,
      keyOnly: true,
      run: () => body.current?.querySelectorAll<HTMLElement>('button')[at]?.focus(),
    },
    {
      id: 'review.read',
      says: 'Add a reading to the criterion',
      short: 'add a reading',
      group: 'Review',
      keys: ['Enter'],
      bar: 2,
      run: () => {
        const reading = readings[at];
        if (reading !== undefined) onRead(reading.criterion.id);
      },
    },
    {
      id: 'review.toMap',
      says: 'Show the criterion on the map',
      group: 'Review',
      keys: ['G'],
      run: () => {
        const reading = readings[at];
        if (reading !== undefined)
          window.go('map', null, { entity: 'criterion', id: reading.criterion.id, field: 'metric' });
      },
    },
  ]);
  return (
    <section className={styles.criteria} aria-label="Criteria">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" aria-label="Priority" />
            <th scope="col">Criterion</th>
            <th scope="col">From, read, target</th>
            <th scope="col">Progress</th>
            <th scope="col">Due</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody
          ref={body}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') move(event, 1);
            if (event.key === 'ArrowUp') move(event, -1);
          }}
        >
          {readings.map((reading, index) => {
            const { criterion, state, value, progress, expected, lacks } = reading;
            const { says, icon } = states[state];
            return (
              <tr key={criterion.id} data-place={`criterion:${criterion.id}`} data-on={index === at || undefined}>
                <td>
                  <IdTag>{priorities.find(({ id }) => id === criterion.priority)?.label ?? ''}</IdTag>
                </td>
                <td>
                  <button
                    type="button"
                    className={styles.criterion}
                    tabIndex={index === at ? 0 : -1}
                    onFocus={() => setAt(index)}
                    onClick={() => onRead(criterion.id)}
                    aria-label={`${criterion.metric}: ${says}. Add a reading`}
                  >
                    {criterion.metric || 'Criterion without words'}
                  </button>
                </td>
                <td className={styles.values}>
                  <span>{showValue(criterion, baselineOf(criterion))}</span>{' '}
                  <Icon name="arrow-right" small label="to" /> <b>{showValue(criterion, value)}</b>{' '}
                  <span>of {showValue(criterion, targetOf(criterion))}</span>
                </td>
                <td>
                  <Meter
                    value={progress === null ? null : Math.max(0, Math.min(1, progress)) * 100}
                    tone="ink"
                    tick={expected === null ? null : expected * 100}
                    wide
                  />
                </td>
                <td className={styles.due}>{showDay(criterion.dueOn, 'shortDay') || '–'}</td>
                <td>
                  <span className={styles.state} data-state={state}>
                    <Icon name={icon} small />
                    {lacks === 'definition' && value !== null ? 'Not comparable' : says}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
