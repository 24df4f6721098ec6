import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundledFonts, createPngRenderer } from '../../../../src/main/jobs/render/png.ts';
import { toSvgText } from '../../../../src/shared/figures/svg.ts';
import { draw } from '../../../shared/figures/reading.ts';

const fonts = bundledFonts(join(import.meta.dirname, '../../../../resources/fonts'));

/** Width and height as the file's header says. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('a figure becomes a PNG of 300 dpi with its words drawn', () => {
  const renderer = createPngRenderer(fonts);
  const figure = draw.chain();
  const png = renderer.render(toSvgText(figure));
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
  expect(sizeOf(png)).toEqual([1961, 413]);
  const wordless = { ...figure, nodes: figure.nodes.filter((node) => node.tag !== 'text') };
  expect(png.length).toBeGreaterThan(renderer.render(toSvgText(wordless)).length * 2);
});

test('the same drawing gives the same bytes, from memory and drawn anew', () => {
  const svg = toSvgText(draw.severity());
  const renderer = createPngRenderer(fonts, 1);
  const first = renderer.render(svg);
  expect(renderer.render(svg)).toBe(first);
  renderer.render(toSvgText(draw.heat()));
  const again = renderer.render(svg);
  expect(again).not.toBe(first);
  expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
});

test('a missing font is refused instead of drawing pictures without words', () => {
  expect(() => createPngRenderer(['nowhere/Carlito-Regular.ttf'])).toThrow('Carlito-Regular.ttf');
});
