/** Confirming the one constraint: the confirmation before it ends, and the new one keeps the figures of its day. */
import type { StepReading } from '../../../shared/analysis/constraint.ts';
import { type Change, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { Constraint } from '../../../shared/model/index.ts';

/** What a confirmation is made of. */
export type Confirming = {
  readonly engagement: string;
  readonly reading: StepReading;
  /** Why another step than the figures name; empty for the candidate. */
  readonly reason: string;
  readonly today: string;
  readonly newId: () => string;
};

/** The changes that confirm a step; `current` is the confirmation in force. Confirmed again, a step takes new figures. */
export function confirmStep(current: Constraint | null, confirming: Confirming): readonly Change[] {
  const { engagement, reading, reason, today, newId } = confirming;
  const { step, demand, capacity, waiting } = reading;
  const figures = { demandThen: demand, capacityThen: capacity, waitingThen: waiting };
  if (current !== null && current.step === step.id && current.confirmedOn === today) {
    return [updateRow('constraint', current.id, { ...figures, reason })];
  }
  const ended = current === null ? [] : [updateRow('constraint', current.id, { endedOn: today })];
  // What is known of a constraint stays known when it is confirmed anew.
  const kept =
    current === null || current.step !== step.id
      ? {}
      : {
          nature: current.nature,
          kind: current.kind,
          natureNote: current.natureNote,
          explanation: current.explanation,
          remedyUntil: current.remedyUntil,
          movesTo: current.movesTo,
        };
  return [
    ...ended,
    insertRow('constraint', newId(), { engagement, step: step.id, confirmedOn: today, reason, ...kept, ...figures }),
  ];
}
