/** What is measured, rewarded and resourced in each function, read against a decision: where the incentives pull. */
import type { ClientData, IncentiveReading } from '../model/index.ts';
import type { AnalysisInput } from './input.ts';
import { byRowId } from './order.ts';

/** What can pull. */
export type Incentive = 'measured' | 'rewarded' | 'resourced';

/** Which way it pulls. */
export type Pull = NonNullable<IncentiveReading['measured']>;

/** One function's row of the map. */
export type ConflictRow = {
  /** Id of the kit. */
  readonly function: string;
  readonly row: IncentiveReading;
  readonly cells: readonly { readonly incentive: Incentive; readonly pull: Pull | null; readonly note: string }[];
  /** How many of its incentives pull against the decision. */
  readonly against: number;
};

/** The conflict map of one decision. */
export type ConflictMap = {
  readonly decision: string;
  /** Functions with a reading, in the order of the kit. */
  readonly rows: readonly ConflictRow[];
  /** Per incentive, how many functions it pulls which way; nothing read is counted nowhere. */
  readonly totals: Readonly<Record<Incentive, Readonly<Record<Pull, number>>>>;
  /** Pairs in which one function's incentive pulls towards the decision and the same incentive of another against it. */
  readonly conflicts: readonly { readonly incentive: Incentive; readonly towards: string; readonly against: string }[];
};

/** The conflict map of every decision that has a reading, in the order of decisions. */
export function assessConflicts({ data, kit }: Pick<AnalysisInput, 'data' | 'kit'>): ConflictMap[] {
  const order = new Map(kit.content.functions.map((one, at) => [one.id, at]));
  const placeOf = (id: string): number => order.get(id) ?? order.size;
  return data.decision
    .toSorted((a, b) => a.position - b.position || byRowId(a, b))
    .map((decision) => ({ decision, rows: rowsOf(data, decision.id, placeOf) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ decision, rows }) => ({
      decision: decision.id,
      rows,
      totals: {
        measured: totalsOf(rows, 'measured'),
        rewarded: totalsOf(rows, 'rewarded'),
        resourced: totalsOf(rows, 'resourced'),
      },
      conflicts: incentives.flatMap((incentive) => conflictsOf(rows, incentive)),
    }));
}

const incentives: readonly Incentive[] = ['measured', 'rewarded', 'resourced'];

/** A function's latest reading counts. */
function rowsOf(data: ClientData, decision: string, placeOf: (id: string) => number): ConflictRow[] {
  const latest = new Map<string, IncentiveReading>();
  for (const row of data.incentiveReading.toSorted(byRowId))
    if (row.decision === decision) latest.set(row.function, row);
  return [...latest.values()]
    .toSorted((a, b) => placeOf(a.function) - placeOf(b.function) || byRowId(a, b))
    .map((row) => {
      const cells = [
        { incentive: 'measured', pull: row.measured, note: row.measuredNote },
        { incentive: 'rewarded', pull: row.rewarded, note: row.rewardedNote },
        { incentive: 'resourced', pull: row.resourced, note: row.resourcedNote },
      ] as const;
      return { function: row.function, row, cells, against: cells.filter((cell) => cell.pull === 'against').length };
    });
}

function functionsThat(rows: readonly ConflictRow[], incentive: Incentive, pull: Pull): string[] {
  return rows.filter((one) => one.row[incentive] === pull).map((one) => one.function);
}

function totalsOf(rows: readonly ConflictRow[], incentive: Incentive): Record<Pull, number> {
  return {
    towards: functionsThat(rows, incentive, 'towards').length,
    neutral: functionsThat(rows, incentive, 'neutral').length,
    against: functionsThat(rows, incentive, 'against').length,
  };
}

function conflictsOf(rows: readonly ConflictRow[], incentive: Incentive): ConflictMap['conflicts'] {
  const against = functionsThat(rows, incentive, 'against');
  return functionsThat(rows, incentive, 'towards').flatMap((towards) =>
    against.map((one) => ({ incentive, towards, against: one })),
  );
}
