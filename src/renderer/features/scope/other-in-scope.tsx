/** One more decision in scope, which has to be recorded as a widening. */
import { insertRow } from '../../../shared/model/change.ts';
import { takeOutOfScope } from '../../../shared/model/scope-changes.ts';
import type { Decision } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday, useWindow } from '../../data/hooks.ts';
import { Field, placeOf } from '../../parts/field.tsx';
import { showDay } from '../../parts/format.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { ProblemLine } from '../../ui/field.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { DecisionSource } from './decision-source.tsx';
import { useProblem } from './field-problem.ts';
import styles from './decision.module.css';

/** Shows its words, since when it is in, and the ways to record that or to take it out. */
export function OtherInScope({ decision }: { decision: Decision }) {
  const file = useFile();
  const window = useWindow();
  const engagement = useEngagement();
  const today = useToday();
  const readOnly = useReadOnly();
  const priorities = useRows('priority');
  const widening = useRows('scopeWidening').find((row) => row.decision === decision.id);
  const { problem } = useProblem('decision', decision.id, 'standing');
  const name = decision.label || 'a decision';
  const goTo = (id: string): void => window.go('scope', null, { entity: 'scopeWidening', id, field: 'reason' });
  const record = (): void => {
    const id = file.newId();
    const fields = { engagement: engagement.id, decision: decision.id, on: today };
    void file.edit(`Record the widening for ${name}`, [insertRow('scopeWidening', id, fields)]);
    goTo(id);
  };
  return (
    <section className={styles.other} aria-label={`Also in scope: ${name}`}>
      <div className={styles.otherHead}>
        {widening?.on === null || widening === undefined
          ? 'Also in scope'
          : `Also in scope since ${showDay(widening.on)}`}
      </div>
      <div data-place={`decision:${decision.id}`}>
        <Field entity="decision" id={decision.id} name="statement" hideLabel bare serif />
      </div>
      <div className={styles.line} data-place={placeOf('decision', decision.id, 'standing')}>
        {decision.label !== '' && <IdTag accent>{decision.label}</IdTag>}
        <DecisionSource decision={decision} />
        {widening !== undefined && <LinkButton onPress={() => goTo(widening.id)}>See the widening</LinkButton>}
        {!readOnly && widening === undefined && (
          <Button small onPress={record}>
            Record the widening
          </Button>
        )}
        {!readOnly && (
          <Button
            small
            kind="quiet"
            onPress={() => void file.edit(`Take ${name} out of scope`, takeOutOfScope(decision, priorities))}
          >
            Take out of scope
          </Button>
        )}
      </div>
      {problem !== undefined && typeof problem !== 'string' && <ProblemLine {...problem} />}
    </section>
  );
}
