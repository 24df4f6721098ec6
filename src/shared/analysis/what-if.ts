/** The chain with other figures than it has: what would limit it then, and what it would deliver. Nothing is saved. */
import type { Step } from '../model/index.ts';
import { assessChain, type Chain, type StepFigures } from './constraint.ts';

/** Figures that are tried out, by id of the step; what is left out stays as it is. */
export type TriedFigures = Readonly<Record<string, Partial<StepFigures>>>;

/** The chain as it is and as it would be. */
export type Trial = {
  readonly before: Chain;
  readonly after: Chain;
  /** Steps of which a figure differs, as ids in the order of the chain. */
  readonly changed: readonly string[];
  /** The step that limits the chain is another one then. */
  readonly moves: boolean;
};

/** Reads the chain before and after. Figures equal to what the step has are no change. */
export function assessTrial(steps: readonly Step[], tried: TriedFigures): Trial {
  const before = assessChain(steps);
  const after = assessChain(steps.map((step) => ({ ...step, ...tried[step.id] })));
  const changed = before.steps.filter(({ step }) => differs(step, tried[step.id] ?? {})).map(({ step }) => step.id);
  return { before, after, changed, moves: before.candidate?.step.id !== after.candidate?.step.id };
}

function differs(step: Step, tried: Partial<StepFigures>): boolean {
  return (['demand', 'capacity', 'waiting'] as const).some((name) => {
    const value = tried[name];
    return value !== undefined && value !== step[name];
  });
}
