/** The page of stage 5, Constraint. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { StepReading } from '../../../shared/analysis/constraint.ts';
import { assessTrial, type TriedFigures } from '../../../shared/analysis/what-if.ts';
import { updateRow } from '../../../shared/model/change.ts';
import { useEngagement, useFile, useReadOnly, useRows, useToday } from '../../data/hooks.ts';
import { EvidenceDialog } from '../../parts/evidence-dialog.tsx';
import { StagePage } from '../../parts/stage-page.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ChainTable } from './chain-table.tsx';
import type { StepAct } from './columns.ts';
import { Completed } from './completed.tsx';
import { confirmStep } from './confirm.ts';
import { Confirmed } from './confirmed.tsx';
import { useConstraintCommands } from './constraint-commands.ts';
import { DocumentFigure } from './document-figure.tsx';
import { EmptyChain } from './empty-chain.tsx';
import { addStep, inChain, moveStep, removeStep } from './step-edits.ts';
import { useConstraintReading } from './use-reading.ts';
import { WhatIf } from './what-if.tsx';
import { WhyDialog } from './why-dialog.tsx';
import { showRate, stepName } from './words.ts';
import styles from './page.module.css';

/** A chain that begins has so many blank steps. */
const blankSteps = 3;

/** Shows the stage. */
export function ConstraintPage() {
  const file = useFile();
  const engagement = useEngagement();
  const readOnly = useReadOnly();
  const today = useToday();
  const steps = useRows('step');
  const reading = useConstraintReading();
  const [blankIds] = useState(() => Array.from({ length: blankSteps }, () => file.newId()));
  const blanks = useBlanks(blankIds, steps, readOnly);
  const [current, setCurrent] = useState<string | null>(null);
  const [tried, setTried] = useState<TriedFigures>({});
  const [tryStep, setTryStep] = useState<string | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [evidence, setEvidence] = useState<string | null>(null);
  const [why, setWhy] = useState(false);
  const slider = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const trial = useMemo(() => assessTrial(steps, tried), [steps, tried]);
  const focused = reading.steps.find(({ step }) => step.id === current) ?? null;
  const meant = focused ?? reading.confirmed?.reading ?? reading.candidate;
  const asked = reading.steps.find(({ step }) => step.id === asking) ?? null;

  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (asking === null) return undefined;
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    reason.current?.focus();
    return () => before.current?.focus();
  }, [asking]);

  const confirm = (step: StepReading, because: string): void => {
    setAsking(null);
    void file.edit(
      `Confirm “${stepName(step.step)}” as the constraint`,
      confirmStep(reading.confirmed?.row ?? null, {
        engagement: engagement.id,
        reading: step,
        reason: because,
        today,
        newId: () => file.newId(),
      }),
    );
  };
  /** The highest is confirmed at once; any other asks for a reason in place. */
  const startConfirm = (step: StepReading | null): void => {
    if (step === null) return;
    void file.flush();
    if (reading.candidate?.step.id === step.step.id) confirm(step, '');
    else setAsking(step.step.id);
  };
  const edit = (label: string, changes: Parameters<typeof file.edit>[1], next: string | undefined): void => {
    if (changes.length > 0) void file.edit(label, changes);
    if (next !== undefined) focusStep(next);
  };
  const act = (what: StepAct, id: string): void => {
    const order = inChain(steps);
    const at = order.findIndex((step) => step.id === id);
    const name = stepName(order[at]);
    switch (what) {
      case 'earlier':
        return edit(`Move “${name}” to the left`, moveStep(steps, id, -1), id);
      case 'later':
        return edit(`Move “${name}” to the right`, moveStep(steps, id, 1), id);
      case 'add': {
        const fresh = file.newId();
        return edit('Add a step', addStep(steps, at < 0 ? null : id, fresh, engagement.id), fresh);
      }
      case 'remove':
        if (at < 0) return;
        return edit(`Remove the step “${name}”`, removeStep(id), (order[at + 1] ?? order[at - 1])?.id);
      case 'confirm':
        return startConfirm(reading.steps.find(({ step }) => step.id === id) ?? null);
      case 'evidence':
        return setEvidence(id);
    }
  };
  const apply = (): void => {
    const changes = trial.changed.map((id) => updateRow('step', id, tried[id] ?? {}));
    void file.edit('Write what was tried into the steps', changes);
    setTried({});
  };
  const keep = (capacity: number): void => {
    const row = reading.confirmed?.row;
    if (row === undefined) return;
    void file.edit(`Let the constraint move to ${showRate(capacity)} a week`, [
      updateRow('constraint', row.id, { movesTo: capacity }),
    ]);
    setTried({});
  };

  useConstraintCommands({
    readOnly,
    step: meant,
    hasTrial: trial.changed.length > 0,
    isLast: focused !== null && reading.steps.at(-1) === focused,
    hasFocus: focused !== null,
    act: (what) => meant !== null && act(what, meant.step.id),
    add: () => act('add', current ?? ''),
    whatIf: () => {
      if (focused !== null) setTryStep(focused.step.id);
      slider.current?.focus();
      slider.current?.scrollIntoView({ block: 'nearest' });
    },
    drop: () => setTried({}),
    nextFigure: () => document.querySelector<HTMLElement>('table [data-step] :is(input, textarea)')?.focus(),
    confirm: () => startConfirm(meant),
    why: () => setWhy(true),
  });

  const shownEvidence = reading.steps.find(({ step }) => step.id === evidence);
  return (
    <StagePage stage="constraint" title="Constraint" scroll>
      {steps.length === 0 && <EmptyChain />}
      <ChainTable
        reading={reading}
        blanks={blanks}
        trial={trial.changed.length > 0 ? trial : null}
        current={current}
        onCurrent={setCurrent}
        onAct={act}
      />
      <div className={styles.under}>
        <section aria-label="What if">
          <WhatIf
            reading={reading}
            trial={trial}
            tried={tried}
            step={tryStep}
            onStep={setTryStep}
            onTry={setTried}
            onApply={apply}
            onKeep={keep}
            sliderRef={slider}
          />
        </section>
        <section aria-label="Confirmed constraint">
          <Confirmed
            reading={reading}
            asking={asked}
            onConfirm={confirm}
            onAsk={(step) => setAsking(step?.step.id ?? null)}
            onEvidence={setEvidence}
            reasonRef={reason}
          />
        </section>
        <section aria-label="What it completes">
          <Completed reading={reading} />
        </section>
      </div>
      {steps.length > 0 && (
        <div className={styles.figure}>
          <Disclosure summary="The chain as the document draws it">
            <DocumentFigure />
          </Disclosure>
        </div>
      )}
      {why && <WhyDialog reading={reading} onClose={() => setWhy(false)} />}
      {shownEvidence !== undefined && (
        <EvidenceDialog
          target={{
            key: shownEvidence.step.id,
            tag: '',
            says: stepName(shownEvidence.step),
            fields: { step: shownEvidence.step.id },
          }}
          onClose={() => setEvidence(null)}
        />
      )}
    </StagePage>
  );
}

/** Blank steps that fill a short chain up while it begins; they keep their ids, so that typing goes on where it began. */
function useBlanks(ids: readonly string[], steps: readonly { readonly id: string }[], readOnly: boolean) {
  const own = steps.filter((step) => ids.includes(step.id)).length;
  // A chain that was made elsewhere, or is longer, has none.
  const begins = !readOnly && steps.length === own;
  return useMemo(() => (begins ? ids.map((id, at) => ({ id, position: at + 1 })) : []), [begins, ids]);
}

function focusStep(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-place="step:${CSS.escape(id)}:name"] :is(input, textarea)`)?.focus(),
  );
}
