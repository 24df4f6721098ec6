/** What became of one objection: the disposition, and what goes with it. */
import { insertRow, updateRow } from '../../../../shared/model/change.ts';
import { entities, type Objection } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useToday } from '../../../data/hooks.ts';
import { Field, placeOf } from '../../../parts/field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import styles from './objections.module.css';

type Disposition = NonNullable<Objection['disposition']>;

const options = Object.entries(entities.objection.fields.disposition.options ?? {}).map(([value, says], at) => ({
  value: value as Disposition,
  says,
  digit: at + 1,
}));

/** The form. The row comes into being with the first answer. */
export function ObjectionForm({ evidence, row }: { evidence: string; row: Objection | null }) {
  const file = useFile();
  const engagement = useEngagement().id;
  const today = useToday();
  const answer = (disposition: Disposition | null): void => {
    const fields = { disposition, on: row?.on ?? today };
    void file.edit('Answer an objection', [
      row === null
        ? insertRow('objection', file.newId(), { engagement, evidence, ...fields })
        : updateRow('objection', row.id, fields),
    ]);
  };
  const id = row?.id ?? '';
  return (
    <div className={styles.form} data-place={row === null ? undefined : `objection:${id}`}>
      <Segments
        label="What became of it"
        options={options}
        value={row?.disposition ?? null}
        place={placeOf('objection', id, 'disposition')}
        onChange={answer}
        autoFocus
      />
      {row !== null && row.disposition !== null && (
        <>
          <Field entity="objection" id={id} name="said" />
          {row.disposition === 'changed-map' && (
            <div className={styles.links}>
              <Field entity="objection" id={id} name="priority" />
              <Field entity="objection" id={id} name="decision" />
              <Field entity="objection" id={id} name="stop" />
            </div>
          )}
          {row.disposition === 'became-limit' && <Field entity="objection" id={id} name="limit" />}
          {row.disposition === 'tested' && <Field entity="objection" id={id} name="experiment" />}
          {row.disposition !== 'declined' && <Field entity="objection" id={id} name="changed" />}
          {row.disposition === 'declined' && <Field entity="objection" id={id} name="reason" />}
          <Field entity="objection" id={id} name="on" />
        </>
      )}
    </div>
  );
}
