/** Around the plan: what each function does on the first Monday, when nobody works, when it is reviewed, where it went back. */
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { deleteRow } from '../../../../shared/model/change.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { decisionName, inOrder } from '../../../parts/names.ts';
import { kitOptions } from '../../../parts/kit-words.ts';
import { RowList } from '../../../parts/row-list.tsx';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/pane.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from './plan.module.css';

/** One sentence for each function; customers are no part of it. */
export function FirstMonday() {
  const kit = useKit();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const rows = useRows('dayOne');
  const functions = kitOptions(kit, 'functions').filter(
    ({ id }) => id !== 'customer' || rows.some((row) => row.function === id),
  );
  const shown = readOnly ? functions.filter(({ id }) => rows.some((row) => row.function === id)) : functions;
  return (
    <Section title="On the first Monday">
      {shown.length === 0 && <p className={styles.quiet}>Nothing is written for the first Monday.</p>}
      <div className={styles.monday}>
        {shown.map(({ id, says }) => {
          const own = rows.filter((row) => row.function === id);
          return (own.length === 0 ? [null] : own).map((row, at) => (
            <Field
              // The row comes into being while it is typed, and stays the same field.
              key={`${id}:${at}`}
              entity="dayOne"
              id={row?.id ?? null}
              name="what"
              label={says}
              fresh={() => ({ engagement, function: id })}
            />
          ));
        })}
      </div>
    </Section>
  );
}

/** Closed weeks and planned reviews. */
export function Pauses() {
  const byDay = <R extends { readonly id: string }>(rows: readonly R[], day: (row: R) => string | null): readonly R[] =>
    rows.toSorted((a, b) => ((day(a) ?? '9') < (day(b) ?? '9') ? -1 : 1));
  const weeks = byDay(useRows('closedWeek'), (row) => row.monday);
  const reviews = byDay(useRows('plannedReview'), (row) => row.on);
  return (
    <>
      <Section title="Planned reviews">
        <RowList
          entity="plannedReview"
          label="Planned reviews"
          rows={reviews}
          columns={[
            { field: 'on', head: 'On', width: '150px' },
            { field: 'note', head: 'Note', wrap: true },
          ]}
          fresh={() => ({})}
          adds="Add a review"
          empty="No review is planned yet."
        />
      </Section>
      <Section title="Closed weeks">
        <RowList
          entity="closedWeek"
          label="Closed weeks"
          rows={weeks}
          columns={[
            { field: 'monday', head: 'Week of', width: '150px' },
            { field: 'reason', head: 'Reason', wrap: true },
          ]}
          fresh={() => ({})}
          adds="Add a closed week"
          empty="The client works in every week."
        />
      </Section>
    </>
  );
}

/** Where the plan went back to a decision. */
export function StepsBack({ map, onAdd }: { map: MapReading; onAdd: (decision: string) => void }) {
  const readOnly = useReadOnly();
  const file = useFile();
  const rows = useRows('stepBack');
  const decisions = inOrder([...map.translated, ...map.noted].map((one) => one.row));
  return (
    <Section title="Steps back to a decision">
      {rows.length === 0 && <p className={styles.quiet}>The plan did not have to go back to a decision.</p>}
      <div className={styles.stack}>
        {rows.map((row) => (
          <div key={row.id} className={styles.stepBack} data-place={`stepBack:${row.id}`}>
            <div className={styles.days}>
              <Field entity="stepBack" id={row.id} name="decision" />
              <Field entity="stepBack" id={row.id} name="on" />
            </div>
            <Field entity="stepBack" id={row.id} name="reason" />
            <Field entity="stepBack" id={row.id} name="initiative" />
            {!readOnly && (
              <div>
                <Button
                  kind="quiet"
                  small
                  icon="trash"
                  onPress={() => void file.edit('Remove a step back', [deleteRow('stepBack', row.id)])}
                >
                  Remove
                </Button>
              </div>
            )}
          </div>
        ))}
      </div>
      {!readOnly && decisions.length > 0 && (
        <Select
          label="Record a step back to"
          value={null}
          none="Choose a decision"
          options={decisions.map((row) => ({ id: row.id, says: `${row.label} ${decisionName(row)}`.trim() }))}
          onChange={(id) => {
            if (id !== null) onAdd(id);
          }}
        />
      )}
    </Section>
  );
}
