/** The proposition of a decision, tried on real accounts. */
import { insertRow } from '../../../../shared/model/change.ts';
import type { Decision } from '../../../../shared/model/index.ts';
import { useFile, useRows } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { inOrder, lastPosition } from '../../../parts/names.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Section } from '../../../ui/pane.tsx';
import { useDesk } from '../desk.ts';
import { EntryList } from '../entries/entry-list.tsx';
import { useProblems } from '../use-problems.ts';
import styles from './sheet.module.css';

const sentences = ['forWhom', 'problem', 'insteadOf', 'whyUs', 'promise'] as const;
const mondays = ['mondaySales', 'mondayMarketing', 'mondayProduct'] as const;

/** Draws the part. */
export function PropositionView({ decision }: { decision: Decision }) {
  const file = useFile();
  const desk = useDesk();
  const problems = useProblems('decision', decision.id);
  const cases = inOrder(useRows('liveCase').filter((row) => row.decision === decision.id));
  return (
    <>
      <div className={styles.grid}>
        {sentences.map((name) => (
          <Field key={name} entity="decision" id={decision.id} name={name} {...problems(name)} />
        ))}
      </div>
      <Section title="On Monday" level={3}>
        <div className={styles.grid}>
          {mondays.map((name) => (
            <Field key={name} entity="decision" id={decision.id} name={name} {...problems(name)} />
          ))}
        </div>
      </Section>
      <Section title="Live cases" level={3} aside="Won, lost or open; at least three.">
        <EntryList
          entity="liveCase"
          rows={cases}
          says="live case"
          fresh={(engagement) => {
            const id = file.newId();
            const fields = { engagement, decision: decision.id, position: lastPosition(cases) };
            return { id, label: 'Add a live case', changes: [insertRow('liveCase', id, fields)] };
          }}
        >
          {({ id, name }) => (
            <>
              <div className={styles.three}>
                <Field entity="liveCase" id={id} name="name" />
                <Field entity="liveCase" id={id} name="kind" />
                <Field entity="liveCase" id={id} name="outcome" />
              </div>
              <Field entity="liveCase" id={id} name="story" />
              <div className={styles.pair}>
                <Field entity="liveCase" id={id} name="where" />
                <Field entity="liveCase" id={id} name="changed" />
              </div>
              <p className={styles.facts}>
                <LinkButton
                  onPress={() =>
                    desk.openEvidence({
                      key: id,
                      tag: decision.label,
                      says: `the live case ${name === '' ? 'without a name' : `“${name}”`}`,
                      fields: { liveCase: id },
                    })
                  }
                >
                  Evidence of this case
                </LinkButton>
              </p>
            </>
          )}
        </EntryList>
      </Section>
    </>
  );
}
