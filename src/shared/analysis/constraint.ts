/** The chain from request to customer value, the step that decides its throughput, and the step that was confirmed. */
import { latestOf } from '../lib/dates.ts';
import { atLeast, compare6 } from '../lib/numbers.ts';
import { compareText } from '../lib/order.ts';
import type { ClientData, Constraint, Step } from '../model/index.ts';
import { assessOutput, type StepOutput } from './constraint-output.ts';
import { type AnalysisInput, engagementOf } from './input.ts';
import { byRowId } from './order.ts';

/** What is asked of a step and what it can do, a week, in the unit of the chain. */
export type StepFigures = Pick<Step, 'demand' | 'capacity' | 'waiting'>;

/** One step with its figures. */
export type StepReading = StepFigures & {
  readonly step: Step;
  /** Demand ÷ capacity, percent, may pass 100; null where the step is left out. */
  readonly utilisation: number | null;
  /** Items waiting ÷ capacity a week; null without either figure. */
  readonly waitingWeeks: number | null;
  /** Which figures are missing so that the step is left out; empty for a step that counts. */
  readonly missing: readonly ('demand' | 'capacity')[];
};

/** A step that counts: its utilisation is known. */
export type CountedStep = StepReading & {
  readonly utilisation: number;
  readonly demand: number;
  readonly capacity: number;
};

/** The chain with the step that its figures point to. */
export type Chain = {
  /** In the order of the chain. */
  readonly steps: readonly StepReading[];
  readonly leftOut: readonly StepReading[];
  /** The step with the highest utilisation; null while no step has figures. */
  readonly candidate: CountedStep | null;
  /** Other steps with the same utilisation, which lost by shorter waiting or a later place. */
  readonly tied: readonly CountedStep[];
  /** The step that comes after the candidate by the same order; null where there is none. */
  readonly next: CountedStep | null;
  /** min(demand, capacity) at the candidate, a week. */
  readonly throughput: number | null;
};

/** What follows when the candidate's capacity becomes another. */
export type WhatIf = {
  readonly step: CountedStep;
  readonly capacity: number;
  /** Throughput of the changed step itself, a week. */
  readonly throughput: number;
  readonly utilisation: number;
  /** The candidate among all steps then; may still be the same one. */
  readonly candidate: CountedStep;
  /** Throughput of the chain then, a week. */
  readonly chainThroughput: number;
};

/** Load of the confirmed step's queue: finished input waiting in front of it. */
export type Supply = 'starves' | 'supplied' | 'oversupplied';

/** Everything about the constraint. */
export type ConstraintReading = Chain & {
  /** The confirmation in force; null while no step is confirmed. */
  readonly confirmed: { readonly row: Constraint; readonly reading: StepReading } | null;
  /** Every dated confirmation, oldest first, those that ended included. */
  readonly history: readonly Constraint[];
  /** Steps other than the confirmed one that lack slack: from 85 %. Ids of steps. */
  readonly tight: readonly string[];
  /** Under one week waiting it starves, over eight it is oversupplied; null without a figure. */
  readonly supply: Supply | null;
  /** What the confirmed step completed; null while none is confirmed. */
  readonly output: StepOutput | null;
  /** What an hour lost at the constraint costs; null while nobody gave it. */
  readonly lostHour: { readonly amount: number; readonly currency: string } | null;
  /** The figures point to another step than the confirmed one, and no reason answers that. */
  readonly reopened: boolean;
  /** What the candidate of the latest figures is: those of the last review since the confirmation, else the chain's own. */
  readonly latestCandidate: StepReading | null;
};

/** From this utilisation, percent, a step that is not the constraint lacks slack. */
export const tightFrom = 85;
/** Weeks of finished input in front of the constraint: under the first it starves, over the second it is oversupplied. */
export const supplyWeeks = { from: 1, to: 8 };

/** Reads the chain and the confirmed constraint. */
export function assessConstraint(input: AnalysisInput): ConstraintReading {
  const { data, today } = input;
  const chain = assessChain(data.step);
  const history = data.constraint
    .filter((row) => row.confirmedOn !== null)
    .toSorted((a, b) => compareText(a.confirmedOn, b.confirmedOn) || byRowId(a, b));
  const confirmed = confirmedIn(history, chain, today);
  const latest = latestChain(data, confirmed?.row ?? null) ?? chain;
  const engagement = engagementOf(data);
  return {
    ...chain,
    confirmed,
    history,
    tight: chain.steps
      .filter((one) => one.utilisation !== null && atLeast(one.utilisation, tightFrom))
      .map((one) => one.step.id)
      .filter((id) => id !== confirmed?.reading.step.id),
    supply: supplyOf(confirmed?.reading.waitingWeeks ?? null),
    output: confirmed === null ? null : assessOutput(data.completedReading, confirmed.reading.step.id),
    lostHour: engagement.hourCost === null ? null : { amount: engagement.hourCost, currency: engagement.currency },
    reopened: isReopened(confirmed?.row ?? null, latest, latest !== chain),
    latestCandidate: latest.candidate,
  };
}

/** Reads a chain. Steps without demand or without capacity above 0 are named and left out. */
export function assessChain(steps: readonly Step[]): Chain {
  const readings = inOrder(steps).map((step) => readStep(step, step));
  const ranked = readings.filter(isCounted).toSorted(byLoad);
  const [candidate = null, next = null] = ranked;
  return {
    steps: readings,
    leftOut: readings.filter((one) => one.missing.length > 0),
    candidate,
    tied:
      candidate === null ? [] : ranked.slice(1).filter((one) => compare6(one.utilisation, candidate.utilisation) === 0),
    next,
    throughput: candidate === null ? null : throughputOf(candidate),
  };
}

/** The chain with the candidate's capacity set to `capacity` a week; null where that is not above 0 or there is no candidate. */
export function assessWhatIf(chain: Chain, capacity: number): WhatIf | null {
  const { candidate } = chain;
  if (candidate === null || !Number.isFinite(capacity) || capacity <= 0) return null;
  const figures = (reading: StepReading): StepFigures =>
    reading.step.id === candidate.step.id ? { ...pick(reading), capacity } : pick(reading);
  const then = assessChain(chain.steps.map((reading) => ({ ...reading.step, ...figures(reading) })));
  const changed = then.steps.filter(isCounted).find((one) => one.step.id === candidate.step.id);
  if (then.candidate === null || changed === undefined) return null;
  return {
    step: candidate,
    capacity,
    throughput: throughputOf(changed),
    utilisation: changed.utilisation,
    candidate: then.candidate,
    chainThroughput: throughputOf(then.candidate),
  };
}

function readStep(step: Step, { demand, capacity, waiting }: StepFigures): StepReading {
  const usable = capacity !== null && capacity > 0;
  const missing: ('demand' | 'capacity')[] = [];
  if (demand === null) missing.push('demand');
  if (!usable) missing.push('capacity');
  return {
    step,
    demand,
    capacity,
    waiting,
    utilisation: demand !== null && usable ? (demand / capacity) * 100 : null,
    waitingWeeks: waiting !== null && usable ? waiting / capacity : null,
    missing,
  };
}

function isCounted(reading: StepReading): reading is CountedStep {
  return reading.utilisation !== null;
}

function throughputOf(step: CountedStep): number {
  return Math.min(step.demand, step.capacity);
}

function pick({ demand, capacity, waiting }: StepReading): StepFigures {
  return { demand, capacity, waiting };
}

/** Highest utilisation first; ties: longer waiting, then the earlier step. An unknown wait is no long one. */
function byLoad(a: CountedStep, b: CountedStep): number {
  return (
    compare6(b.utilisation, a.utilisation) ||
    compare6(b.waitingWeeks ?? -1, a.waitingWeeks ?? -1) ||
    byPlace(a.step, b.step)
  );
}

function inOrder(steps: readonly Step[]): Step[] {
  return steps.toSorted(byPlace);
}

function byPlace(a: Step, b: Step): number {
  return a.position - b.position || byRowId(a, b);
}

/** A confirmation takes the place of the one before it, which does not come back when the later one ends. */
function confirmedIn(history: readonly Constraint[], chain: Chain, today: string): ConstraintReading['confirmed'] {
  const row = history.at(-1);
  if (row === undefined || (row.endedOn !== null && row.endedOn <= today)) return null;
  const reading = chain.steps.find((one) => one.step.id === row.step);
  return reading === undefined ? null : { row, reading };
}

function supplyOf(weeks: number | null): Supply | null {
  if (weeks === null) return null;
  if (compare6(weeks, supplyWeeks.from) < 0) return 'starves';
  return compare6(weeks, supplyWeeks.to) > 0 ? 'oversupplied' : 'supplied';
}

/** The chain with the figures of the last review after the confirmation, a step's own where that review has none; null without such a review. */
function latestChain(data: ClientData, confirmed: Constraint | null): Chain | null {
  const since = confirmed?.confirmedOn ?? null;
  if (since === null) return null;
  const read = new Set(data.reviewStep.map((row) => row.review));
  const day = latestOf(data.review.filter((row) => read.has(row.id)).map((row) => row.on));
  if (day === null || day <= since) return null;
  const review = data.review
    .filter((row) => row.on === day && read.has(row.id))
    .toSorted(byRowId)
    .at(-1);
  const figures = new Map(data.reviewStep.filter((row) => row.review === review?.id).map((row) => [row.step, row]));
  return assessChain(
    data.step.map((step) => {
      const { demand, capacity, waiting } = figures.get(step.id) ?? step;
      return { ...step, demand, capacity, waiting };
    }),
  );
}

/** A reason given at the confirmation answers the figures of that day; figures read later ask again. */
function isReopened(confirmed: Constraint | null, latest: Chain, readLater: boolean): boolean {
  if (confirmed === null || latest.candidate === null || latest.candidate.step.id === confirmed.step) return false;
  return readLater || confirmed.reason.trim() === '';
}
