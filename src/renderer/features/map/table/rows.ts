/** The rows of the table and which cell covers which place: a priority spans the rows of its criteria. */
import { type MapColumn, mapColumns } from '../../../../shared/analysis/map/paste-columns.ts';
import type { MapDecision, MapPriority, MapReading } from '../../../../shared/analysis/map/rows.ts';
import type { Criterion } from '../../../../shared/model/index.ts';
import { type GridShape, moveInGrid } from '../../../ui/grid-moves.ts';
import type { Cell } from '../../../ui/use-grid.ts';

/** A row of the table. `fold` carries stops and measures where there is no room for their columns. */
export type TableRow =
  | { readonly key: string; readonly kind: 'decision'; readonly decision: MapDecision }
  | {
      readonly key: string;
      readonly kind: 'priority' | 'criterion' | 'fold';
      readonly decision: MapDecision;
      readonly priority: MapPriority;
      readonly criterion: Criterion | null;
    };

/** A cell by the key of its row. */
export type MapCell = Cell<string, MapColumn>;

/** The rows of the translated decisions, from the top. */
export function tableRows(map: MapReading, folds: boolean): readonly TableRow[] {
  return map.translated.flatMap((decision): TableRow[] => [
    { key: `d:${decision.row.id}`, kind: 'decision', decision },
    ...decision.priorities.flatMap((priority) => rowsOf(decision, priority, folds)),
  ]);
}

/** The key of the row that shows a criterion: that of its priority for the first one. */
export function keyOfCriterion(priority: MapPriority, criterion: string | null): string {
  const [first] = priority.criteria;
  return criterion === null || first === undefined || first.id === criterion
    ? `p:${priority.row.id}`
    : `c:${criterion}`;
}

/** The cell at which a column of a row is shown. */
export function cellOf(priority: MapPriority, criterion: string | null, column: MapColumn, folds: boolean): MapCell {
  if (folds && isFolded(column)) return { row: `f:${priority.row.id}`, column };
  return { row: isOfCriterion(column) ? keyOfCriterion(priority, criterion) : `p:${priority.row.id}`, column };
}

/** Whether a column belongs to a criterion, so that each row has a cell of its own. */
export function isOfCriterion(column: MapColumn): boolean {
  return column === 'criterion' || column === 'figures' || column === 'due';
}

/** Whether a column moves under its priority where there is little room. */
export function isFolded(column: MapColumn): boolean {
  return column === 'stops' || column === 'measure';
}

/** The cell that covers a place of the table. */
export function coveringIn(rows: ReadonlyMap<string, TableRow>, folds: boolean) {
  return (key: string, column: MapColumn): MapCell | null => {
    const row = rows.get(key);
    if (row === undefined) return null;
    if (row.kind === 'decision') return { row: key, column: 'priority' };
    if (row.kind === 'fold') return { row: key, column: leftOfFold.has(column) ? 'stops' : 'measure' };
    if (folds && isFolded(column)) return null;
    if (row.kind === 'priority' || isOfCriterion(column)) return { row: key, column };
    return { row: `p:${row.priority.row.id}`, column };
  };
}

/** The cell that Tab would come to from a cell; null where it leaves the table. */
export function neighbour(
  keys: readonly string[],
  covering: (row: string, column: MapColumn) => MapCell | null,
  from: MapCell,
  back: boolean,
): MapCell | null {
  const shape: GridShape = {
    rows: keys.length,
    columns: mapColumns.length,
    page: 10,
    at: ({ row, column }) => {
      const cell = covering(keys[row] ?? '', mapColumns[column] ?? 'priority');
      return cell === null ? null : { row: keys.indexOf(cell.row), column: mapColumns.indexOf(cell.column) };
    },
  };
  const at = { row: keys.indexOf(from.row), column: mapColumns.indexOf(from.column) };
  const next = moveInGrid({ key: 'Tab', command: false, shift: back }, at, shape);
  const row = next === null ? undefined : keys[next.row];
  const column = next === null ? undefined : mapColumns[next.column];
  return row === undefined || column === undefined ? null : { row, column };
}

const leftOfFold: ReadonlySet<MapColumn> = new Set<MapColumn>(['priority', 'owner', 'criterion', 'stops']);

function rowsOf(decision: MapDecision, priority: MapPriority, folds: boolean): TableRow[] {
  const [first = null, ...rest] = priority.criteria;
  const { id } = priority.row;
  return [
    { key: `p:${id}`, kind: 'priority', decision, priority, criterion: first },
    ...rest.map((criterion): TableRow => ({
      key: `c:${criterion.id}`,
      kind: 'criterion',
      decision,
      priority,
      criterion,
    })),
    ...(folds ? [{ key: `f:${id}`, kind: 'fold', decision, priority, criterion: null } as const] : []),
  ];
}
