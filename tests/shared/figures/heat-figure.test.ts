import { expect, test } from 'vitest';
import { contrast, documentPalette, readableContrast } from '../../../src/shared/figures/palette.ts';
import type { SvgTree } from '../../../src/shared/figures/svg.ts';
import { draw, labelOf, painted, texts, warned } from './reading.ts';
import { heat, palette } from './sample.ts';

/** The figure in each cell with the area under it. */
function cells(figure: SvgTree): { text: string; contrast: number }[] {
  return figure.nodes.flatMap((node, index) => {
    const area = figure.nodes[index - 1];
    if (node.tag !== 'text' || area?.tag !== 'rect' || area.stroke !== undefined) return [];
    return [{ text: node.text, contrast: contrast(node.fill, area.fill ?? '') }];
  });
}

test('each cell shows its figure, each row its people', () => {
  const figure = draw.heat();
  expect(cells(figure).map(({ text }) => text)).toEqual(
    heat.rows.flatMap((row) => row.cells.map((cell) => String(cell?.value))).concat('0'),
  );
  expect(texts(figure).filter((text) => text === 'n 2')).toHaveLength(2);
});

test('the widest gap alone is framed in the accent and bold', () => {
  const figure = draw.heat();
  const frames = painted(figure, palette.accent).filter((node) => node.tag === 'rect' && node.width > 20);
  expect(frames).toMatchObject([{ strokeWidth: 2.2, fill: 'none' }]);
  expect(labelOf(figure, '25').fontWeight).toBe(700);
  expect(figure.alt).toContain('Widest gap: Sales, Capability, 25.');
});

test('without a widest gap the accent and its words are absent', () => {
  const figure = draw.heat({ widest: null });
  expect(painted(figure, palette.accent)).toEqual([]);
  expect(texts(figure)).not.toContain('widest gap');
});

test('no data is said in words, never as 0 and never as a shade', () => {
  const figure = draw.heat({ rows: [{ name: 'Sales', n: 0, cells: [null, null, null] }], widest: null });
  expect(texts(figure).filter((text) => text === 'no data')).toHaveLength(3);
  expect(texts(figure).filter((text) => text === '0')).toHaveLength(1);
  expect(figure.alt).toContain('Sales: Clarity no data, Capability no data, Engagement no data.');
  const boxes = figure.nodes.filter((node) => node.tag === 'rect' && node.stroke === palette.rule);
  expect(boxes.map(({ fill }) => fill)).toEqual([palette.paper, palette.paper, palette.paper]);
});

test('a cell of 0 is a figure', () => {
  const figure = draw.heat({ rows: [{ name: 'Sales', n: 2, cells: [{ value: 0, n: 2 }, null, null] }], widest: null });
  expect(texts(figure).filter((text) => text === '0')).toHaveLength(2);
  expect(figure.alt).toContain('Clarity 0 (n 2)');
});

test.each(['12495A', 'FFC000', '3E7CB1', '5B9A4F', '000000', 'C00000', '808080', 'FFFFFF', '00B0F0', '7030A0'])(
  'with #%s as a firm’s primary every figure in a cell can be read',
  (primary) => {
    const brand = documentPalette({ primary, accent: 'FFD54F' });
    const rows = [0, 20, 40, 60, 80].map((value) => ({ name: 'F', n: 3, cells: [{ value, n: 3 }, null, null] }));
    const shown = cells(draw.heat({ rows, widest: null }, { palette: brand }));
    expect(shown.filter((cell) => cell.contrast < readableContrast)).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(5);
  },
);

test('rows spread towards the figure beside them, and no farther than looks well', () => {
  expect(draw.heat({}, { height: 197 }).height).toBeCloseTo(197);
  expect(draw.heat({ rows: heat.rows.slice(0, 2), widest: null }, { height: 197 }).height).toBeLessThan(110);
});

test('General management and Customer success are not shortened', () => {
  const rows = ['General management', 'Customer success'].map((name) => ({ name, n: 3, cells: [null, null, null] }));
  const figure = draw.heat({ rows, widest: null });
  expect(texts(figure)).toEqual(expect.arrayContaining(['General management', 'Customer success']));
  expect(warned(figure)).toEqual([]);
});
