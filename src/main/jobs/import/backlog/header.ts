/** Finds the row that names the columns; some exports put a title or a group above it. */
import { countKnownNames } from './mapping.ts';

/** A row with the line on which it begins. */
export type Row = { readonly cells: readonly string[]; readonly line: number };

/** How many rows are looked at. */
export const headerSearch = 30;

/** The header among the first rows, or null when none has two cells of text. */
export function findHeader(rows: readonly Row[]): Row | null {
  let best: Row | null = null;
  let most = 1;
  for (const row of rows.slice(0, headerSearch)) {
    const known = countKnownNames(row.cells);
    if (known > most) [best, most] = [row, known];
  }
  return (
    best ?? rows.find(({ cells }) => looksLikeNames(cells)) ?? rows.find(({ cells }) => filled(cells) >= 2) ?? null
  );
}

function looksLikeNames(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter(Boolean);
  const plain = names.every((name) => name.length <= 60 && !/^[\d.,/:-]+$/.test(name));
  return names.length >= 2 && names.length >= cells.length / 2 && plain && new Set(names).size === names.length;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}
