/** The map as a table to type in. */
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type MapColumn, mapColumns } from '../../../../shared/analysis/map/paste-columns.ts';
import type { MapReading } from '../../../../shared/analysis/map/rows.ts';
import { useFigures, useFile, useReadOnly, useRows } from '../../../data/hooks.ts';
import { MenuList } from '../../../ui/menu.tsx';
import { Table } from '../../../ui/table.tsx';
import { useGrid } from '../../../ui/use-grid.ts';
import { useDesk } from '../desk.ts';
import type { MapActions } from '../map-actions.ts';
import { useHangings } from '../use-map.ts';
import { columnHeads } from '../words.ts';
import { DecisionRow } from './decision-row.tsx';
import { PasteNote } from './paste-note.tsx';
import { PriorityRow } from './priority-row.tsx';
import { useRowEntries } from './row-menu.tsx';
import { coveringIn, isFolded, isOfCriterion, type MapCell, neighbour, type TableRow, tableRows } from './rows.ts';
import { TableContext } from './table-context.ts';
import { useMapFindings } from './use-findings.ts';
import { usePaste } from './use-paste.ts';
import { useTableCommands } from './use-table-commands.ts';
import { useTableTarget } from './use-table-target.ts';
import styles from './table.module.css';

/** What the table is given. */
export type MapTableProps = {
  readonly map: MapReading;
  readonly actions: MapActions;
  /** Stops and measures stand under their priority. */
  readonly folds: boolean;
  /** A decision to begin with: its title is typed at once. */
  readonly begun: string | null;
  /** Row that was last in focus, for what stands beside the table. */
  readonly onRow: (row: TableRow | null) => void;
  readonly onDetails: (priority: string) => void;
};

const noRows: readonly never[] = [];

/** Draws the table with its keys, menus and paste. */
export function MapTable({ map, actions, folds, begun, onRow, onDetails }: MapTableProps) {
  const desk = useDesk();
  const file = useFile();
  const readOnly = useReadOnly();
  const people = useRows('stakeholder');
  const hangings = useHangings();
  const checks = useMapFindings();
  const isLoading = useFigures() === null;
  const [menu, setMenu] = useState<{ readonly row: TableRow; readonly anchor: HTMLElement } | null>(null);

  const rows = useMemo(() => tableRows(map, folds), [map, folds]);
  const byKey = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows]);
  const keys = useMemo(() => rows.map((row) => row.key), [rows]);
  const covering = useMemo(() => coveringIn(byKey, folds), [byKey, folds]);
  const columns = folds ? mapColumns.filter((column) => !isFolded(column)) : mapColumns;
  const { paste, note, putAway } = usePaste(map, byKey);

  const grid = useGrid<string, MapColumn>({
    label: 'The map',
    rows: keys,
    columns: mapColumns,
    covering,
    typeToEdit: true,
    // A row that was added in this moment is not drawn yet.
    canEdit: () => !readOnly,
    onEdit: (cell) => {
      const row = byKey.get(cell.row);
      if (row?.kind !== 'priority' || !isOfCriterion(cell.column)) return;
      // Asked of the rows as they are by now: one may have been added in this moment.
      const { criterion } = file.store.getState().data;
      if (!criterion.some((one) => one.priority === row.priority.row.id)) actions.addCriterion(row.priority, null);
    },
    onPaste: paste,
    onCell: (cell) => onRow(byKey.get(cell.row) ?? null),
    onKey: (event, cell) => hearKey(event, cell),
  });
  const commands = useTableCommands({ map, actions, grid, byKey, folds, onDetails });
  useTableTarget({ map, grid, folds, begun });
  const entriesOf = useRowEntries({
    map,
    actions,
    readOnly,
    edit: (cell) => void grid.edit(cell),
    showDetails: onDetails,
  });

  function hearKey(event: KeyboardEvent, cell: MapCell): boolean {
    const row = byKey.get(cell.row);
    if (row === undefined) return false;
    const command = event.ctrlKey || event.metaKey;
    const isPlain = !command && !event.altKey;
    if (row.kind === 'decision' && event.key === 'Enter' && isPlain && !event.shiftKey)
      desk.openDecision(row.decision.row.id);
    else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
      commands.move(event.key === 'ArrowUp' ? -1 : 1);
    else if (command && (event.key === 'Delete' || event.key === 'Backspace')) commands.remove();
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      setMenu({ row, anchor: event.target as HTMLElement });
    // A letter begins to write only where there is something to write with.
    else return isPlain && [...event.key].length === 1 && !takesLetters(row, cell.column, event.key);
    return true;
  }
  const openMenu = (event: MouseEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-cell]');
    if (cell === null || target.closest('input, textarea, [popover]') !== null) return;
    event.preventDefault();
    menuAt(cell);
  };
  const menuAt = (anchor: HTMLElement): void => {
    const cell = anchor.closest<HTMLElement>('[data-cell]');
    const row = byKey.get(cell?.dataset['cell']?.split('\t')[0] ?? '');
    if (row !== undefined) setMenu({ row, anchor });
  };

  const latest = useRef({ grid, keys, covering, menuAt });
  useLayoutEffect(() => {
    latest.current = { grid, keys, covering, menuAt };
  });
  const [hands] = useState(() => ({
    stop: () => latest.current.grid.stop(),
    menu: (anchor: HTMLElement) => latest.current.menuAt(anchor),
    leave: (back: boolean) => {
      const { grid: now, keys: all, covering: cover } = latest.current;
      const next = now.editing === null ? null : neighbour(all, cover, now.editing, back);
      now.stop();
      if (next !== null) now.focus(next);
    },
  }));

  const { gridProps, current, editing } = grid;
  return (
    <TableContext value={hands}>
      {note !== null && <PasteNote paste={note} onClose={putAway} />}
      <Table
        look="dense"
        fixed
        {...gridProps}
        className={styles.table}
        data-folds={folds ? '' : undefined}
        aria-busy={isLoading ? 'true' : undefined}
        onContextMenu={openMenu}
        onKeyDown={(event) => {
          // "?" lists the keys also from within the table.
          if (event.key === '?' && (event.target as Element).hasAttribute('data-cell')) return;
          gridProps.onKeyDown(event);
        }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column} data-column={column} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnHeads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const here = current?.row === row.key ? current.column : null;
            const edits = editing?.row === row.key ? editing : null;
            if (row.kind === 'decision') {
              return (
                <DecisionRow
                  key={row.key}
                  decision={row.decision.row}
                  findings={checks.ofDecision(row.decision.row.id)}
                  span={columns.length}
                  index={index}
                  isCurrent={here !== null}
                  editing={edits}
                  onSheet={desk.openDecision}
                />
              );
            }
            const { priority, criterion, kind } = row;
            const { id } = priority.row;
            const own = kind === 'criterion' ? null : checks.ofRow(id);
            const read = criterion === null ? null : checks.ofRow(criterion.id);
            const span = Math.max(1, priority.criteria.length);
            return (
              <PriorityRow
                key={row.key}
                rowKey={row.key}
                kind={kind}
                index={index}
                span={span}
                isLast={kind === 'fold' || (!folds && (criterion === null || criterion === priority.criteria.at(-1)))}
                columns={columnsOf(kind, columns)}
                current={here}
                editing={edits?.column ?? null}
                typed={edits?.typed ?? null}
                decision={row.decision.row}
                priority={priority.row}
                criterion={criterion}
                stops={kind === 'criterion' ? noRows : (hangings.stops.get(id) ?? noRows)}
                measures={kind === 'criterion' ? noRows : (hangings.measures.get(id) ?? noRows)}
                findings={[...(own?.findings ?? noRows), ...(kind === 'fold' ? noRows : (read?.findings ?? noRows))]}
                findingColumns={[
                  ...(own?.columns ?? noRows),
                  ...(kind === 'fold' ? noRows : (read?.columns ?? noRows)),
                ]}
                people={people}
                actions={actions}
              />
            );
          })}
        </tbody>
      </Table>
      {menu !== null && (
        <MenuList
          anchor={menu.anchor}
          label="What can be done to this row"
          entries={entriesOf(menu.row)}
          onClose={() => {
            setMenu(null);
            // What was done may have taken the row away, and the focus with it.
            requestAnimationFrame(() => {
              const { current: cell } = latest.current.grid;
              if (document.activeElement === document.body && cell !== null) latest.current.grid.focus(cell);
            });
          }}
        />
      )}
    </TableContext>
  );
}

const criterionCells: readonly MapColumn[] = ['criterion', 'figures', 'due'];
const foldCells: readonly MapColumn[] = ['stops', 'measure'];

function columnsOf(kind: 'priority' | 'criterion' | 'fold', columns: readonly MapColumn[]): readonly MapColumn[] {
  if (kind === 'fold') return foldCells;
  return kind === 'criterion' ? criterionCells : columns;
}

function takesLetters(row: TableRow, column: MapColumn, letter: string): boolean {
  if (row.kind === 'decision') return false;
  if (column === 'relation') return /^[1-5]$/u.test(letter);
  if (column === 'figures') return /^[\d.,-]$/u.test(letter);
  return column === 'priority' || column === 'owner' || column === 'criterion';
}
