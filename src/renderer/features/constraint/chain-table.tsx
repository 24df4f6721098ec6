/** The chain as the table that is the picture: a column for each step, its load as a bar, its figures below to type in. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ConstraintReading } from '../../../shared/analysis/constraint.ts';
import type { Trial } from '../../../shared/analysis/what-if.ts';
import { useEngagement, useReadOnly, useWindowState } from '../../data/hooks.ts';
import { Field, type FieldName } from '../../parts/field.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Column, columnsOf, type StepAct } from './columns.ts';
import { AddColumn, StepHead } from './step-head.tsx';
import { showLoad, showRate, stepName } from './words.ts';
import styles from './chain-table.module.css';

/** Pixels of the highest bar. */
const plotHeight = 166;

/** Draws the chain; what is tried out stands beside what is. */
export function ChainTable({
  reading,
  blanks,
  trial,
  current,
  onCurrent,
  onAct,
}: {
  reading: ConstraintReading;
  blanks: readonly { readonly id: string; readonly position: number }[];
  trial: Trial | null;
  current: string | null;
  onCurrent: (id: string) => void;
  onAct: (act: StepAct, id: string) => void;
}) {
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const target = useWindowState((state) => state.place.target);
  const [more, setMore] = useState(false);
  const wanted = target?.entity === 'step' && moreFields.some((name) => name === target.field);
  const columns = columnsOf(reading.steps, blanks);
  const marked = reading.confirmed?.reading.step.id ?? reading.candidate?.step.id ?? null;
  const scale = plotHeight / Math.max(125, ...loadsOf(reading, trial));
  const cellClass = (column: Column): string =>
    [styles.cell, column.id === marked && styles.marked].filter(Boolean).join(' ');
  const row = (label: ReactNode, draw: (column: Column) => ReactNode, className = styles.figures): ReactNode => (
    <tr className={className}>
      <th scope="row" className={styles.label}>
        {label}
      </th>
      {columns.map((column) => (
        <td key={column.id} className={cellClass(column)} data-step={column.id}>
          {draw(column)}
        </td>
      ))}
      {!readOnly && <td />}
    </tr>
  );
  const field = (name: FieldName<'step'>, label: string, look: object = {}) =>
    function draw({ id, position, reading: step }: Column) {
      return (
        <Field
          entity="step"
          id={id}
          name={name}
          fresh={() => ({ position })}
          label={`${label}, ${step === null ? 'new step' : stepName(step.step)}`}
          hideLabel
          bare
          dense
          {...look}
        />
      );
    };
  return (
    <div className={styles.scroll}>
      <table
        className={styles.table}
        aria-label="The chain of steps"
        style={{ minInlineSize: 124 + columns.length * 116 }}
        onKeyDown={moveBetweenRows}
        onClick={(event) => {
          // The whole cell is the field.
          if (event.target instanceof HTMLTableCellElement)
            event.target.querySelector<HTMLElement>('input, textarea')?.focus();
        }}
        onFocus={(event) => {
          const id = event.target.closest<HTMLElement>('[data-step]')?.dataset['step'];
          if (id !== undefined && id !== current) onCurrent(id);
        }}
      >
        <colgroup>
          <col className={styles.labelColumn} />
          {columns.map((column) => (
            <col key={column.id} />
          ))}
          {!readOnly && <col className={styles.addColumn} />}
        </colgroup>
        <thead>
          <tr>
            <td className={styles.corner}>
              From request to customer value, in{' '}
              <Field
                entity="engagement"
                id={engagement.id}
                name="chainUnit"
                hideLabel
                bare
                wrap
                placeholder="what it completes"
              />{' '}
              a week
            </td>
            {columns.map((column, at) => (
              <th
                key={column.id}
                scope="col"
                className={`${cellClass(column)} ${styles.head}`}
                data-step={column.id}
                data-place={`step:${column.id}`}
              >
                <StepHead column={column} at={at} count={columns.length} reading={reading} onAct={onAct} />
              </th>
            ))}
            {!readOnly && (
              <td className={styles.add}>
                <AddColumn onAdd={() => onAct('add', columns.at(-1)?.reading?.step.id ?? '')} />
              </td>
            )}
          </tr>
        </thead>
        <tbody>
          <tr className={styles.plot} aria-hidden="true">
            <td className={styles.label}>
              <span className={styles.hundred} style={{ insetBlockEnd: 100 * scale - 9 }}>
                100 %
              </span>
            </td>
            {columns.map((column) => (
              <td key={column.id} className={cellClass(column)} data-step={column.id}>
                <Bar
                  load={column.reading?.utilisation ?? null}
                  tried={triedLoad(trial, column.id)}
                  scale={scale}
                  isMarked={column.id === marked}
                />
              </td>
            ))}
            {!readOnly && (
              <td>
                <span className={styles.line} style={{ insetBlockEnd: 100 * scale }} />
              </td>
            )}
          </tr>
          {row('Utilisation', ({ id, reading: step }) => {
            const tried = triedLoad(trial, id);
            return (
              <span className={styles.load}>
                {showLoad(step?.utilisation)}
                {tried !== null && (
                  <>
                    {' '}
                    <Icon name="arrow-right" small label="would be" /> {showLoad(tried)}
                  </>
                )}
              </span>
            );
          })}
          {row('Demand a week', field('demand', 'Demand a week', { placeholder: '–' }))}
          {row('Capacity a week', field('capacity', 'Capacity a week', { placeholder: '–' }))}
          {row('Items waiting', field('waiting', 'Items waiting', { placeholder: '–' }))}
          {row('Waiting, weeks', ({ reading: step }) => showRate(step?.waitingWeeks))}
          {row(
            <>
              Workarounds
              <span className={styles.more}>
                <LinkButton quiet aria-expanded={more || wanted} onPress={() => setMore(!more)}>
                  {more || wanted ? 'Fewer rows' : 'More rows'}
                </LinkButton>
              </span>
            </>,
            field('workaround', 'Workaround', { placeholder: 'None known' }),
            styles.words,
          )}
          {(more || wanted) && (
            <>
              {row(
                'Time of the best people, %',
                field('expertShare', "Share of the best people's time, percent", { placeholder: '–' }),
              )}
              {row('What happens here', field('note', 'What happens here'), styles.words)}
              {row(
                'At the start of a sentence',
                field('subject', 'Name at the start of a sentence', { wrap: true, placeholder: 'The name' }),
                styles.words,
              )}
            </>
          )}
        </tbody>
      </table>
    </div>
  );
}

const moreFields = ['expertShare', 'note', 'subject'] as const;

function Bar({
  load,
  tried,
  scale,
  isMarked,
}: {
  load: number | null;
  tried: number | null;
  /** Pixels for one percent. */
  scale: number;
  isMarked: boolean;
}) {
  return (
    <>
      {load !== null && (
        <i className={isMarked ? `${styles.bar} ${styles.accent}` : styles.bar} style={{ blockSize: load * scale }} />
      )}
      {tried !== null && <i className={styles.tried} style={{ blockSize: tried * scale }} />}
      <span className={styles.line} style={{ insetBlockEnd: 100 * scale }} />
    </>
  );
}

function loadsOf(reading: ConstraintReading, trial: Trial | null): number[] {
  const readings = [...reading.steps, ...(trial?.after.steps ?? [])];
  return readings.flatMap((one) => one.utilisation ?? []);
}

/** The load that a step would have, where a figure of it is tried out. */
function triedLoad(trial: Trial | null, id: string): number | null {
  if (trial === null || !trial.changed.includes(id)) return null;
  return trial.after.steps.find(({ step }) => step.id === id)?.utilisation ?? null;
}

/** Up, Down and Enter go through a column where a field has one line. */
function moveBetweenRows(event: KeyboardEvent): void {
  const { target, key } = event;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (!plain || !(target instanceof HTMLInputElement) || !['ArrowUp', 'ArrowDown', 'Enter'].includes(key)) return;
  const step = target.closest<HTMLElement>('[data-step]')?.dataset['step'];
  const table = target.closest('table');
  if (step === undefined || table === null) return;
  const fields = [...table.querySelectorAll<HTMLElement>(`[data-step="${CSS.escape(step)}"] :is(input, textarea)`)];
  const next = fields[fields.indexOf(target) + (key === 'ArrowUp' ? -1 : 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}
