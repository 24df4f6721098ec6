/** The map as it is typed and looked at: decisions with their priorities, priorities with their criteria. */
import type { Criterion, Decision, Priority } from '../../model/index.ts';
import { byRowId } from '../order.ts';

/** A priority with its criteria in their order. */
export type MapPriority = { readonly row: Priority; readonly criteria: readonly Criterion[] };

/** A decision with its priorities in their order. */
export type MapDecision = { readonly row: Decision; readonly priorities: readonly MapPriority[] };

/** The whole map. */
export type MapReading = {
  /** Decisions that are translated: those in scope, then those carried. */
  readonly translated: readonly MapDecision[];
  /** Decisions that are only noted. */
  readonly noted: readonly MapDecision[];
};

/** The rows that the map is made of. */
export type MapRows = {
  readonly decision: readonly Decision[];
  readonly priority: readonly Priority[];
  readonly criterion: readonly Criterion[];
};

/** Reads the map. A priority whose decision is not there is left out, as is a criterion without its priority. */
export function readMap({ decision, priority, criterion }: MapRows): MapReading {
  const criteria = Map.groupBy(criterion, (row) => row.priority);
  const priorities = Map.groupBy(priority, (row) => row.decision);
  const decisions = placed(decision).map((row) => ({
    row,
    priorities: placed(priorities.get(row.id) ?? []).map((one) => ({
      row: one,
      criteria: placed(criteria.get(one.id) ?? []),
    })),
  }));
  const standing = (name: Decision['standing']): MapDecision[] => decisions.filter((one) => one.row.standing === name);
  return { translated: [...standing('in-scope'), ...standing('carried')], noted: standing('noted') };
}

/** Whether a priority touches the constraint; one that nobody placed yet does not. */
export function touchesConstraint({ relation }: Pick<Priority, 'relation'>): boolean {
  return relation !== null && relation !== 'off';
}

function placed<R extends { readonly id: string; readonly position: number }>(rows: readonly R[]): R[] {
  return rows.toSorted((a, b) => a.position - b.position || byRowId(a, b));
}
