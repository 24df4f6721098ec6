/** Finds the row that names the columns; some exports put a title or a group above it. */
import type { ImportReason } from '../../../../shared/api/import-reasons.ts';
import { countKnownNames } from './names.ts';

/** A row with the line on which it begins. */
export type Row = { readonly cells: readonly string[]; readonly line: number };

/** The row with the names, and why it is that one. */
export type Header = { readonly row: Row; readonly reason: ImportReason };

/** How many rows are looked at. */
export const headerSearch = 30;

/** The header among the first rows, or null when none has two cells of text; `wanted` is the line that was chosen. */
export function findHeader(rows: readonly Row[], wanted?: number): Header | null {
  const chosen = wanted === undefined ? undefined : rows.find(({ line }) => line >= wanted);
  if (chosen !== undefined) return { row: chosen, reason: { code: 'header-chosen', params: { line: chosen.line } } };
  let best: Row | null = null;
  let most = 1;
  for (const row of rows.slice(0, headerSearch)) {
    const known = countKnownNames(row.cells);
    if (known > most) [best, most] = [row, known];
  }
  if (best !== null) {
    return { row: best, reason: { code: 'header-known', params: { line: best.line, count: most } } };
  }
  const words = rows.find(({ cells }) => looksLikeNames(cells));
  if (words !== undefined) return { row: words, reason: { code: 'header-words', params: { line: words.line } } };
  const first = rows.find(({ cells }) => filled(cells) >= 2);
  return first === undefined ? null : { row: first, reason: { code: 'header-first', params: { line: first.line } } };
}

function looksLikeNames(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter(Boolean);
  const plain = names.every((name) => name.length <= 60 && !/^[\d.,/:-]+$/.test(name));
  return names.length >= 2 && names.length >= cells.length / 2 && plain && new Set(names).size === names.length;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}
