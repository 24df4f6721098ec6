/** Turns a figure's SVG into a bitmap of 300 dpi with the bundled fonts and no others, so that every machine draws alike. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** Draws SVG as PNG and remembers the last ones in memory. */
export type PngRenderer = { render(svg: string): Uint8Array };

/** Pixels to one px of 96 to the inch. */
export const pngScale = 300 / 96;

/** The files of the bundled font in the folder that holds them. */
export function bundledFonts(folder: string): string[] {
  return ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((face) => join(folder, `Carlito-${face}.ttf`));
}

/**
 * Makes a renderer that keeps up to `keep` pictures, the least used one leaving first.
 * Throws where a font file is missing: text would vanish from every picture without a word.
 */
export function createPngRenderer(fontFiles: readonly string[], keep = 32): PngRenderer {
  const missing = fontFiles.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`The bundled font ${missing} is missing.`);
  const kept = new Map<string, Uint8Array>();
  return {
    render(svg) {
      const key = createHash('sha256').update(svg).digest('base64');
      const png = kept.get(key) ?? draw(svg, fontFiles);
      kept.delete(key);
      kept.set(key, png);
      const oldest = kept.keys().next().value;
      if (kept.size > keep && oldest !== undefined) kept.delete(oldest);
      return png;
    },
  };
}

function draw(svg: string, fontFiles: readonly string[]): Uint8Array {
  const drawing = new Resvg(svg, {
    font: {
      fontFiles: [...fontFiles],
      loadSystemFonts: false,
      defaultFontFamily: 'Carlito',
      sansSerifFamily: 'Carlito',
    },
    fitTo: { mode: 'zoom', value: pngScale },
  });
  return drawing.render().asPng();
}
