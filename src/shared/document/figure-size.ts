/** How large a figure stands on paper. */
import type { FigureBlock } from './blocks.ts';

/** Millimetres of height that a figure may take; a taller one would be cut at the end of the page and is drawn smaller. */
const tallestFigure = 220;

/** Width and height in millimetres. */
export function figureSize({ figure, width }: FigureBlock): { readonly width: number; readonly height: number } {
  const whole = (width * figure.height) / figure.width;
  const scale = Math.min(1, tallestFigure / whole);
  return { width: width * scale, height: whole * scale };
}
