/** Confirmations that are over: which step, when, with the figures of that day. */
import type { ConstraintReading } from '../../../shared/analysis/constraint.ts';
import { useRows, useWindowState } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { countOf, showDay } from '../../parts/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { DefinitionList } from '../../ui/pane.tsx';
import { showRate, stepName } from './words.ts';
import styles from './page.module.css';

/** Shows them, youngest first; the day on which one ended can be mended. */
export function History({ reading }: { reading: ConstraintReading }) {
  const target = useWindowState((state) => state.place.target);
  const rows = reading.history.filter((row) => row.id !== reading.confirmed?.row.id).toReversed();
  const steps = useRows('step');
  if (rows.length === 0) return null;
  const wanted = target?.entity === 'constraint' && rows.some((row) => row.id === target.id);
  return (
    <div className={styles.history}>
      <Disclosure
        summary={countOf(rows.length, 'earlier confirmation', 'earlier confirmations')}
        {...(wanted ? { open: true } : {})}
      >
        <ul>
          {rows.map((row) => (
            <li key={row.id} data-place={`constraint:${row.id}`}>
              <b>{stepName(steps.find((step) => step.id === row.step))}</b>, confirmed {showDay(row.confirmedOn)}:{' '}
              {showRate(row.demandThen)} asked, {showRate(row.capacityThen)} done a week, {showRate(row.waitingThen)}{' '}
              waiting.
              {row.reason !== '' && ` ${row.reason}`}
              <DefinitionList labelWidth={88}>
                <Field entity="constraint" id={row.id} name="endedOn" label="Until" />
              </DefinitionList>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
