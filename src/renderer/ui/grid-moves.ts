/** How a table of cells is walked, also where a cell covers several rows or columns, or where there is none. */

/** A place in the table, counted from 0. */
export type Place = { readonly row: number; readonly column: number };

/** The shape of a table. */
export type GridShape = {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page has, for PgUp and PgDn. */
  readonly page: number;
  /** The cell that covers a place, named by its first row and column; null where there is none. */
  readonly at: (place: Place) => Place | null;
};

/** A key with its modifier; `command` is Ctrl, or Cmd on a Mac. */
export type Move = { readonly key: string; readonly command: boolean; readonly shift: boolean };

/** The cell after a key; null when the key does not move, or Tab leaves the table. */
export function moveInGrid(move: Move, from: Place, shape: GridShape): Place | null {
  const { rows, columns, page } = shape;
  switch (move.key) {
    case 'ArrowUp':
      return move.command ? null : search(shape, from, -1, 0);
    case 'ArrowDown':
      return move.command ? null : search(shape, from, 1, 0);
    case 'ArrowLeft':
      return move.command ? null : search(shape, from, 0, -1);
    case 'ArrowRight':
      return move.command ? null : search(shape, from, 0, 1);
    case 'Home':
      return move.command
        ? firstOf(shape, order(0, rows), order(0, columns))
        : firstOf(shape, [from.row], order(0, columns));
    case 'End':
      return move.command
        ? firstOf(shape, order(rows - 1, -1), order(columns - 1, -1))
        : firstOf(shape, [from.row], order(columns - 1, -1));
    case 'PageDown':
      return firstOf(shape, order(Math.min(rows - 1, from.row + page), from.row), [from.column]);
    case 'PageUp':
      return firstOf(shape, order(Math.max(0, from.row - page), from.row), [from.column]);
    case 'Tab':
      return move.command ? null : tabbed(shape, from, move.shift ? -1 : 1);
    default:
      return null;
  }
}

/** The cell nearest to a place that may be gone: the same place, else above it, else below; null in an empty table. */
export function nearestCell(from: Place, shape: GridShape): Place | null {
  const row = Math.min(from.row, shape.rows - 1);
  return (
    firstOf(shape, order(row, -1), [from.column]) ??
    firstOf(shape, order(row, shape.rows), order(0, shape.columns)) ??
    firstOf(shape, order(row, -1), order(0, shape.columns))
  );
}

/** Reads what a spreadsheet puts on the clipboard: rows of cells, parted by tabs; a cell with a break stands in quotes. */
export function parseSheet(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gu;
  for (const [, quoted, plain = '', end] of text.replace(/(\r\n|\r|\n)$/u, '').matchAll(cells)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}

// The next cell in a direction that is another one than where it began.
function search(shape: GridShape, from: Place, down: number, right: number): Place | null {
  for (
    let row = from.row + down, column = from.column + right;
    row >= 0 && row < shape.rows && column >= 0 && column < shape.columns;
    row += down, column += right
  ) {
    const cell = shape.at({ row, column });
    if (cell !== null && !isSame(cell, from)) return cell;
  }
  return null;
}

// Through the row, then through the next: only cells that begin in a row, so that none comes twice.
function tabbed(shape: GridShape, from: Place, step: 1 | -1): Place | null {
  const count = shape.rows * shape.columns;
  for (let next = from.row * shape.columns + from.column + step; next >= 0 && next < count; next += step) {
    const place = { row: Math.floor(next / shape.columns), column: next % shape.columns };
    const cell = shape.at(place);
    if (cell !== null && isSame(cell, place)) return cell;
  }
  return null;
}

function firstOf(shape: GridShape, rows: readonly number[], columns: readonly number[]): Place | null {
  for (const row of rows) {
    for (const column of columns) {
      const cell = shape.at({ row, column });
      if (cell !== null) return cell;
    }
  }
  return null;
}

// From one number towards another, that one left out.
function order(from: number, to: number): readonly number[] {
  const step = from < to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) }, (_, at) => from + at * step);
}

function isSame(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}
