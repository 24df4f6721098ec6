/** What became of an objection: it changed something, became a limit, is being tested, or was declined with a reason. */
import { insertRow, updateRow } from '../../../shared/model/change.ts';
import { entities } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useRows, useToday } from '../../data/hooks.ts';
import { Field, placeOf } from '../../parts/field.tsx';
import { DefinitionList, Section } from '../../ui/pane.tsx';
import { Select } from '../../ui/select.tsx';

type Disposition = 'changed-map' | 'became-limit' | 'tested' | 'declined';

const dispositions = Object.entries(entities.objection.fields.disposition.options ?? {}).map(([id, says]) => ({
  id: id as Disposition,
  says,
}));

/** Shows and edits the disposition; the row is made by the first choice or word. */
export function ObjectionForm({ evidence }: { evidence: string }) {
  const file = useFile();
  const today = useToday();
  const engagement = useEngagement().id;
  const row = useRows('objection').find((one) => one.evidence === evidence);
  const id = row?.id ?? null;
  const disposition = row?.disposition ?? null;
  const fresh = () => ({ evidence });
  const decide = (next: Disposition | null): void => {
    const fields = { disposition: next, on: next === null ? null : (row?.on ?? today) };
    void file.edit('Say what became of an objection', [
      row === undefined
        ? insertRow('objection', file.newId(), { engagement, evidence, ...fields })
        : updateRow('objection', row.id, fields),
    ]);
  };
  return (
    <Section title="What became of the objection">
      <DefinitionList labelWidth={132}>
        <Select
          label="It"
          place={placeOf('objection', id ?? '', 'disposition')}
          value={disposition}
          options={dispositions}
          none="Nothing yet"
          onChange={decide}
        />
        <Field
          entity="objection"
          id={id}
          name="said"
          fresh={fresh}
          label="In reported speech"
          placeholder="Somebody said that …"
        />
        {disposition === 'changed-map' && (
          <>
            <Field entity="objection" id={id} name="changed" />
            <Field entity="objection" id={id} name="decision" />
            <Field entity="objection" id={id} name="priority" />
            <Field entity="objection" id={id} name="stop" />
          </>
        )}
        {disposition === 'became-limit' && <Field entity="objection" id={id} name="limit" />}
        {disposition === 'tested' && <Field entity="objection" id={id} name="experiment" />}
        {disposition !== null && <Field entity="objection" id={id} name="reason" />}
        {disposition !== null && <Field entity="objection" id={id} name="on" />}
      </DefinitionList>
    </Section>
  );
}
