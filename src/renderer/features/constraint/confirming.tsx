/** The ways to a confirmation: the step that the figures name, another one with its reason, and a new one when they moved. */
import { type Ref, useState } from 'react';
import type { StepReading } from '../../../shared/analysis/constraint.ts';
import type { Constraint } from '../../../shared/model/index.ts';
import { useReadOnly } from '../../data/hooks.ts';
import { Field } from '../../parts/field.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemLine } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showLoad, showRate, stepName } from './words.ts';
import styles from './page.module.css';

/** What the figures offer while nothing is confirmed. */
export function Offer({
  candidate,
  onConfirm,
}: {
  candidate: StepReading | null;
  onConfirm: (step: StepReading, reason: string) => void;
}) {
  const readOnly = useReadOnly();
  if (candidate === null) {
    return (
      <p className={styles.text}>
        None is confirmed. Give two steps or more their demand and capacity, and the figures point to one of them.
      </p>
    );
  }
  return (
    <>
      <p className={styles.big}>{stepName(candidate.step)} limits what the chain delivers.</p>
      <p className={styles.text}>
        The figures point there, at {showLoad(candidate.utilisation)} and {showRate(candidate.waitingWeeks)} weeks of
        waiting. It is not confirmed.
      </p>
      {!readOnly && (
        <div className={styles.buttons}>
          <Button kind="primary" keys="Ctrl Enter" onPress={() => onConfirm(candidate, '')}>
            Confirm this step
          </Button>
        </div>
      )}
    </>
  );
}

/** Another step than the highest is confirmed with a reason, which the document prints. */
export function Reason({
  step,
  candidate,
  onConfirm,
  onCancel,
  reasonRef,
}: {
  step: StepReading;
  candidate: StepReading | null;
  onConfirm: (step: StepReading, reason: string) => void;
  onCancel: () => void;
  reasonRef: Ref<HTMLInputElement | HTMLTextAreaElement>;
}) {
  const [reason, setReason] = useState('');
  const confirm = (): void => {
    if (reason.trim() !== '') onConfirm(step, reason.trim());
  };
  return (
    <div className={styles.reason}>
      <p className={styles.big}>{stepName(step.step)}, and not what the figures name?</p>
      <p className={styles.text}>
        {candidate === null
          ? 'No step has figures yet. Say why it is this one.'
          : `${stepName(candidate.step)} is higher by the figures, at ${showLoad(candidate.utilisation)}. Say why it is this one.`}
      </p>
      <TextField
        label="Reason, as the document prints it"
        value={reason}
        onChange={setReason}
        multiline
        inputRef={reasonRef}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            confirm();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            onCancel();
          }
        }}
      />
      <div className={styles.buttons}>
        <Button
          kind="primary"
          keys="Ctrl Enter"
          onPress={confirm}
          off={reason.trim() === '' ? 'A reason is needed.' : ''}
        >
          Confirm with this reason
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}

/** What to do when the figures point to another step than the confirmed one. */
export function Reopened({
  step,
  confirmed,
  onConfirm,
}: {
  step: StepReading;
  confirmed: Constraint;
  onConfirm: (step: StepReading, reason: string) => void;
}) {
  const readOnly = useReadOnly();
  return (
    <div className={styles.reopened}>
      <ProblemLine
        kind="warning"
        says={`The figures point to ${stepName(step.step)} now, at ${showLoad(step.utilisation)}. The confirmation is open again.`}
      />
      {!readOnly && (
        <div className={styles.buttons}>
          <Button small onPress={() => onConfirm(step, '')}>
            Confirm {stepName(step.step)}
          </Button>
        </div>
      )}
      <Field
        entity="constraint"
        id={confirmed.id}
        name="reason"
        label="Or say why it stays"
        {...(readOnly ? {} : { hint: 'A reason answers the figures of the day of the confirmation.' })}
      />
    </div>
  );
}
