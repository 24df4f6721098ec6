/** Reads a figure as a person would: the words in it, where they stand, and what is painted in a colour. */
import { drawCalendar } from '../../../src/shared/figures/calendar-figure.ts';
import { drawChain } from '../../../src/shared/figures/chain-figure.ts';
import type { Figure } from '../../../src/shared/figures/figure.ts';
import { drawHeat, type HeatOptions } from '../../../src/shared/figures/heat-figure.ts';
import { measureText } from '../../../src/shared/figures/measure.ts';
import { drawSeverity } from '../../../src/shared/figures/severity-figure.ts';
import type { SvgNode, SvgTree, TextNode } from '../../../src/shared/figures/svg.ts';
import { calendar, chain, format, heat, palette, severity, words } from './sample.ts';

/** The four drawings with the target's data, words and brand unless told otherwise. */
export const draw = {
  severity: (data: Partial<typeof severity> = {}) =>
    drawSeverity({ ...severity, ...data }, { palette, format, words: words.severity }),
  heat: (data: Partial<typeof heat> = {}, options: Partial<HeatOptions> = {}) =>
    drawHeat({ ...heat, ...data }, { palette, format, words: words.heat, ...options }),
  chain: (data: Partial<typeof chain> = {}) =>
    drawChain({ ...chain, ...data }, { palette, format, words: words.chain }),
  calendar: (data: Partial<typeof calendar> = {}) =>
    drawCalendar({ ...calendar, ...data }, { palette, format, words: words.calendar }),
};

/** The labels in the order of drawing. */
export function labels(figure: SvgTree): TextNode[] {
  return figure.nodes.filter((node) => node.tag === 'text');
}

/** Their words. */
export function texts(figure: SvgTree): string[] {
  return labels(figure).map(({ text }) => text);
}

/** The label that reads so. */
export function labelOf(figure: SvgTree, text: string): TextNode {
  const found = labels(figure).find((label) => label.text === text);
  if (!found) throw new Error(`No label reads ${text}: ${texts(figure).join(' | ')}`);
  return found;
}

/** Left and right end of a label as measured, px. */
export function extent(label: TextNode): { left: number; right: number } {
  const width = measureText(label.text, { size: label.fontSize, bold: label.fontWeight === 700 });
  const before = { start: 0, middle: width / 2, end: width }[label.textAnchor];
  return { left: label.x - before, right: label.x - before + width };
}

/** Labels that leave the picture on any side. */
export function strays(figure: SvgTree): string[] {
  const isInside = (label: TextNode) => {
    const { left, right } = extent(label);
    return left >= -0.02 && right <= figure.width + 0.02 && label.y > 6 && label.y < figure.height;
  };
  return labels(figure).flatMap((label) => (isInside(label) ? [] : [label.text]));
}

/** Pairs of labels on the same line that run into each other. */
export function collisions(figure: SvgTree): string[] {
  const all = labels(figure).map((label) => ({ label, ...extent(label) }));
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(
        (two) => Math.abs(one.label.y - two.label.y) < 6 && one.left < two.right - 0.5 && two.left < one.right - 0.5,
      )
      .map((two) => `${one.label.text} | ${two.label.text}`),
  );
}

/** Shapes and labels filled or drawn in this colour. */
export function painted(figure: SvgTree, colour: string): SvgNode[] {
  return figure.nodes.filter((node) => node.fill === colour || ('stroke' in node && node.stroke === colour));
}

/** The warnings of a figure, each as its code and subject. */
export function warned(figure: Figure): string[] {
  return figure.warnings.map(({ code, subject }) => `${code}: ${subject}`);
}
