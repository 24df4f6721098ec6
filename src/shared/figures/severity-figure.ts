/** Figure 1: how severe the patterns are, and how sure that is. */
import { type Figure, type FigureOptions, halfWidth, typeSize } from './figure.ts';
import { wrapText } from './measure.ts';
import { type SeverityBand, severityShade } from './palette.ts';
import { createPen, type Pen } from './pen.ts';
import { fillWords, type SeverityWords } from './words.ts';

/** One pattern: severity 0–100, confidence 0 (none) to 3 (high). */
export type SeverityRow = {
  readonly name: string;
  readonly severity: number;
  readonly band: SeverityBand;
  readonly confidence: 0 | 1 | 2 | 3;
  readonly contested: boolean;
};

/** The patterns in the order in which they are to stand. */
export type SeverityData = { readonly rows: readonly SeverityRow[] };

/** Draws the bars, 79 mm wide; rows stand closer from the fifth on. */
export function drawSeverity(data: SeverityData, options: FigureOptions<SeverityWords>): Figure {
  const pen = createPen(halfWidth, options);
  const pitch = data.rows.length < 5 ? 41 : 35;
  const rows = layOutRows(data.rows, pitch, pen, options);
  const height = rows.reduce((sum, row) => sum + row.height, head);
  drawHead(pen, height, options);
  let top = head;
  for (const row of rows) {
    drawRow(row, top, pen, options);
    top += row.height;
  }
  const { nodes, warnings } = pen;
  return { width: halfWidth, height, nodes, alt: describe(data.rows, options), warnings };
}

const head = 22;
const track = halfWidth - 92;
const lineHeight = 13;
const dots = { spacing: 10, right: 5, r: 3.2 } as const;
/** Where the dots and their white end, from the right. */
const dotsWidth = 33;

type LaidRow = { readonly row: SeverityRow; readonly lines: readonly string[]; readonly height: number };
type Options = FigureOptions<SeverityWords>;

function layOutRows(rows: readonly SeverityRow[], pitch: number, pen: Pen, { words }: Options): LaidRow[] {
  return rows.map((row, index) => {
    const mark = row.contested ? pen.measure(words.contested) + 8 : 0;
    const name = pen.name(row.name, index + 1);
    const style = { size: typeSize.label, bold: true };
    const { lines, whole } = wrapText(name, halfWidth - dotsWidth - mark, 2, pen.style(style));
    if (!whole) pen.warn('label-shortened', row.name);
    return { row, lines, height: pitch + (lines.length - 1) * lineHeight };
  });
}

function drawHead(pen: Pen, height: number, { palette, words }: Options): void {
  const half = halfWidth / 2 - 4;
  pen.label(0, 9, words.severity, { fill: palette.grey, most: half });
  pen.label(halfWidth, 9, words.confidence, { fill: palette.grey, anchor: 'end', most: half });
  for (const share of [0.25, 0.5, 0.75]) {
    const x = track * share;
    pen.line({ x1: x, y1: 16, x2: x, y2: height, stroke: palette.rule, strokeWidth: 0.7, strokeDasharray: '2 2' });
  }
}

function drawRow({ row, lines }: LaidRow, top: number, pen: Pen, { palette, format, words }: Options): void {
  lines.forEach((line, index) => {
    pen.label(0, top + 9 + index * lineHeight, line, { size: typeSize.label, bold: true });
  });
  const middle = top + 5.5;
  if (row.contested) {
    const fill = palette.grey;
    pen.label(halfWidth - dotsWidth, top + 9, words.contested, { fill, anchor: 'end' });
  }
  for (const place of [0, 1, 2] as const) {
    const cx = halfWidth - dots.right - (2 - place) * dots.spacing;
    const fill = place < row.confidence ? palette.ink : palette.paper;
    pen.circle({ cx, cy: middle, r: dots.r, fill, stroke: palette.ink, strokeWidth: 1.1 });
  }
  const bar = top + 14 + (lines.length - 1) * lineHeight;
  const value = Math.min(Math.max(row.severity, 0), 100);
  pen.rect({ x: 0, y: bar, width: track, height: 12, fill: palette.tint });
  if (value > 0) {
    pen.rect({ x: 0, y: bar, width: (track * value) / 100, height: 12, fill: severityShade(row.band, palette) });
  }
  for (const share of [0.25, 0.5, 0.75]) {
    const x = track * share;
    pen.line({ x1: x, y1: bar, x2: x, y2: bar + 12, stroke: palette.paper, strokeWidth: 1 });
  }
  const shown = `${format.number(value, 0)} ${words.bands[row.band]}`;
  const most = halfWidth - track - 7.4;
  pen.label(track + 7.4, bar + 9.5, shown, { size: typeSize.label, bold: row.band === 'critical', most });
}

function describe(rows: readonly SeverityRow[], { format, words }: Options): string {
  const { alt } = words;
  const sentences = rows.map((row) => {
    const values = {
      name: row.name,
      severity: format.number(row.severity, 0),
      band: words.bands[row.band],
      level: words.levels[row.confidence],
    };
    return fillWords(row.contested ? alt.contested : alt.row, values);
  });
  return [fillWords(alt.intro, { count: format.number(rows.length, 0) }), ...sentences].join(' ');
}
