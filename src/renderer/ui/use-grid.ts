/** A table that is walked and edited by keyboard: one cell has the focus, Enter edits it, Esc leaves it. */
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useReadOnly } from './field.tsx';
import { type GridShape, moveInGrid, nearestCell, parseSheet, type Place } from './grid-moves.ts';
import { takesText } from './keys.ts';

/** A cell by the ids of its row and column. */
export type Cell<Row extends string, Column extends string> = { readonly row: Row; readonly column: Column };

/** What a table is and what it does. */
export type GridOptions<Row extends string, Column extends string> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** The cell that covers a place: of its own for most, the first row's for one that spans rows, null for none. */
  readonly covering?: ((row: Row, column: Column) => Cell<Row, Column> | null) | undefined;
  /** Whether Tab goes from cell to cell, or leaves the table. */
  readonly tab?: 'cells' | 'leave' | undefined;
  /** Which cells can be edited; none when it is missing, or where the area around can only be read. */
  readonly canEdit?: ((cell: Cell<Row, Column>) => boolean) | undefined;
  /** Whether a letter begins editing and replaces what is there; else letters are left to the commands of the screen. */
  readonly typeToEdit?: boolean | undefined;
  /** Editing begins: by Enter, F2 or a double press, or by the letter that was typed. */
  readonly onEdit?: ((cell: Cell<Row, Column>, typed: string | null) => void) | undefined;
  /** Hears every key of a cell that is not being edited before the table does; true when it was used. */
  readonly onKey?: ((event: KeyboardEvent, cell: Cell<Row, Column>) => boolean) | undefined;
  /** Cells from a spreadsheet, to be filled in from this cell on. */
  readonly onPaste?: ((cell: Cell<Row, Column>, values: readonly (readonly string[])[]) => void) | undefined;
  /** The cell that has the focus changes. */
  readonly onCell?: ((cell: Cell<Row, Column>) => void) | undefined;
  /** Brings a row that is not drawn into view, before it gets the focus. */
  readonly onReveal?: ((row: Row) => void) | undefined;
};

/** A table that is being shown. */
export type Grid<Row extends string, Column extends string> = {
  /** For the element with the role of a grid. */
  readonly gridProps: {
    readonly role: 'grid';
    readonly 'aria-label': string;
    readonly 'aria-rowcount': number;
    readonly 'aria-colcount': number;
    readonly ref: (element: HTMLElement | null) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
    readonly onDoubleClick: (event: MouseEvent) => void;
  };
  /** For the element of a row. */
  readonly getRowProps: (row: Row) => { readonly role: 'row'; readonly 'aria-rowindex': number };
  /** For the element of a cell; `header` for the cell that names its row. */
  readonly getCellProps: (
    row: Row,
    column: Column,
    header?: boolean,
  ) => {
    readonly role: 'gridcell' | 'rowheader';
    readonly 'aria-colindex': number;
    readonly 'data-cell': string;
    readonly 'data-editing': '' | undefined;
    readonly tabIndex: 0 | -1;
  };
  /** The cell that Tab comes to. */
  readonly current: Cell<Row, Column> | null;
  /** The cell that is being edited, and the letter that began it. */
  readonly editing: (Cell<Row, Column> & { readonly typed: string | null }) | null;
  readonly isEditing: (row: Row, column: Column) => boolean;
  readonly edit: (cell: Cell<Row, Column>, typed?: string | null) => boolean;
  /** Ends editing; the focus goes back to the cell. */
  readonly stop: () => void;
  /** Moves the focus to a cell, also to one that is drawn only now. */
  readonly focus: (cell: Cell<Row, Column>) => void;
};

/** Walks and edits a table. The cells are drawn by the caller, who shows an editor where `editing` says so. */
export function useGrid<Row extends string, Column extends string>(
  options: GridOptions<Row, Column>,
): Grid<Row, Column> {
  const {
    label,
    rows,
    columns,
    covering,
    tab = 'cells',
    typeToEdit = false,
    canEdit,
    onEdit,
    onKey,
    onPaste,
    onCell,
    onReveal,
  } = options;
  type Here = Cell<Row, Column>;
  const element = useRef<HTMLElement | null>(null);
  const inside = useRef(false);
  const wanted = useRef<Here | null>(null);
  const lastPlace = useRef<Place>({ row: 0, column: 0 });
  const [chosen, setChosen] = useState<Here | null>(null);
  const [editing, setEditing] = useState<(Here & { typed: string | null }) | null>(null);

  const locked = useReadOnly();
  const rowAt = useMemo(() => new Map(rows.map((row, at) => [row, at])), [rows]);
  const columnAt = useMemo(() => new Map(columns.map((column, at) => [column, at])), [columns]);
  const placeOf = (cell: Here): Place => ({ row: rowAt.get(cell.row) ?? -1, column: columnAt.get(cell.column) ?? -1 });
  const cellAt = (place: Place | null): Here | null => {
    const row = place === null ? undefined : rows[place.row];
    const column = place === null ? undefined : columns[place.column];
    return row === undefined || column === undefined ? null : { row, column };
  };
  const shape: GridShape = {
    rows: rows.length,
    columns: columns.length,
    page: 10,
    at: (place) => {
      const cell = cellAt(place);
      if (cell === null || covering === undefined) return cell === null ? null : place;
      const cover = covering(cell.row, cell.column);
      return cover === null ? null : placeOf(cover);
    },
  };
  const isThere = (cell: Here): boolean => {
    const at = shape.at(placeOf(cell));
    return at !== null && at.row >= 0 && at.column >= 0;
  };
  // What was chosen may be gone: undone here, or deleted in another window.
  const current = chosen !== null && isThere(chosen) ? chosen : cellAt(nearestCell(lastPlace.current, shape));
  const edited = editing !== null && isThere(editing) ? editing : null;

  const focus = (cell: Here): void => {
    setChosen(cell);
    onReveal?.(cell.row);
    wanted.current = cell;
    elementOf(element.current, cell)?.focus();
  };
  /** Tells whether this cell can be edited. */
  const edit = (cell: Here, typed: string | null = null): boolean => {
    if (locked || canEdit?.(cell) !== true) return false;
    setChosen(cell);
    setEditing({ ...cell, typed });
    onEdit?.(cell, typed);
    return true;
  };
  const stop = (): void => {
    const cell = editing;
    setEditing(null);
    if (cell !== null) wanted.current = cell;
  };

  useLayoutEffect(() => {
    // Its cell is gone, so it must not go on when undo brings the cell back.
    if (editing !== null && edited === null) setEditing(null);
    if (current !== null && chosen !== null) lastPlace.current = placeOf(current);
    const lost = inside.current && document.activeElement === document.body;
    const target = wanted.current ?? (lost ? current : null);
    if (target === null || edited !== null) return;
    const found = elementOf(element.current, target);
    if (found === null) return;
    wanted.current = null;
    if (found !== document.activeElement) found.focus();
  });

  const hearEditor = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const lines = event.target instanceof HTMLTextAreaElement && (event.shiftKey || event.altKey);
    if (event.key === 'Escape' || (event.key === 'Enter' && !lines && !event.ctrlKey && !event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      stop();
    } else if (event.key === 'Tab' && tab === 'cells' && edited !== null) {
      const next = cellAt(moveInGrid(moveOf(event), placeOf(edited), shape));
      setEditing(null);
      if (next === null) return;
      event.preventDefault();
      focus(next);
    }
  };
  const hearCell = (event: KeyboardEvent, cell: Here): void => {
    if (onKey?.(event, cell) === true) {
      event.preventDefault();
      return;
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const next =
      event.key === 'Tab' && tab === 'leave' ? null : cellAt(moveInGrid(moveOf(event), placeOf(cell), shape));
    const begins = typeToEdit && isPlain && [...event.key].length === 1 && event.key !== ' ';
    if (next !== null) focus(next);
    else if (isPlain && !event.shiftKey && (event.key === 'Enter' || event.key === 'F2') && edit(cell)) {
      // Editing has begun.
    } else if (begins && edit(cell, event.key)) {
      // So has it by a letter.
    } else if (event.key === 'Tab' || !event.key.startsWith('Arrow') || event.ctrlKey || event.altKey) return;
    event.preventDefault();
  };
  const cellOf = (target: EventTarget | null): Here | null => {
    const found = target instanceof Element ? target.closest('[data-cell]') : null;
    const [row, column] = ((found as HTMLElement | null)?.dataset['cell'] ?? '').split('\t');
    return row === undefined || column === undefined ? null : { row: row as Row, column: column as Column };
  };

  return {
    current,
    editing: edited,
    isEditing: (row, column) => edited?.row === row && edited.column === column,
    edit,
    stop,
    focus,
    gridProps: {
      role: 'grid',
      'aria-label': label,
      'aria-rowcount': rows.length,
      'aria-colcount': columns.length,
      ref: useCallback((found: HTMLElement | null) => {
        element.current = found;
      }, []),
      onKeyDown: (event) => {
        const cell = cellOf(event.target);
        // A panel that hangs on a cell has keys of its own.
        if (cell === null || (event.target as Element).closest('[popover]') !== null) return;
        const isCell = (event.target as Element).hasAttribute('data-cell');
        if (edited !== null && edited.row === cell.row && edited.column === cell.column) hearEditor(event);
        else if (isCell || !(takesText(event.target) || event.key === 'Enter' || event.key === ' '))
          hearCell(event, cell);
      },
      onPaste: (event) => {
        const cell = cellOf(event.target);
        if (cell === null || onPaste === undefined || takesText(event.target)) return;
        event.preventDefault();
        onPaste(cell, parseSheet(event.clipboardData.getData('text/plain')));
      },
      onFocus: (event) => {
        inside.current = true;
        const cell = cellOf(event.target);
        if (cell === null) return;
        if (cell.row !== chosen?.row || cell.column !== chosen.column) {
          setChosen(cell);
          onCell?.(cell);
        }
        if (edited !== null && (edited.row !== cell.row || edited.column !== cell.column)) setEditing(null);
      },
      onBlur: (event) => {
        // Panels that hang on a cell are inside the table for React and outside of it on the screen: they stay inside.
        if (event.currentTarget.contains(event.relatedTarget)) return;
        inside.current = false;
        if (event.relatedTarget !== null) setEditing(null);
      },
      onDoubleClick: (event) => {
        const cell = cellOf(event.target);
        if (cell !== null && !takesText(event.target)) edit(cell);
      },
    },
    getRowProps: (row) => ({ role: 'row', 'aria-rowindex': (rowAt.get(row) ?? -1) + 1 }),
    getCellProps: (row, column, header = false) => ({
      role: header ? 'rowheader' : 'gridcell',
      'aria-colindex': (columnAt.get(column) ?? -1) + 1,
      'data-cell': `${row}\t${column}`,
      'data-editing': edited?.row === row && edited.column === column ? '' : undefined,
      tabIndex: current?.row === row && current.column === column && edited === null ? 0 : -1,
    }),
  };
}

function moveOf(event: KeyboardEvent): { key: string; command: boolean; shift: boolean } {
  return { key: event.altKey ? '' : event.key, command: event.ctrlKey || event.metaKey, shift: event.shiftKey };
}

function elementOf(grid: HTMLElement | null, cell: Cell<string, string>): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${cell.row}\t${cell.column}`)}"]`) ?? null;
}
