/** The map of the engagement that is shown, with what hangs on its priorities. */
import { useMemo } from 'react';
import { type MapDecision, type MapPriority, type MapReading, readMap } from '../../../shared/analysis/map/rows.ts';
import type { Dependency, MeasureChange, Stop } from '../../../shared/model/index.ts';
import { useRows } from '../../data/hooks.ts';
import { inOrder } from '../../parts/names.ts';

/** The map; the same object until one of its rows changes. */
export function useMap(): MapReading {
  const decision = useRows('decision');
  const priority = useRows('priority');
  const criterion = useRows('criterion');
  return useMemo(() => readMap({ decision, priority, criterion }), [decision, priority, criterion]);
}

/** What hangs on priorities, by the id of the priority. */
export type Hangings = {
  readonly stops: ReadonlyMap<string, readonly Stop[]>;
  readonly measures: ReadonlyMap<string, readonly MeasureChange[]>;
  readonly needs: ReadonlyMap<string, readonly Dependency[]>;
};

/** Stops, measure changes and dependencies of every priority, each in order. */
export function useHangings(): Hangings {
  const stop = useRows('stop');
  const measureChange = useRows('measureChange');
  const dependency = useRows('dependency');
  return useMemo(
    () => ({
      stops: byPriority(inOrder(stop)),
      measures: byPriority(inOrder(measureChange)),
      needs: byPriority(dependency),
    }),
    [stop, measureChange, dependency],
  );
}

/** All priorities of the map in its order, noted decisions left out. */
export function prioritiesOf(map: MapReading): readonly MapPriority[] {
  return map.translated.flatMap((one) => one.priorities);
}

/** A priority with the decision that it serves. */
export function findPriority(
  map: MapReading,
  id: string,
): { readonly decision: MapDecision; readonly priority: MapPriority } | null {
  for (const decision of [...map.translated, ...map.noted]) {
    const priority = decision.priorities.find(({ row }) => row.id === id);
    if (priority !== undefined) return { decision, priority };
  }
  return null;
}

/** How a priority is called where there is little room: its label, else its words. */
export function priorityTag({ label, title }: { readonly label: string; readonly title: string }): string {
  return label !== '' ? label : title !== '' ? `“${title}”` : 'the new priority';
}

function byPriority<R extends { readonly priority: string | null }>(
  rows: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    if (row.priority === null) continue;
    const group = groups.get(row.priority);
    if (group === undefined) groups.set(row.priority, [row]);
    else group.push(row);
  }
  return groups;
}
