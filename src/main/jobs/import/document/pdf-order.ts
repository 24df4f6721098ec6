/** The reading order of a page without tags: columns one after the other, tables row by row. */
import type { Line } from './pdf-pieces.ts';

/** Lines that belong together in their order, or the rows of a table. */
export type Region =
  | { readonly kind: 'text'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Splits the lines of a page where an empty strip runs down between lines that stand side by side. */
export function orderLines(lines: readonly Line[], depth = 0): readonly Region[] {
  const down = lines.toSorted((a, b) => b.y - a.y || a.x - b.x);
  const gutter = depth > 6 ? null : findGutter(down);
  if (gutter === null) return textOf(down);
  const parts = alongGutter(down, gutter).flatMap((part): readonly Region[] => {
    if (part.wide) return orderLines(part.lines, depth + 1);
    const columns = splitColumns(part.lines);
    const rows = columns.length > 1 ? tableRows(columns) : null;
    if (rows !== null) return [{ kind: 'table', rows }];
    const left = part.lines.filter((line) => line.right <= gutter + 1);
    const right = part.lines.filter((line) => line.right > gutter + 1);
    return [...orderLines(left, depth + 1), ...orderLines(right, depth + 1)];
  });
  return joinTexts(parts);
}

/** Plain text that goes on further down stays together, so that the space between its lines is still seen. */
function joinTexts(regions: readonly Region[]): readonly Region[] {
  const joined: Region[] = [];
  for (const region of regions) {
    const before = joined.at(-1);
    const goesDown =
      before?.kind === 'text' && region.kind === 'text' && (before.lines.at(-1)?.y ?? 0) > (region.lines[0]?.y ?? 0);
    if (goesDown) joined[joined.length - 1] = { kind: 'text', lines: [...before.lines, ...region.lines] };
    else joined.push(region);
  }
  return joined;
}

function textOf(lines: readonly Line[]): readonly Region[] {
  return lines.length === 0 ? [] : [{ kind: 'text', lines }];
}

/** The place across the page that most lines stand beside and fewest go over; null where nothing stands side by side. */
function findGutter(lines: readonly Line[]): number | null {
  const left = Math.min(...lines.map(({ x }) => x));
  const right = Math.max(...lines.map((line) => line.right));
  let best: { at: number; score: number } | null = null;
  for (let at = left + (right - left) * 0.12; at < right - 20; at += 4) {
    const before = lines.filter((line) => line.right <= at + 1).length;
    const after = lines.filter((line) => line.x >= at - 1).length;
    const score = Math.min(before, after) * 2 - (lines.length - before - after);
    if (before >= 2 && after >= 2 && (best === null || score > best.score) && pairs(lines, at) >= 2)
      best = { at, score };
  }
  return best?.at ?? null;
}

/** How many lines right of a place have one left of it on the same height. */
function pairs(lines: readonly Line[], at: number): number {
  const before = lines.filter((line) => line.right <= at + 1);
  return lines.filter((line) => line.x >= at - 1 && before.some((one) => near(one, line, 1.2))).length;
}

function near(a: Line, b: Line, share: number): boolean {
  return Math.abs(a.y - b.y) < Math.min(a.size, b.size) * share;
}

type Part = { readonly wide: boolean; readonly lines: Line[] };

/** Runs of lines from top to bottom: those that go over the gutter or stand alone, and those that stand on both its sides. */
function alongGutter(lines: readonly Line[], gutter: number): readonly Part[] {
  const parts: Part[] = [];
  for (const line of lines) {
    const wide = line.x < gutter - 1 && line.right > gutter + 1;
    const part = parts.at(-1);
    const above = part?.lines.at(-1);
    const apart = above !== undefined && above.y - line.y > Math.max(above.size, line.size) * 2.8;
    if (part?.wide === wide && !(apart && !wide)) part.lines.push(line);
    else parts.push({ wide, lines: [line] });
  }
  return parts
    .flatMap((part): Part[] => {
      const sides = new Set(part.lines.map((line) => line.x >= gutter - 1));
      return part.wide || sides.size === 2 ? [part] : [{ wide: true, lines: part.lines }];
    })
    .reduce<Part[]>((done, part) => {
      const before = done.at(-1);
      if (before?.wide === true && part.wide) before.lines.push(...part.lines);
      else done.push({ wide: part.wide, lines: [...part.lines] });
      return done;
    }, []);
}

/** Groups lines by the empty strips between them, from left to right. */
function splitColumns(lines: readonly Line[]): readonly (readonly Line[])[] {
  const least = Math.max(5, (lines[0]?.size ?? 10) * 0.6);
  const groups: { end: number; lines: Line[] }[] = [];
  for (const line of lines.toSorted((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    if (group !== undefined && line.x < group.end + least) {
      group.lines.push(line);
      group.end = Math.max(group.end, line.right);
    } else groups.push({ end: line.right, lines: [line] });
  }
  return groups.map((group) => group.lines);
}

/** The rows where columns are those of a table: they begin on the same heights, and two of them are no running text. */
function tableRows(columns: readonly (readonly Line[])[]): readonly (readonly string[])[] | null {
  const [first = [], ...others] = columns;
  const beside = others.flat().filter((line) => first.some((one) => near(one, line, 0.5))).length;
  if (beside < others.flat().length * 0.55) return null;
  if (columns.length === 2 && columns.some((column) => column.length > 3 && fullShare(column) >= 0.5)) return null;
  const all = columns.flatMap((column, at) => column.map((line) => ({ line, at })));
  const rows: { top: Line; cells: string[][] }[] = [];
  for (const { line, at } of all.toSorted((a, b) => b.line.y - a.line.y || a.at - b.at)) {
    const row = rows.at(-1);
    const same = row !== undefined && near(row.top, line, 0.5);
    // A row begins where something stands in its last columns; other lines go on with the one above.
    const begins = all.some((one) => one.at > 0 && one.at !== at && near(one.line, line, 0.5));
    if (row !== undefined && (same || !begins)) (row.cells[at] ??= []).push(line.text);
    else {
      const cells: string[][] = columns.map(() => []);
      cells[at] = [line.text];
      rows.push({ top: line, cells });
    }
  }
  return rows.length < 2 ? null : rows.map(({ cells }) => cells.map((cell) => cell.join(' ')));
}

/** The share of a column's lines that fill most of its width, from 0 to 1. */
function fullShare(column: readonly Line[]): number {
  const left = Math.min(...column.map(({ x }) => x));
  const right = Math.max(...column.map((line) => line.right));
  return column.filter((line) => line.right - line.x > (right - left) * 0.75).length / column.length;
}
