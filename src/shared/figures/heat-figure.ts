/** Figure 2: how the elements stand in each function. */
import { type Figure, type FigureOptions, halfWidth, typeSize } from './figure.ts';
import { wrapText } from './measure.ts';
import { asText, heatScale, readableOn } from './palette.ts';
import { createPen, type Pen } from './pen.ts';
import { fillWords, type HeatWords } from './words.ts';

/** Pooled answers, 0–100, and the people behind them. */
export type HeatCell = { readonly value: number; readonly n: number };

/** A function (or level), the people heard in it, and one cell for each column; null where nobody answered. */
export type HeatRow = { readonly name: string; readonly n: number; readonly cells: readonly (HeatCell | null)[] };

/** Rows in the order in which they stand; `widest` is the cell of the widest gap, counted from 0. */
export type HeatData = {
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
  readonly widest: { readonly row: number; readonly column: number } | null;
};

/** `height`: of the figure beside it, px; rows are spread towards it as far as looks well. */
export type HeatOptions = FigureOptions<HeatWords> & { readonly height?: number };

/** Draws the map, 79 mm wide; dark is low. */
export function drawHeat(data: HeatData, options: HeatOptions): Figure {
  const pen = createPen(halfWidth, options);
  const grid = layOutGrid(data, pen, options);
  drawHead(grid, pen, options);
  data.rows.forEach((row, index) => drawRow(row, index, data, grid, pen, options));
  if (data.widest !== null) drawFrame(data.widest, grid, pen, options);
  const height = grid.top + data.rows.length * grid.pitch + legendHeight;
  drawLegend(height, data.widest !== null, grid, pen, options);
  const { nodes, warnings } = pen;
  return { width: halfWidth, height, nodes, alt: describe(data, options), warnings };
}

const gap = 2;
/** Half of the frame of the widest gap stands outside the last column. */
const right = halfWidth - 1.2;
const legendHeight = 19;
const noteLine = 10.8;

type Grid = {
  /** Where the first column starts, and the cells' width. */
  readonly left: number;
  readonly cell: number;
  readonly top: number;
  readonly pitch: number;
  readonly heads: readonly (readonly string[])[];
  readonly names: readonly (readonly string[])[];
  readonly nameSize: number;
  readonly scale: readonly string[];
};

function layOutGrid(data: HeatData, pen: Pen, { palette, words, format, height }: HeatOptions): Grid {
  const columns = Math.max(data.columns.length, 1);
  const names = data.rows.map((row, index) => pen.name(row.name, index + 1));
  const people = Math.max(0, ...data.rows.map((row) => pen.measure(peopleOf(row, words, format))));
  const beside = people + 17;
  const wished = Math.max(117, beside + Math.max(0, ...names.map((name) => pen.measure(name, labelStyle))));
  const narrowest = Math.max(42, ...data.columns.map((column) => pen.measure(column) + 1));
  const left = Math.min(wished, Math.max(columns > 3 ? 90 : 117, right - columns * narrowest - (columns - 1) * gap));
  const cell = (right - left - (columns - 1) * gap) / columns;
  const fitted = fitNames(names, data, left - beside, pen);
  const heads = data.columns.map((column, index) => {
    const { lines, whole } = wrapText(pen.name(column, index + 1), cell - 0.9, 2, pen.style());
    if (!whole) pen.warn('label-shortened', column);
    return lines;
  });
  const top = 19 + (heads.some((lines) => lines.length > 1) ? noteLine : 0);
  const least = fitted.names.some((lines) => lines.length > 1) ? 25 : 0;
  const natural = Math.max(least, gap + (data.rows.length < 7 ? 22 : 19.5));
  const spread = height === undefined ? 0 : (height - top - legendHeight) / Math.max(data.rows.length, 1);
  return {
    left,
    cell,
    top,
    pitch: Math.max(natural, Math.min(spread, 30)),
    heads,
    ...fitted,
    scale: heatScale(palette),
  };
}

const labelStyle = { size: typeSize.label } as const;

/** All names in one size: labels on one line if they fit, else notes on up to two. */
function fitNames(names: readonly string[], data: HeatData, most: number, pen: Pen): Pick<Grid, 'names' | 'nameSize'> {
  if (names.every((name) => pen.measure(name, labelStyle) <= most)) {
    return { names: names.map((name) => [name]), nameSize: typeSize.label };
  }
  const wrapped = names.map((name) => wrapText(name, most, 2, pen.style()));
  wrapped.forEach(({ whole }, index) => {
    if (!whole) pen.warn('label-shortened', data.rows[index]?.name ?? '');
  });
  return { names: wrapped.map(({ lines }) => lines), nameSize: typeSize.note };
}

function peopleOf(row: HeatRow, words: HeatWords, format: HeatOptions['format']): string {
  return fillWords(words.people, { n: format.number(row.n, 0) });
}

function cellAt(row: number, column: number, grid: Grid) {
  const x = grid.left + column * (grid.cell + gap);
  return { x, y: grid.top + row * grid.pitch, width: grid.cell, height: grid.pitch - gap };
}

function drawHead(grid: Grid, pen: Pen, { palette }: HeatOptions): void {
  grid.heads.forEach((lines, column) => {
    const x = cellAt(0, column, grid).x + grid.cell / 2;
    lines.forEach((line, index) => {
      const y = grid.top - 10 - (lines.length - 1 - index) * noteLine;
      pen.label(x, y, line, { fill: palette.grey, anchor: 'middle' });
    });
  });
}

function drawRow(row: HeatRow, index: number, data: HeatData, grid: Grid, pen: Pen, options: HeatOptions): void {
  const { palette, words, format } = options;
  const middle = cellAt(index, 0, grid).y + (grid.pitch - gap) / 2;
  const lines = grid.names[index] ?? [];
  lines.forEach((line, at) => {
    pen.label(0, middle + 4 + (at - (lines.length - 1) / 2) * noteLine, line, { size: grid.nameSize });
  });
  pen.label(grid.left - 9, middle + 4, peopleOf(row, words, format), { fill: palette.grey, anchor: 'end' });
  data.columns.forEach((_, column) => {
    const box = cellAt(index, column, grid);
    const cell = row.cells[column] ?? null;
    const x = box.x + box.width / 2;
    if (cell === null) {
      const edge = { x: box.x + 0.4, y: box.y + 0.4, width: box.width - 0.8, height: box.height - 0.8 };
      pen.rect({ ...edge, fill: palette.paper, stroke: palette.rule, strokeWidth: 0.8 });
      pen.label(x, middle + 3.6, words.noData, { fill: palette.grey, anchor: 'middle', most: box.width - 4 });
      return;
    }
    const shade = grid.scale[Math.min(Math.max(Math.floor(cell.value / 20), 0), 4)] ?? palette.tint;
    const isWidest = data.widest?.row === index && data.widest.column === column;
    pen.rect({ ...box, fill: shade });
    pen.label(x, middle + 4, format.number(cell.value, 0), {
      size: typeSize.label,
      bold: isWidest,
      fill: readableOn(shade, palette),
      anchor: 'middle',
    });
  });
}

function drawFrame(at: { readonly row: number; readonly column: number }, grid: Grid, pen: Pen, o: HeatOptions): void {
  pen.rect({
    ...cellAt(at.row, at.column, grid),
    fill: 'none',
    stroke: asText(o.palette.accent, o.palette),
    strokeWidth: 2.2,
  });
}

/** From the right: end of the scale, five squares, its start, and the frame with its words. */
function drawLegend(
  height: number,
  hasWidest: boolean,
  grid: Grid,
  pen: Pen,
  { palette, format, words }: HeatOptions,
): void {
  const [from, to] = [format.number(0, 0), format.number(100, 0)];
  const baseline = height - 2.6;
  const fill = palette.grey;
  pen.label(right, baseline, to, { fill, anchor: 'end' });
  const { scale } = grid;
  const squares = right - pen.measure(to) - 4.5 - scale.length * 17;
  scale.forEach((shade, index) => {
    pen.rect({ x: squares + index * 17, y: height - 11, width: 16, height: 9, fill: shade });
  });
  pen.label(squares - 5, baseline, from, { fill, anchor: 'end' });
  if (!hasWidest) return;
  const end = squares - 9.4 - pen.measure(from);
  const start = Math.max(end - pen.measure(words.widest), 14);
  pen.label(start, baseline, words.widest, { fill, most: end - start + 0.01 });
  const frame = { x: start - 12.9, y: height - 11, width: 8.6, height: 9 };
  pen.rect({ ...frame, fill: 'none', stroke: asText(palette.accent, palette), strokeWidth: 1.8 });
}

function describe(data: HeatData, { words, format }: HeatOptions): string {
  const { alt } = words;
  const list = (cell: HeatCell | null, column: string) =>
    cell === null
      ? fillWords(alt.noData, { column })
      : fillWords(alt.cell, { column, value: format.number(cell.value, 0), n: format.number(cell.n, 0) });
  const rows = data.rows.map((row) => {
    const cells = data.columns.map((column, index) => list(row.cells[index] ?? null, column)).join(', ');
    return fillWords(alt.row, { name: row.name, cells });
  });
  const counts = { rows: format.number(data.rows.length, 0), columns: format.number(data.columns.length, 0) };
  const sentences = [fillWords(alt.intro, counts), ...rows];
  const row = data.widest === null ? undefined : data.rows[data.widest.row];
  const column = data.columns[data.widest?.column ?? 0];
  const cell = row?.cells[data.widest?.column ?? 0];
  if (row && column !== undefined && cell) {
    sentences.push(fillWords(alt.widest, { name: row.name, column, value: format.number(cell.value, 0) }));
  }
  return sentences.join(' ');
}
