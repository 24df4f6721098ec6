/** Moving rows of the map: only what changes its place is written. */
import { type Change, updateRow } from '../../model/change.ts';
import type { EntityName } from '../../model/index.ts';
import { markOfDecision } from './links.ts';
import type { MapDecision, MapPriority, MapReading } from './rows.ts';

type Placed = { readonly id: string; readonly position: number };

/** A row one place up (-1) or down (1) among its neighbours, which are given in their order; nothing where there is no such place. */
export function moveRow<R extends Placed>(
  entity: EntityName,
  rows: readonly R[],
  id: string,
  step: -1 | 1,
): readonly Change[] {
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  const other = rows[at + step];
  if (row === undefined || other === undefined) return [];
  return renumber(entity, rows.with(at, other).with(at + step, row));
}

/** A decision one place up or down among those of the same standing. */
export function moveDecision(map: MapReading, id: string, step: -1 | 1): readonly Change[] {
  const all = [...map.translated, ...map.noted].map((one) => one.row);
  const own = all.find((row) => row.id === id);
  return moveRow(
    'decision',
    all.filter((row) => row.standing === own?.standing),
    id,
    step,
  );
}

/** A priority one place up or down; past the first or last it goes over to the neighbouring decision. */
export function movePriority(map: MapReading, id: string, step: -1 | 1): readonly Change[] {
  const at = map.translated.findIndex((one) => one.priorities.some(({ row }) => row.id === id));
  const home = map.translated[at];
  const moved = home?.priorities.find(({ row }) => row.id === id);
  if (home === undefined || moved === undefined) return [];
  const within = moveRow('priority', rowsOf(home.priorities), id, step);
  const next = map.translated[at + step];
  if (within.length > 0 || next === undefined) return within;
  const place = step === 1 ? 0 : next.priorities.length;
  return handOver(moved, next, place);
}

/** A priority to the end of another decision. */
export function giveToDecision(map: MapReading, id: string, decision: string): readonly Change[] {
  const all = [...map.translated, ...map.noted];
  const moved = all.flatMap((one) => one.priorities).find(({ row }) => row.id === id);
  const home = all.find((one) => one.row.id === decision);
  if (moved === undefined || home === undefined || moved.row.decision === decision) return [];
  return handOver(moved, home, home.priorities.length);
}

/** The position for a row that comes right after another one, given in order; the last where none is named. */
export function positionAfter(rows: readonly Placed[], id: string | null): number {
  const at = id === null ? -1 : rows.findIndex((row) => row.id === id);
  const before = rows[at];
  const after = rows[at + 1];
  if (before === undefined) return (rows.at(-1)?.position ?? -1) + 1;
  return after === undefined || after.position <= before.position
    ? before.position + 1
    : (before.position + after.position) / 2;
}

function handOver(moved: MapPriority, next: MapDecision, place: number): readonly Change[] {
  const rows = rowsOf(next.priorities);
  const order = rows.toSpliced(place, 0, { ...moved.row, position: Number.NaN });
  const link = { decision: next.row.id, decisionSeen: markOfDecision(next.row) };
  return renumber('priority', order).map((change) =>
    change.op === 'update' && change.id === moved.row.id
      ? { ...change, fields: { ...change.fields, ...link } }
      : change,
  );
}

function rowsOf(priorities: readonly MapPriority[]): readonly MapPriority['row'][] {
  return priorities.map((one) => one.row);
}

function renumber(entity: EntityName, rows: readonly Placed[]): Change[] {
  return rows.flatMap((row, position) =>
    row.position === position ? [] : [updateRow(entity, row.id, { position } as never)],
  );
}
