import { describe, expect, test } from 'vitest';
import {
  type GridShape,
  moveInGrid,
  nearestCell,
  parseSheet,
  type Place,
} from '../../../src/renderer/ui/grid-moves.ts';

// Row 0 is one heading over all columns; the first two cells of row 1 go down over row 2; row 3 lacks its last cell.
const table: GridShape = {
  rows: 5,
  columns: 4,
  page: 3,
  at: ({ row, column }) => {
    if (row === 0) return { row: 0, column: 0 };
    if (row === 2 && column < 2) return { row: 1, column };
    return row === 3 && column === 3 ? null : { row, column };
  },
};
const empty: GridShape = { rows: 0, columns: 4, page: 3, at: () => null };

function go(key: string, from: Place, held: { command?: boolean; shift?: boolean } = {}): Place | null {
  return moveInGrid({ key, command: held.command ?? false, shift: held.shift ?? false }, from, table);
}

describe('walking a table', () => {
  test('an arrow goes past all that one cell covers', () => {
    expect(go('ArrowDown', { row: 1, column: 1 })).toEqual({ row: 3, column: 1 });
    expect(go('ArrowUp', { row: 3, column: 0 })).toEqual({ row: 1, column: 0 });
  });

  test('an arrow enters a covering cell from any of its rows', () => {
    expect(go('ArrowLeft', { row: 2, column: 2 })).toEqual({ row: 1, column: 1 });
    expect(go('ArrowUp', { row: 1, column: 3 })).toEqual({ row: 0, column: 0 });
  });

  test('an arrow passes a place without a cell, and stops at the edge', () => {
    expect(go('ArrowDown', { row: 2, column: 3 })).toEqual({ row: 4, column: 3 });
    expect(go('ArrowRight', { row: 3, column: 2 })).toBeNull();
    expect(go('ArrowDown', { row: 4, column: 0 })).toBeNull();
  });

  test('Tab comes to every cell once, forth and back, and leaves at the ends', () => {
    const forth: Place[] = [];
    for (let at: Place | null = { row: 0, column: 0 }; at !== null; at = go('Tab', at)) forth.push(at);
    const back: Place[] = [];
    for (let at: Place | null = { row: 4, column: 3 }; at !== null; at = go('Tab', at, { shift: true })) back.push(at);
    expect(forth).toHaveLength(1 + 4 + 2 + 3 + 4);
    expect(new Set(forth.map(({ row, column }) => `${row} ${column}`)).size).toBe(forth.length);
    expect(back.toReversed()).toEqual(forth);
  });

  test('Home and End keep the row, with Ctrl they go to the corners', () => {
    expect(go('Home', { row: 3, column: 2 })).toEqual({ row: 3, column: 0 });
    expect(go('End', { row: 3, column: 0 })).toEqual({ row: 3, column: 2 });
    expect(go('Home', { row: 3, column: 2 }, { command: true })).toEqual({ row: 0, column: 0 });
    expect(go('End', { row: 1, column: 0 }, { command: true })).toEqual({ row: 4, column: 3 });
  });

  test('a page is held at the ends', () => {
    expect(go('PageDown', { row: 1, column: 0 })).toEqual({ row: 4, column: 0 });
    expect(go('PageDown', { row: 3, column: 2 })).toEqual({ row: 4, column: 2 });
    expect(go('PageUp', { row: 1, column: 2 })).toEqual({ row: 0, column: 0 });
  });

  test('a letter does not move', () => {
    expect(go('a', { row: 1, column: 1 })).toBeNull();
  });

  test('when its row is gone, the focus goes to the nearest cell', () => {
    expect(nearestCell({ row: 9, column: 2 }, table)).toEqual({ row: 4, column: 2 });
    expect(nearestCell({ row: 3, column: 3 }, table)).toEqual({ row: 2, column: 3 });
    expect(nearestCell({ row: 0, column: 0 }, empty)).toBeNull();
  });
});

describe('cells from a spreadsheet', () => {
  test('tabs part cells, lines part rows, the last line break adds none', () => {
    expect(parseSheet('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('a cell in quotes keeps its line breaks, tabs and quotes', () => {
    expect(parseSheet('"two\nlines"\t"say ""yes"""\nplain\t')).toEqual([
      ['two\nlines', 'say "yes"'],
      ['plain', ''],
    ]);
  });

  test('empty cells keep their place, and a lone quote is text', () => {
    expect(parseSheet('\t\tc\n5" pipe\t\t')).toEqual([
      ['', '', 'c'],
      ['5" pipe', '', ''],
    ]);
  });
});
