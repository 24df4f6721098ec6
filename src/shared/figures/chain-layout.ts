/** Where the steps of the chain stand: one row or more, the size of their names, figures beside or below each other. */
import { fullWidth, typeSize } from './figure.ts';
import { type FittedText, wrapText } from './measure.ts';
import type { Pen } from './pen.ts';

/** The texts below a step, in the order of reading. */
export type StepTexts = {
  readonly share: string;
  readonly load: string;
  readonly waiting: string;
  readonly weeks: string;
};

/** The layout; lengths in px. */
export type ChainLayout = {
  readonly rows: readonly ChainRow[];
  /** From the start of one step to the next, and the width of its bar. */
  readonly pitch: number;
  readonly bar: number;
  readonly nameSize: number;
  readonly names: readonly FittedText[];
  readonly arrow: number;
  readonly lineHeight: number;
  /** Figures one below the other, where two do not fit side by side. */
  readonly stacked: boolean;
  readonly height: number;
};

/** Steps `first` to `end` (exclusive); `top` is where its arrows start. */
export type ChainRow = { readonly first: number; readonly end: number; readonly top: number };

/** Size of the share below a step. */
export const shareSize = 13;

/** How far an arrow's tip stands out, and as far its tail is cut in. */
export const tip = 9;

/** Between two lines of figures; the first stands so far below the arrow. */
export const figureLine = { first: 45, pitch: 15, stacked: 13 } as const;

const apart = 15;
const mostInRow = 9;

/** Finds the layout: one row with the largest type in which every name is whole, else two rows. */
export function layOutChain(
  names: readonly string[],
  texts: readonly StepTexts[],
  marked: readonly number[],
  pen: Pen,
): ChainLayout {
  const count = Math.max(names.length, 1);
  const fewestRows = Math.ceil(count / mostInRow);
  const candidates = [fewestRows];
  if (count >= 6 && fewestRows === 1) candidates.push(2);
  const tried = candidates.map((rows) => fitNames(names, rows, pen));
  const chosen = tried.find(({ fitted }) => fitted.every(({ whole }) => whole)) ?? tried.at(-1);
  const { rows, pitch, size, fitted } = chosen ?? fitNames(names, 1, pen);
  const bar = pitch - apart;
  const most = Math.max(1, ...fitted.map(({ lines }) => lines.length));
  const lineHeight = size + 0.8;
  const arrow = Math.max(38, Math.ceil(most * lineHeight + 11));
  const stacked = texts.some(
    ({ share, load, waiting, weeks }) =>
      pen.measure(share, { size: shareSize, bold: true }) + 6 + pen.measure(load) > bar ||
      pen.measure(waiting, { bold: true }) + 6 + pen.measure(weeks, { bold: true }) > bar,
  );
  const below = stacked ? figureLine.first + 3 * figureLine.stacked + 4 : figureLine.first + figureLine.pitch + 4;
  const perRow = Math.ceil(count / rows);
  const laid: ChainRow[] = [];
  let top = 0;
  for (let first = 0; first < count; first += perRow) {
    const end = Math.min(first + perRow, count);
    top += marked.some((step) => step >= first && step < end) ? 30 : 2;
    laid.push({ first, end, top });
    top += arrow + below + 14;
  }
  return {
    rows: laid,
    pitch,
    bar,
    nameSize: size,
    names: fitted,
    arrow,
    lineHeight,
    stacked,
    height: top - 14,
  };
}

type Fit = { readonly rows: number; readonly pitch: number; readonly size: number; readonly fitted: FittedText[] };

/** In a single row the last arrow ends flat at the margin; in several, each row ends in a tip. */
function fitNames(names: readonly string[], rows: number, pen: Pen): Fit {
  const perRow = Math.ceil(Math.max(names.length, 1) / rows);
  const pitch = (fullWidth + apart - (rows > 1 ? tip : 0)) / perRow;
  const width = pitch - apart - tip - (rows > 1 || pitch > 90 ? 10 : 4);
  const most = pitch < 90 ? 3 : 2;
  const fit = (size: number): Fit => ({
    rows,
    pitch,
    size,
    fitted: names.map((name) => wrapText(name, width, most, pen.style({ size, bold: true }))),
  });
  const sizes = [12, typeSize.label, 11.1, typeSize.note].map(fit);
  return sizes.find(({ fitted }) => fitted.every(({ whole }) => whole)) ?? fit(typeSize.note);
}
