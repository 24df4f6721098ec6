/** Tables that have the names of their fields in the first column and an item in each further column. */
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { knownName } from './names.ts';
import type { OpenTable } from './opened.ts';
import type { RowListener } from './rows.ts';

const looked = 40;

/** The first rows of a table, without reading the rest. */
export async function firstRows(table: Pick<OpenTable, 'rows'>): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  const enough = new Error('enough rows');
  try {
    await table.rows('relaxed', (cells) => {
      rows.push(cells);
      if (rows.length >= looked) throw enough;
    });
  } catch (error) {
    // What is wrong with the text is told when it is read as a whole.
    if (error !== enough && !(error instanceof Refusal)) throw error;
  }
  return rows;
}

/** How many names of fields stand one below the other where a table is turned; 0 where it stands as it should. */
export function findTurned(rows: readonly (readonly string[])[]): number {
  const first = rows.map((cells) => (cells[0] ?? '').trim()).filter(Boolean);
  const known = first.filter((cell) => knownName(cell)).length;
  const across = Math.max(0, ...rows.map((cells) => cells.filter((cell) => knownName(cell)).length));
  // Field names come once each and there are few of them; a column of types or states repeats itself.
  const names = rows.length < looked && new Set(first).size === first.length && known >= first.length / 2;
  return names && known >= 3 && across <= 2 ? known : 0;
}

/** Hands the columns on as if they were rows; `line` is then the column, counted from 1. */
export async function readTurned(read: (onRow: RowListener) => Promise<void>, onRow: RowListener): Promise<void> {
  const rows: (readonly string[])[] = [];
  await read((cells) => {
    if (rows.length >= limits.turnedRows)
      throw new Refusal('import-too-many', { limit: limits.turnedRows, what: 'rows in a turned table' });
    rows.push(cells);
  });
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  for (let column = 0; column < width; column++) {
    const cells = rows.map((row) => row[column] ?? '');
    if (cells.some((cell) => cell.trim() !== '')) onRow(cells, column + 1);
  }
}
