/** One initiative: what it is, who leads it and has agreed, its measure and days, its milestones and joins. */
import type { InitiativeTest } from '../../../../shared/analysis/map/executability.ts';
import { insertRow } from '../../../../shared/model/change.ts';
import { useFile, useReadOnly, useRows } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { RowList } from '../../../parts/row-list.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { Section } from '../../../ui/pane.tsx';
import { EntryList } from '../entries/entry-list.tsx';
import { useProblems, useProblemsOf } from '../use-problems.ts';
import { PersonField } from '../who/person-field.tsx';
import { leadOf } from '../who/who.ts';
import { JoinFields } from './join-fields.tsx';
import { initiativeName } from './plan-actions.ts';
import { ProblemLine } from '../../../ui/field.tsx';
import styles from './plan.module.css';

/** Draws the fields. */
export function InitiativeDetails({
  test: { row },
  letter,
  onRemove,
}: {
  test: InitiativeTest;
  letter: string;
  onRemove: () => void;
}) {
  const { id } = row;
  const file = useFile();
  const readOnly = useReadOnly();
  const problems = useProblems('initiative', id);
  const milestoneProblems = useProblemsOf('milestone');
  const people = useRows('stakeholder');
  const milestones = useRows('milestone')
    .filter((one) => one.initiative === id)
    .toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1));
  const joins = useRows('join')
    .filter((one) => one.initiative === id || one.withInitiative === id)
    .toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1));
  const lead = people.find((one) => one.id === row.lead);
  return (
    <div className={styles.stack}>
      <div className={styles.titleLine}>
        <IdTag accent>{letter}</IdTag>
        <div className={styles.grow}>
          <Field entity="initiative" id={id} name="title" hideLabel wrap {...problems('title')} />
        </div>
        {!readOnly && <IconButton icon="trash" label="Delete this initiative" keys="Ctrl Delete" onPress={onRemove} />}
      </div>
      <div className={styles.pair}>
        <PersonField
          who={leadOf(row, initiativeName(row))}
          label="Lead"
          {...(problems('lead').problem === undefined ? problems('leadAnswer') : problems('lead'))}
        />
        <div className={styles.stack}>
          <Field entity="initiative" id={id} name="priority" />
          <Field entity="initiative" id={id} name="measure" />
          <div className={styles.days}>
            <Field entity="initiative" id={id} name="from" />
            <Field entity="initiative" id={id} name="to" />
          </div>
        </div>
      </div>
      <Section title="Milestones">
        <RowList
          entity="milestone"
          label="Milestones"
          rows={milestones}
          columns={[
            { field: 'on', head: 'On', width: '164px' },
            { field: 'what', head: 'Milestone', width: '1fr', wrap: true },
            { field: 'kind', head: 'Kind', width: '108px' },
          ]}
          fresh={() => ({ initiative: id })}
          adds="Add a milestone"
          empty="No milestone is dated yet."
        />
        {milestones.flatMap((one) =>
          milestoneProblems(one.id).map(({ code, severity, sentence }) => (
            <ProblemLine key={`${one.id}:${code}`} kind={severity} says={sentence} code={code} />
          )),
        )}
      </Section>
      <Section title="Joins" aside="where one function hands over to another">
        <EntryList
          entity="join"
          rows={joins}
          says="join"
          fresh={(engagement) => {
            const join = file.newId();
            const fields = { engagement, initiative: id, fromFunction: lead?.function ?? null };
            return { id: join, label: 'Add a join', changes: [insertRow('join', join, fields)] };
          }}
        >
          {(join) => <JoinFields join={join} />}
        </EntryList>
      </Section>
    </div>
  );
}
