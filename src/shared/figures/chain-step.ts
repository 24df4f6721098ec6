/** One step of the chain: its arrow, its bar, the figures below, and the words above the marked ones. */
import { type ChainData, type ChainStep, markedSteps } from './chain-data.ts';
import { type ChainLayout, type ChainRow, figureLine, shareSize, type StepTexts, tip } from './chain-layout.ts';
import { type FigureOptions, fullWidth } from './figure.ts';
import { asText, type FigurePalette, mix, readableOn } from './palette.ts';
import type { Pen } from './pen.ts';
import type { ChainWords } from './words.ts';

/** A step where it stands: `x` and `top` of its arrow, and px of bar to a load of 100 %. */
export type StepPlace = {
  readonly step: ChainStep;
  readonly texts: StepTexts;
  readonly name: readonly string[];
  readonly x: number;
  readonly top: number;
  readonly scale: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isConstraint: boolean;
};

/** Draws arrow, bar and figures of a step. */
export function drawStep(place: StepPlace, layout: ChainLayout, pen: Pen, palette: FigurePalette): void {
  drawArrow(place, layout, pen, palette);
  drawBar(place, layout, pen, palette);
  if (layout.stacked) stackTexts(place, layout, pen, palette);
  else pairTexts(place, layout, pen, palette);
}

/** Writes the words above the marked steps of a row, moved apart where they would touch; the marks stay in place. */
export function drawMarks(
  row: ChainRow,
  data: ChainData,
  layout: ChainLayout,
  pen: Pen,
  { palette, words }: FigureOptions<ChainWords>,
): void {
  const marks = markedSteps(data)
    .filter((place) => place >= row.first && place < row.end)
    .toSorted((a, b) => a - b)
    .map((place) => {
      const isConstraint = place === data.constraint;
      const text = isConstraint ? words.constraint : words.next;
      const width = pen.measure(text, { bold: isConstraint });
      const point = (place - row.first) * layout.pitch + layout.bar / 2;
      return { isConstraint, text, width, point, left: keepInside(point - width / 2, width) };
    });
  const [first, second] = marks;
  if (first && second) {
    const overlap = first.left + first.width + 8 - second.left;
    if (overlap > 0) {
      first.left = keepInside(first.left - overlap / 2, first.width);
      second.left = keepInside(first.left + first.width + 8, second.width);
      first.left = keepInside(Math.min(first.left, second.left - 8 - first.width), first.width);
    }
  }
  const y = row.top - 30;
  for (const { isConstraint, text, point, left } of marks) {
    const fill = isConstraint ? asText(palette.accent, palette) : palette.grey;
    pen.label(left, y + 11, text, { fill, bold: isConstraint });
    if (isConstraint) pen.polygon(mark(point, y, 5, 24), { fill: palette.accent });
    else {
      pen.polygon(mark(point, y, 4.7, 23.6), { fill: palette.paper, stroke: palette.grey, strokeWidth: 1.1 });
    }
  }
}

function keepInside(left: number, width: number): number {
  return Math.max(Math.min(left, fullWidth - width), 0);
}

/** A triangle that points down to the step. */
function mark(x: number, y: number, half: number, foot: number): readonly (readonly [number, number])[] {
  return [
    [x - half, y + 17],
    [x + half, y + 17],
    [x, y + foot],
  ];
}

function drawArrow(place: StepPlace, layout: ChainLayout, pen: Pen, palette: FigurePalette): void {
  const { x, top, name, isFirst, isLast, isConstraint } = place;
  const { bar, arrow, nameSize, lineHeight } = layout;
  const fill = isConstraint ? palette.accent : mix(palette.primary, palette.paper, 0.12);
  const [end, middle, foot] = [x + bar, top + arrow / 2, top + arrow];
  const head: readonly (readonly [number, number])[] = isLast ? [] : [[end + tip, middle]];
  const tail: readonly (readonly [number, number])[] = isFirst ? [] : [[x + tip, middle]];
  pen.polygon([[x, top], [end, top], ...head, [end, foot], [x, foot], ...tail], { fill });
  name.forEach((line, at) => {
    const y = middle + nameSize * 0.36 + (at - (name.length - 1) / 2) * lineHeight;
    const style = { size: nameSize, bold: true, fill: readableOn(fill, palette), anchor: 'middle' } as const;
    pen.label(x + bar / 2 + 3, y, line, style);
  });
}

function drawBar(
  { step, x, top, scale, isConstraint }: StepPlace,
  layout: ChainLayout,
  pen: Pen,
  p: FigurePalette,
): void {
  if (step.utilisation === null || step.demand === null || step.capacity === null) return;
  const y = top + layout.arrow + 18;
  const fill = isConstraint ? p.accent : mix(p.primary, p.paper, 0.6);
  pen.rect({ x, y, width: layout.bar, height: 12, fill: p.tint });
  if (step.utilisation > 0) pen.rect({ x, y, width: (scale * step.utilisation) / 100, height: 12, fill });
  pen.line({ x1: x + scale, y1: y - 3, x2: x + scale, y2: y + 15, stroke: p.ink, strokeWidth: 1.3 });
}

/** Share and load on one line, waiting and its weeks on the next. */
function pairTexts(place: StepPlace, { bar, arrow }: ChainLayout, pen: Pen, palette: FigurePalette): void {
  const { texts, x, top } = place;
  const { share, note } = textStyles(place, palette);
  const y = top + arrow + figureLine.first;
  pen.label(x, y, texts.share, share);
  pen.label(x + bar, y, texts.load, { fill: palette.grey, anchor: 'end' });
  pen.label(x, y + figureLine.pitch, texts.waiting, note);
  pen.label(x + bar, y + figureLine.pitch, texts.weeks, { ...note, anchor: 'end' });
}

/** One below the other. */
function stackTexts(place: StepPlace, { bar, arrow }: ChainLayout, pen: Pen, palette: FigurePalette): void {
  const { texts, x, top } = place;
  const { share, note } = textStyles(place, palette);
  const y = top + arrow + figureLine.first;
  const most = bar + tip;
  pen.label(x, y, texts.share, { ...share, most });
  pen.label(x, y + figureLine.stacked, texts.load, { fill: palette.grey, most });
  pen.label(x, y + 2 * figureLine.stacked, texts.waiting, { ...note, most });
  pen.label(x, y + 3 * figureLine.stacked, texts.weeks, { ...note, most });
}

function textStyles({ step, isConstraint }: StepPlace, palette: FigurePalette) {
  const strong = isConstraint ? asText(palette.accent, palette) : palette.ink;
  return {
    share: step.utilisation === null ? { fill: palette.grey } : { fill: strong, bold: true, size: shareSize },
    note: isConstraint ? { fill: palette.ink, bold: true } : { fill: palette.grey },
  };
}
