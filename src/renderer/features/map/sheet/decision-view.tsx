/** What the decision is, what it takes and gives up, and the grounds that it stands on. */
import { assessGrounds } from '../../../../shared/analysis/decision-sheet.ts';
import { insertRow } from '../../../../shared/model/change.ts';
import type { Decision } from '../../../../shared/model/index.ts';
import { useFile, useRows, useWindow } from '../../../data/hooks.ts';
import { useEvidenceIndex } from '../../../parts/evidence-index.ts';
import { Field } from '../../../parts/field.tsx';
import { countOf } from '../../../parts/format.ts';
import { inOrder, lastPosition } from '../../../parts/names.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Section } from '../../../ui/pane.tsx';
import { useDesk } from '../desk.ts';
import { EntryList } from '../entries/entry-list.tsx';
import { useProblems } from '../use-problems.ts';
import styles from './sheet.module.css';

/** Draws the part. */
export function DecisionView({ decision }: { decision: Decision }) {
  const { id } = decision;
  const window = useWindow();
  const problems = useProblems('decision', id);
  const field = (name: 'firstMove' | 'proofPoint' | 'winningMetric' | 'givesWay' | 'assumption' | 'realLimit') => (
    <Field entity="decision" id={id} name={name} {...problems(name)} />
  );
  return (
    <>
      <div className={styles.pair}>
        <Field entity="decision" id={id} name="title" {...problems('title')} />
        <div className={styles.pair}>
          <Field entity="decision" id={id} name="standing" />
          <Field entity="decision" id={id} name="signedOffOn" />
        </div>
      </div>
      <Field entity="decision" id={id} name="statement" serif {...problems('statement')} />
      {decision.passageText !== '' && (
        <blockquote className={styles.passage}>
          “{decision.passageText}”{' '}
          <LinkButton
            onPress={() =>
              decision.passage === null
                ? window.go('sources')
                : window.go('sources', null, { entity: 'passage', id: decision.passage })
            }
          >
            In the strategy
          </LinkButton>
        </blockquote>
      )}
      <Section title="What it takes and what it gives up" level={3}>
        <div className={styles.grid}>
          {field('firstMove')}
          {field('proofPoint')}
          {field('winningMetric')}
          {field('givesWay')}
          {field('assumption')}
          {field('realLimit')}
        </div>
      </Section>
      <Grounds decision={decision} />
      <Stops decision={decision} />
    </>
  );
}

const groundSays = { market: 'Market opening', need: 'Customer need', right: 'Right to win' } as const;

function Grounds({ decision }: { decision: Decision }) {
  const desk = useDesk();
  const index = useEvidenceIndex();
  const problems = useProblems('decision', decision.id);
  return (
    <Section title="Grounds" level={3} aside="Words alone do not argue a ground; evidence does.">
      <div className={styles.grid}>
        {assessGrounds(decision, index).map(({ ground, field, argued, support, counter }) => (
          <div key={ground}>
            <Field entity="decision" id={decision.id} name={field} {...problems(field)} />
            <p className={styles.facts}>
              {argued ? 'Argued. ' : 'Not argued. '}
              <LinkButton
                onPress={() =>
                  desk.openEvidence({
                    key: `${decision.id}:${ground}`,
                    tag: decision.label,
                    says: `${decision.label}, ${groundSays[ground].toLowerCase()}`,
                    fields: { decision: decision.id, ground },
                  })
                }
              >
                {support.evidence.length + counter.evidence.length === 0
                  ? 'Link evidence'
                  : countOf(support.evidence.length, 'piece', 'pieces')}
                {counter.evidence.length > 0 && `, ${counter.evidence.length} against`}
              </LinkButton>
            </p>
          </div>
        ))}
      </div>
    </Section>
  );
}

/** Stops that hang on the decision itself and on none of its priorities. */
function Stops({ decision }: { decision: Decision }) {
  const file = useFile();
  const stops = inOrder(useRows('stop').filter((row) => row.decision === decision.id));
  return (
    <Section title="What ends because of the decision itself" level={3}>
      <EntryList
        entity="stop"
        rows={stops}
        says="stop"
        fresh={(engagement) => {
          const id = file.newId();
          const fields = { engagement, decision: decision.id, position: lastPosition(stops) };
          return { id, label: `Add a stop to ${decision.label}`, changes: [insertRow('stop', id, fields)] };
        }}
      >
        {({ id }) => (
          <>
            <Field entity="stop" id={id} name="what" />
            <div className={styles.four}>
              <Field entity="stop" id={id} name="whoTells" />
              <Field entity="stop" id={id} name="tellsWhom" />
              <Field entity="stop" id={id} name="frees" />
              <Field entity="stop" id={id} name="from" />
            </div>
          </>
        )}
      </EntryList>
    </Section>
  );
}
