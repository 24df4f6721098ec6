/** What if: figures of steps are tried out, nothing is saved, and what would limit the chain then is said. */
import type { Ref } from 'react';
import type { ConstraintReading, CountedStep, StepReading } from '../../../shared/analysis/constraint.ts';
import type { TriedFigures, Trial } from '../../../shared/analysis/what-if.ts';
import { useEngagement, useReadOnly, useRows } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Slider } from '../../ui/slider.tsx';
import { sliderOf } from './slider-range.ts';
import { showLoad, showRate, stepName } from './words.ts';
import styles from './page.module.css';

/** Tries figures out. */
export function WhatIf({
  reading,
  trial,
  tried,
  step: chosen,
  onStep,
  onTry,
  onApply,
  onKeep,
  sliderRef,
}: {
  reading: ConstraintReading;
  trial: Trial;
  tried: TriedFigures;
  /** The step that is tried out; null for the one that limits the chain. */
  step: string | null;
  onStep: (id: string) => void;
  onTry: (tried: TriedFigures) => void;
  /** Writes the figures into the steps. */
  onApply: () => void;
  /** Keeps a capacity of the confirmed step for the document. */
  onKeep: (capacity: number) => void;
  sliderRef: Ref<HTMLInputElement>;
}) {
  const counted = reading.steps.filter(isCounted);
  const step =
    counted.find((one) => one.step.id === chosen) ??
    counted.find((one) => one.step.id === reading.confirmed?.reading.step.id) ??
    reading.candidate;
  if (step === null) {
    return (
      <>
        <h2>What if</h2>
        <p className={styles.text}>
          It takes a step with demand and capacity. A missing figure is no 0: that step is left out.
        </p>
      </>
    );
  }
  return (
    <>
      <h2>What if</h2>
      <Trying {...{ reading, trial, tried, step, counted, onStep, onTry, onApply, onKeep, sliderRef }} />
    </>
  );
}

function Trying({
  reading,
  trial,
  tried,
  step,
  counted,
  onStep,
  onTry,
  onApply,
  onKeep,
  sliderRef,
}: {
  reading: ConstraintReading;
  trial: Trial;
  tried: TriedFigures;
  step: CountedStep;
  counted: readonly CountedStep[];
  onStep: (id: string) => void;
  onTry: (tried: TriedFigures) => void;
  onApply: () => void;
  onKeep: (capacity: number) => void;
  sliderRef: Ref<HTMLInputElement>;
}) {
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const unit = engagement.chainUnit || 'units';
  const { id } = step.step;
  const own = tried[id] ?? {};
  const { confirmed } = reading;
  const capacity = own.capacity ?? step.capacity;
  const demand = own.demand ?? step.demand;
  const range = sliderOf(step.demand, step.capacity, capacity);
  const change = (name: 'capacity' | 'demand', value: number): void =>
    onTry({ ...tried, [id]: { ...own, [name]: value } });
  const after = trial.after.steps.find((one) => one.step.id === id);
  const others = trial.changed.filter((other) => other !== id);
  const isConfirmed = confirmed?.reading.step.id === id;
  const kept = confirmed?.row.movesTo ?? null;
  return (
    <>
      <div className={styles.tryHead}>
        <Select
          label="Step that is tried out"
          hideLabel
          fit
          value={id}
          options={counted.map((one) => ({ id: one.step.id, says: stepName(one.step) }))}
          onChange={(value) => value !== null && onStep(value)}
        />
        <span>could do</span>
        <span className={styles.try}>
          <NumberField
            label={`Capacity of ${stepName(step.step)} that is tried out`}
            hideLabel
            value={capacity}
            least={0.01}
            width={60}
            onChange={(value) => value !== null && value > 0 && change('capacity', value)}
          />
          <span>a week</span>
        </span>
      </div>
      <Slider
        label={`Capacity of ${stepName(step.step)}`}
        hideLabel
        inputRef={sliderRef}
        value={capacity}
        least={range.least}
        most={range.most}
        step={range.step}
        says={`${showRate(capacity)} ${unit} a week`}
        marks={[
          { at: range.least, says: showRate(range.least) },
          { at: step.capacity, says: `${showRate(step.capacity)} now` },
          { at: range.most, says: showRate(range.most) },
        ]}
        onChange={(value) => change('capacity', value)}
      />
      <div className={styles.asked}>
        <span>and were asked for</span>
        <NumberField
          label={`Demand on ${stepName(step.step)} that is tried out`}
          hideLabel
          value={demand}
          least={0}
          width={60}
          onChange={(value) => value !== null && change('demand', value)}
        />
        <span>a week</span>
      </div>
      <div role="status">
        <dl className={styles.change}>
          <Change
            says="Throughput of the chain"
            before={showRate(trial.before.throughput)}
            after={showRate(trial.after.throughput)}
          />
          <Change
            says="Utilisation of this step"
            before={showLoad(step.utilisation)}
            after={showLoad(after?.utilisation)}
          />
        </dl>
      </div>
      <p className={styles.then}>
        <Then trial={trial} />
        {others.length > 0 && (
          <>
            {' '}
            Also tried:{' '}
            {others.map((other) => stepName(reading.steps.find((one) => one.step.id === other)?.step)).join(', ')}.
          </>
        )}
      </p>
      {kept !== null && isConfirmed && (
        <p className={styles.text}>
          The document says what follows when it moves to {showRate(kept)} {unit} a week.
        </p>
      )}
      {trial.changed.length > 0 && (
        <div className={styles.buttons}>
          {!readOnly && isConfirmed && own.capacity !== undefined && own.capacity !== kept && (
            <Button small onPress={() => onKeep(capacity)}>
              Keep for the document
            </Button>
          )}
          {!readOnly && (
            <Button small onPress={onApply}>
              Write into the steps
            </Button>
          )}
          <Button small kind="quiet" keys="Escape" onPress={() => onTry({})}>
            Drop
          </Button>
        </div>
      )}
    </>
  );
}

/** What limits the chain then, and which priorities work on the constraint already. */
function Then({ trial }: { trial: Trial }) {
  const priorities = useRows('priority').filter((row) => row.relation === 'exploits' || row.relation === 'elevates');
  const { after, before, moves } = trial;
  if (after.candidate === null || before.candidate === null) return <>No step has figures then.</>;
  const name = <b>{stepName(after.candidate.step)}</b>;
  const load = showLoad(after.candidate.utilisation);
  if (trial.changed.length === 0) {
    return (
      <>
        {name} limits the chain, at {load}.
        {after.next !== null && ` ${stepName(after.next.step)} comes next, at ${showLoad(after.next.utilisation)}.`}
      </>
    );
  }
  return (
    <>
      {moves ? 'Then' : 'Still'} {name} limits the chain, at {load}.
      {!moves && priorities.length > 0 && (
        <>
          {' '}
          {priorities.map((row) => (
            <IdTag key={row.id}>{row.label}</IdTag>
          ))}{' '}
          {priorities.length === 1 ? 'works' : 'work'} on it.
        </>
      )}
    </>
  );
}

function Change({ says, before, after }: { says: string; before: string; after: string }) {
  return (
    <div>
      <dt>{says}</dt>
      <dd>
        <span className={styles.before}>{before}</span>
        <b>
          <Icon name="arrow-right" small label="then" /> {after}
        </b>
      </dd>
    </div>
  );
}

function isCounted(step: StepReading): step is CountedStep {
  return step.utilisation !== null;
}
