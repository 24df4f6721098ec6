/** The colours of the figures: two of the firm, the rest derived from them so that every figure can be read. */

/** Colours as #rrggbb; `paper` is what the figure stands on. */
export type FigurePalette = {
  readonly paper: string;
  readonly ink: string;
  readonly grey: string;
  readonly rule: string;
  readonly tint: string;
  readonly primary: string;
  readonly accent: string;
};

/** How severe a pattern is, by the bands of the method. */
export type SeverityBand = 'minor' | 'moderate' | 'severe' | 'critical';

/** Contrast that text needs against what it stands on (WCAG 2.2 AA). */
export const readableContrast = 4.5;

/** The palette of a document: a firm's two colours (six hex digits, with or without #) on white paper. */
export function documentPalette(brand: { readonly primary: string; readonly accent: string }): FigurePalette {
  return {
    paper: '#ffffff',
    ink: '#1f2a33',
    grey: '#5a6670',
    rule: '#c8cfd4',
    tint: '#f2f5f6',
    primary: withHash(brand.primary),
    accent: withHash(brand.accent),
  };
}

/** `share` (0 to 1) of a colour over another, channel by channel in sRGB. */
export function mix(colour: string, over: string, share: number): string {
  const under = channels(over);
  const mixed = channels(colour).map((value, index) => Math.round(value * share + (under[index] ?? 0) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(first: string, second: string): number {
  const [high, low] = [luminance(first), luminance(second)].toSorted((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The colour of a figure on an area: paper where it can be read, else ink, else the better of the two. */
export function readableOn(area: string, palette: FigurePalette): string {
  const paper = contrast(palette.paper, area);
  if (paper >= readableContrast) return palette.paper;
  return contrast(palette.ink, area) >= paper ? palette.ink : palette.paper;
}

/** A brand colour as text on paper, or ink where the colour could not be read. */
export function asText(colour: string, palette: FigurePalette): string {
  return contrast(colour, palette.paper) >= readableContrast ? colour : palette.ink;
}

/**
 * The five classes of the heat map, 0–19 first: 90, 78, 42, 22 and 8 % of the primary over paper.
 * A class on which neither paper nor ink can be read is mixed with ink until paper can; a darker class keeps its
 * distance from the next.
 */
export function heatScale(palette: FigurePalette): readonly string[] {
  const classes = [0.9, 0.78, 0.42, 0.22, 0.08].map((share) => mix(palette.primary, palette.paper, share));
  const scale: string[] = [];
  for (const colour of classes.toReversed()) {
    const lighter = scale[0];
    const isDark = lighter !== undefined && readableOn(lighter, palette) === palette.paper;
    const least = isDark ? contrast(lighter, palette.paper) * 1.25 : readableContrast;
    scale.unshift(deepen(colour, least, isDark, palette));
  }
  return scale;
}

/** The bar of a severity: the primary in full, at 72, 45 or 25 %. */
export function severityShade(band: SeverityBand, palette: FigurePalette): string {
  const shares = { critical: 1, severe: 0.72, moderate: 0.45, minor: 0.25 } as const;
  return mix(palette.primary, palette.paper, shares[band]);
}

/** Mixes ink into a colour until paper on it reaches `least`; leaves it where ink can already be read on it. */
function deepen(colour: string, least: number, mustBeDark: boolean, palette: FigurePalette): string {
  if (!mustBeDark && contrast(palette.ink, colour) >= readableContrast) return colour;
  for (let share = 0; share < 1; share += 0.04) {
    const deeper = mix(palette.ink, colour, share);
    if (contrast(palette.paper, deeper) >= least) return deeper;
  }
  return palette.ink;
}

function withHash(colour: string): string {
  return `#${colour.replace(/^#/u, '').toLowerCase()}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
