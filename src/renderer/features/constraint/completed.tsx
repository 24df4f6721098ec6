/** What the constraint completes: dated readings of finished units, as bars and as rows to type in. */
import { useRef, useState } from 'react';
import type { ConstraintReading, StepReading } from '../../../shared/analysis/constraint.ts';
import { countCompleted } from '../../../shared/analysis/constraint-output.ts';
import { addDays, latestOf } from '../../../shared/lib/dates.ts';
import { type FieldsOf, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { CompletedReading } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday, useWindowState } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { countOf, showDay } from '../../parts/format.ts';
import { RowList } from '../../parts/row-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { DefinitionList } from '../../ui/pane.tsx';
import { showRate, stepName } from './words.ts';
import styles from './page.module.css';

/** Readings shown as bars. */
const barsShown = 8;

/** Shows the readings of the confirmed step, else of the one that the figures name. */
export function Completed({ reading }: { reading: ConstraintReading }) {
  const engagement = useEngagement();
  const step: StepReading | null = reading.confirmed?.reading ?? reading.candidate;
  const unit = engagement.chainUnit || 'units';
  return (
    <>
      <div className={styles.heading}>
        <h2>What it completes</h2>
        <span className={styles.aside}>{unit} a week, last eight readings</span>
      </div>
      {step === null ? (
        <p className={styles.text}>Readings belong to a step. Give the steps their figures first.</p>
      ) : (
        <Readings reading={reading} step={step} />
      )}
      <div className={styles.chainFacts}>
        <DefinitionList labelWidth={132}>
          <Field entity="engagement" id={engagement.id} name="chainUnitOne" label="One of what it completes" />
          <Field
            entity="engagement"
            id={engagement.id}
            name="hourCost"
            label={`An hour lost costs${engagement.currency === '' ? '' : `, ${engagement.currency}`}`}
          />
        </DefinitionList>
      </div>
    </>
  );
}

function Readings({ reading, step }: { reading: ConstraintReading; step: StepReading }) {
  const file = useFile();
  const today = useToday();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const box = useRef<HTMLDivElement>(null);
  const items = useRows('backlogItem');
  const target = useWindowState((state) => state.place.target);
  const [open, setOpen] = useState(false);
  const rows = useRows('completedReading').filter((row) => row.step === step.step.id);
  const output = reading.confirmed === null ? null : reading.output;
  const readings = output?.readings ?? [];
  const last = readings.slice(-barsShown);
  const most = Math.max(...last.map((one) => one.perWeek), 0);
  const all = output?.lastQuarter ?? output?.inAll ?? null;
  // The quarter may reach back before anything was read.
  const since = latestOf([output?.lastQuarter?.from ?? null, readings[0]?.row.from ?? null]);
  const wanted = target?.entity === 'completedReading' && rows.some((row) => row.id === target.id);
  const fresh = (): FieldsOf<'completedReading'> => {
    const end = latestOf(rows.map((row) => row.to));
    const from = end === null ? addDays(today, -6) : addDays(end, 1);
    return { step: step.step.id, from, to: addDays(from, 6) };
  };
  const add = (): void => {
    const id = file.newId();
    setOpen(true);
    void file.edit('Add a reading of completed output', [
      insertRow('completedReading', id, { engagement: engagement.id, ...fresh() }),
    ]);
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-place="completedReading:${id}:completed"] input`)?.focus(),
    );
  };
  const count = (row: CompletedReading): void => {
    if (row.from === null || row.to === null) return;
    const completed = countCompleted(items, row.from, row.to);
    void file.edit('Count a reading from done items', [
      updateRow('completedReading', row.id, { completed, how: 'counted' }),
    ]);
  };
  return (
    <div ref={box}>
      {last.length > 0 && (
        <div
          className={styles.bars}
          role="img"
          aria-label={`Completed a week: ${last.map((one) => showRate(one.perWeek)).join(', ')}`}
        >
          {last.map(({ row, perWeek }) => (
            <div key={row.id} title={`${showDay(row.from, 'shortDay')} to ${showDay(row.to, 'shortDay')}`}>
              <i style={{ blockSize: most === 0 ? 0 : (perWeek / most) * 48 }} />
              <span>{showRate(perWeek)}</span>
            </div>
          ))}
        </div>
      )}
      {all === null ? (
        <p className={styles.text}>
          {reading.confirmed === null && rows.length > 0
            ? 'The readings are drawn once the constraint is confirmed.'
            : `Nobody has counted yet what ${stepName(step.step)} completes.`}
        </p>
      ) : (
        <p className={styles.mean}>
          Mean {showRate(all.perWeek)} a week: {showRate(all.completed)} in {showRate(all.weeks)}{' '}
          {all.weeks === 1 ? 'week' : 'weeks'}
          {since !== null && output?.lastQuarter ? `, ${showDay(since)} to ${showDay(output.lastQuarter.to)}` : ''}.
        </p>
      )}
      <p className={styles.small}>Planned figures are left out. Only completed work counts here.</p>
      {!readOnly && (
        <div className={styles.buttons}>
          <Button small icon="plus" onPress={add}>
            Add a reading
          </Button>
        </div>
      )}
      {rows.length > 0 && (
        <Disclosure summary={countOf(rows.length, 'reading', 'readings')} open={open || wanted} onToggle={setOpen}>
          <RowList
            entity="completedReading"
            rows={rows.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))}
            label="Readings of completed output"
            columns={[
              {
                head: 'From and to',
                width: '1fr',
                show: (row) => (
                  <>
                    <Field entity="completedReading" id={row.id} name="from" hideLabel bare />
                    <Field entity="completedReading" id={row.id} name="to" hideLabel bare />
                  </>
                ),
              },
              { head: 'Done', field: 'completed', width: '64px' },
              {
                head: 'Read',
                width: '92px',
                show: (row) =>
                  readOnly || items.length === 0 || row.from === null || row.to === null ? (
                    <span className={styles.small}>{row.how === 'counted' ? 'counted' : 'by hand'}</span>
                  ) : (
                    <Button small kind="quiet" onPress={() => count(row)}>
                      {row.how === 'counted' ? 'Count again' : 'Count'}
                    </Button>
                  ),
              },
            ]}
          />
        </Disclosure>
      )}
    </div>
  );
}
