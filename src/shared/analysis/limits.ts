/** What plans must respect: which limits are fixed, and what is tried on those that are free. */
import { daysBetween } from '../lib/dates.ts';
import type { Experiment, Limit } from '../model/index.ts';
import type { AnalysisInput } from './input.ts';
import { byRowId } from './order.ts';

/** An experiment with what it still owes. */
export type ExperimentReading = {
  readonly row: Experiment;
  /** Days from the first to the last, both included; null without both. */
  readonly days: number | null;
  /** Longer than six weeks. */
  readonly tooLong: boolean;
  /** Over, and its result was not read. */
  readonly unread: boolean;
};

/** A limit with its experiments. */
export type LimitReading = {
  readonly limit: Limit;
  readonly experiments: readonly ExperimentReading[];
  /** Free to try, and nothing is tried. */
  readonly untried: boolean;
};

/** An experiment lasts six weeks at most. */
export const experimentDays = 42;

/** Every limit in the order of the list, without those whose words were taken back by whoever told them. */
export function assessLimits({ data, today }: Pick<AnalysisInput, 'data' | 'today'>): LimitReading[] {
  const withdrawn = new Set(data.stakeholder.flatMap(({ id, withdrawnOn }) => (withdrawnOn === null ? [] : [id])));
  return data.limit
    .filter(({ text, toldBy }) => text.trim() !== '' || toldBy === null || !withdrawn.has(toldBy))
    .toSorted((a, b) => a.position - b.position || byRowId(a, b))
    .map((limit) => {
      const experiments = data.experiment
        .filter((row) => row.limit === limit.id)
        .toSorted(byRowId)
        .map((row) => assessExperiment(row, today));
      return { limit, experiments, untried: limit.hold === 'free' && experiments.length === 0 };
    });
}

/** One experiment, on a limit or on an objection. */
export function assessExperiment(row: Experiment, today: string): ExperimentReading {
  const days = row.from === null || row.to === null ? null : daysBetween(row.from, row.to) + 1;
  return {
    row,
    days,
    tooLong: days !== null && days > experimentDays,
    unread: row.to !== null && row.to < today && row.result.trim() === '',
  };
}
