/** Draws a figure as a bitmap that any slide takes. */
import { ok } from '../../../shared/lib/result.ts';
import type { JobRun } from '../job.ts';
import { bundledFonts, createPngRenderer } from './png.ts';

/** Options of the job: the drawing as SVG, and the folder of the bundled fonts. */
export type PictureOptions = { readonly svg: string; readonly fontFolder: string };

/** Draws the picture as PNG. */
export const drawPicture: JobRun<PictureOptions, { bytes: Uint8Array }, never> = ({ options }) => {
  const { svg, fontFolder } = options;
  return Promise.resolve(ok({ bytes: createPngRenderer(bundledFonts(fontFolder)).render(svg) }));
};
