/** What the open work serves, for a slide: one bar of the four classes, and the work on each decision beside its legend. */
import { type Figure, type FigureOptions, fullWidth, typeSize } from './figure.ts';
import { type FigurePalette, mix } from './palette.ts';
import { createPen, type Pen } from './pen.ts';
import { type CoverageWords, fillWords } from './words.ts';

/** A class of the open work. */
export type CoverageClass = 'traced' | 'lights-on' | 'contradicting' | 'orphan';

/** The classes with their shares (0–100, null without open work), and the decisions in the order of the map. */
export type CoverageData = {
  readonly open: number;
  readonly classes: readonly { readonly class: CoverageClass; readonly count: number; readonly share: number | null }[];
  readonly decisions: readonly {
    readonly label: string;
    readonly name: string;
    readonly count: number;
    readonly share: number | null;
  }[];
  /** What an item counts for and when the list was exported, in words. */
  readonly note: string;
};

/** Draws the figure over the full width; it is as high as the longer of its two columns. */
export function drawCoverage(data: CoverageData, options: FigureOptions<CoverageWords>): Figure {
  const pen = createPen(fullWidth, options);
  pen.label(0, 17, openWords(data.open, options), { size: 18, bold: true });
  drawBar(pen, data, options.palette);
  drawLegend(pen, data, options);
  drawDecisions(pen, data, options);
  const rows = Math.max(data.classes.length, data.decisions.length);
  const foot = top + rows * pitch + 10;
  pen.label(0, foot, data.note, { fill: options.palette.grey });
  const { nodes, warnings } = pen;
  return { width: fullWidth, height: foot + 6, nodes, alt: describe(data, options), warnings };
}

type Options = FigureOptions<CoverageWords>;

const top = 84;
const pitch = 22;
const bar = { y: 30, height: 18, gap: 2 } as const;
const legend = { name: 18, count: 196, share: 240 } as const;
const decisions = { left: 266, name: 292, track: 472, trackWidth: 70, count: 576, share: fullWidth } as const;

function drawBar(pen: Pen, { classes }: CoverageData, palette: FigurePalette): void {
  const shown = classes.filter(({ share }) => (share ?? 0) > 0);
  const room = fullWidth - bar.gap * Math.max(0, shown.length - 1);
  if (shown.length === 0) pen.rect({ x: 0, y: bar.y, width: fullWidth, height: bar.height, fill: palette.tint });
  let x = 0;
  for (const one of shown) {
    const width = (room * (one.share ?? 0)) / 100;
    pen.rect({ x, y: bar.y, width, height: bar.height, fill: classColour(one.class, palette) });
    x += width + bar.gap;
  }
}

function drawLegend(pen: Pen, { classes }: CoverageData, { palette, format, words }: Options): void {
  for (const [row, one] of classes.entries()) {
    const y = top + row * pitch;
    pen.rect({ x: 0, y: y - 9, width: 10, height: 10, fill: classColour(one.class, palette) });
    const most = legend.count - legend.name - 28;
    pen.label(legend.name, y, words.classes[one.class], { size: typeSize.label, most });
    pen.label(legend.count, y, format.number(one.count, 0), { size: typeSize.label, anchor: 'end' });
    const share = one.share === null ? words.noData : format.percent(one.share);
    pen.label(legend.share, y, share, { size: typeSize.label, anchor: 'end', bold: true });
  }
}

function drawDecisions(pen: Pen, data: CoverageData, { palette, format, words }: Options): void {
  if (data.decisions.length > 0) pen.label(decisions.left, top - pitch + 2, words.byDecision, { fill: palette.grey });
  const most = Math.max(...data.decisions.map(({ share }) => share ?? 0), 0);
  for (const [row, one] of data.decisions.entries()) {
    const y = top + row * pitch;
    pen.label(decisions.left, y, one.label, { bold: true });
    const name = pen.name(one.name, row + 1);
    pen.label(decisions.name, y, name, { size: typeSize.label, most: decisions.track - decisions.name - 8 });
    pen.rect({ x: decisions.track, y: y - 8, width: decisions.trackWidth, height: 8, fill: palette.tint });
    const width = most === 0 ? 0 : (decisions.trackWidth * (one.share ?? 0)) / most;
    if (width > 0) pen.rect({ x: decisions.track, y: y - 8, width, height: 8, fill: palette.primary });
    const count = format.number(one.count, Number.isInteger(one.count) ? 0 : 1);
    pen.label(decisions.count, y, count, { size: typeSize.label, anchor: 'end' });
    const share = one.share === null ? words.noData : format.percent(one.share);
    pen.label(decisions.share, y, share, { size: typeSize.label, anchor: 'end', bold: true });
  }
}

/** Two hues, each in a full and a light shade, so that neighbours differ in lightness too. */
function classColour(one: CoverageClass, palette: FigurePalette): string {
  switch (one) {
    case 'traced':
      return palette.primary;
    case 'lights-on':
      return mix(palette.primary, palette.paper, 0.4);
    case 'contradicting':
      return mix(palette.ink, palette.accent, 0.35);
    case 'orphan':
      return mix(palette.accent, palette.paper, 0.5);
  }
}

function openWords(open: number, { format, words }: Options): string {
  return fillWords(open === 1 ? words.open.one : words.open.other, { count: format.number(open, 0) });
}

function describe(data: CoverageData, options: Options): string {
  const { format, words } = options;
  const shareOf = (share: number | null): string => (share === null ? words.noData : format.percent(share));
  const parts = [
    ...data.classes.map((one) => ({ name: words.classes[one.class], count: one.count, share: one.share })),
    ...data.decisions.map(({ label, name, count, share }) => ({ name: `${label} ${name}`.trim(), count, share })),
  ];
  const sentences = parts.map(({ name, count, share }) =>
    fillWords(words.alt, { name, count: format.number(count, Number.isInteger(count) ? 0 : 1), share: shareOf(share) }),
  );
  return [`${openWords(data.open, options)}.`, ...sentences, data.note].join(' ');
}
