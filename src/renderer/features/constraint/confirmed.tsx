/** The confirmed constraint: which step, why, of what kind, what stands behind it, and which were confirmed before. */
import type { Ref } from 'react';
import type { ConstraintReading, StepReading } from '../../../shared/analysis/constraint.ts';
import type { Constraint } from '../../../shared/model/index.ts';
import { useEngagement, useKit, useRows, useWindow } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { countOf } from '../../parts/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { ProblemLine, Shown } from '../../ui/field.tsx';
import { DefinitionList } from '../../ui/pane.tsx';
import { Offer, Reason, Reopened } from './confirming.tsx';
import { History } from './history.tsx';
import { StepEvidence } from './step-evidence.tsx';
import { showRate, stepName } from './words.ts';
import styles from './page.module.css';

/** Shows the confirmation, or what the figures offer; `asking` is a step that waits for its reason. */
export function Confirmed({
  reading,
  asking,
  onConfirm,
  onAsk,
  onEvidence,
  reasonRef,
}: {
  reading: ConstraintReading;
  asking: StepReading | null;
  onConfirm: (step: StepReading, reason: string) => void;
  onAsk: (step: StepReading | null) => void;
  onEvidence: (step: string) => void;
  reasonRef: Ref<HTMLInputElement | HTMLTextAreaElement>;
}) {
  const engagement = useEngagement();
  const { confirmed, candidate, reopened, latestCandidate } = reading;
  return (
    <div data-place={`engagement:${engagement.id}`}>
      <div className={styles.heading}>
        <h2>Confirmed constraint</h2>
        {confirmed !== null && (
          <span className={styles.day}>
            <Field entity="constraint" id={confirmed.row.id} name="confirmedOn" hideLabel bare />
          </span>
        )}
      </div>
      {confirmed === null && asking === null && <Offer candidate={candidate} onConfirm={onConfirm} />}
      {asking !== null && (
        <Reason
          // A reason belongs to one step.
          key={asking.step.id}
          step={asking}
          candidate={candidate}
          onConfirm={onConfirm}
          onCancel={() => onAsk(null)}
          reasonRef={reasonRef}
        />
      )}
      {confirmed !== null && asking === null && (
        <>
          {reopened && latestCandidate !== null && (
            <Reopened step={latestCandidate} confirmed={confirmed.row} onConfirm={onConfirm} />
          )}
          <Facts reading={reading} row={confirmed.row} step={confirmed.reading} onEvidence={onEvidence} />
        </>
      )}
      <History reading={reading} />
    </div>
  );
}

function Facts({
  reading,
  row,
  step,
  onEvidence,
}: {
  reading: ConstraintReading;
  row: Constraint;
  step: StepReading;
  onEvidence: (step: string) => void;
}) {
  const kit = useKit();
  const { candidate, reopened, supply } = reading;
  const isOther = candidate !== null && candidate.step.id !== row.step;
  return (
    <>
      <p className={styles.big}>
        {stepName(step.step)}{' '}
        {step.utilisation !== null && step.utilisation >= 100
          ? 'limits what the chain delivers.'
          : 'is confirmed as the constraint.'}
      </p>
      <Field
        entity="constraint"
        id={row.id}
        name="explanation"
        label="What makes it the constraint"
        hideLabel
        bare
        serif
        placeholder="What makes it the constraint"
      />
      <DefinitionList labelWidth={88}>
        <Field entity="constraint" id={row.id} name="kind" />
        <Field entity="constraint" id={row.id} name="nature" />
        {row.nature !== null && <Shown label="What helps">{kit.content.constraint_remedies[row.nature]}</Shown>}
        {row.nature === 'temporary' && <Field entity="constraint" id={row.id} name="remedyUntil" label="Over by" />}
        <Field entity="constraint" id={row.id} name="natureNote" label="Why so" />
        {!reopened && (isOther || row.reason !== '') && (
          <Field entity="constraint" id={row.id} name="reason" label="Why this step" />
        )}
        <Field entity="constraint" id={row.id} name="movesTo" label="Moves to" />
        <Shown label="Evidence">
          <StepEvidence step={row.step} onOpen={() => onEvidence(row.step)} />
        </Shown>
        <Shown label="Priorities">
          <Priorities />
        </Shown>
        <Shown label="That day">
          {showRate(row.demandThen)} asked, {showRate(row.capacityThen)} done a week, {showRate(row.waitingThen)}{' '}
          waiting
        </Shown>
        <Field entity="constraint" id={row.id} name="endedOn" label="Moved on" />
      </DefinitionList>
      {supply === 'starves' && (
        <ProblemLine kind="warning" says="Less than a week of finished input waits in front of it: it starves." />
      )}
      {supply === 'oversupplied' && (
        <ProblemLine
          kind="warning"
          says="More than eight weeks of input wait in front of it: what feeds it can slow down."
        />
      )}
    </>
  );
}

const relations = ['exploits', 'feeds', 'elevates', 'draws', 'off'] as const;
const relationWords: Readonly<Record<(typeof relations)[number], readonly [string, string]>> = {
  exploits: ['exploits it', 'exploit it'],
  feeds: ['feeds it', 'feed it'],
  elevates: ['elevates it', 'elevate it'],
  draws: ['draws on it', 'draw on it'],
  off: ['off', 'off'],
};

function Priorities() {
  const window = useWindow();
  const rows = useRows('priority');
  const parts = relations.flatMap((relation) => {
    const count = rows.filter((row) => row.relation === relation).length;
    return count === 0 ? [] : [countOf(count, ...relationWords[relation])];
  });
  const open = rows.filter((row) => row.relation === null).length;
  const says = [...parts, ...(open === 0 ? [] : [`${open} not said yet`])].join(', ');
  return (
    <LinkButton quiet onPress={() => window.go('map')}>
      {says || 'None yet'}
    </LinkButton>
  );
}
