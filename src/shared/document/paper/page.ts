/** Page set-up: sizes and margins of both papers. The text is 166 mm wide on each. */
import type { Paper } from '../settings.ts';

/** Millimetres; footer and header are distances of their text from the edge. */
export type PageSize = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly side: number;
  readonly edge: number;
};

/** The pages; Letter has smaller margins above and below, or the same content needs two pages more. */
export const pageSizes: Readonly<Record<Paper, PageSize>> = {
  A4: { width: 210, height: 297, top: 20, bottom: 19, side: 22, edge: 9 },
  Letter: { width: 215.9, height: 279.4, top: 16, bottom: 15, side: 24.95, edge: 9 },
};
