/** The colours of the page by their part, from the brand; the figures use the same source. */
import { asText, documentPalette, mix } from '../../figures/palette.ts';
import type { Brand } from '../settings.ts';

/** Six hex digits each, without the hash, as the file format writes them. */
export type PagePalette = {
  readonly ink: string;
  readonly grey: string;
  readonly rule: string;
  readonly tint: string;
  /** The brand's first colour for rules and areas. */
  readonly primary: string;
  /** The brand's colours for text: ink where they are too faint to be read on white. */
  readonly primaryText: string;
  readonly accentText: string;
  /** The rule beside quotes: the primary colour at 45 percent. */
  readonly quoteRule: string;
};

const fallback = '1F2A33';

/** The palette of a brand; a colour that is not six hex digits becomes ink. */
export function pagePalette(brand: Pick<Brand, 'primary' | 'accent'>): PagePalette {
  const palette = documentPalette({ primary: usable(brand.primary), accent: usable(brand.accent) });
  return {
    ink: bare(palette.ink),
    grey: bare(palette.grey),
    rule: bare(palette.rule),
    tint: bare(palette.tint),
    primary: bare(palette.primary),
    primaryText: bare(asText(palette.primary, palette)),
    accentText: bare(asText(palette.accent, palette)),
    quoteRule: bare(mix(palette.primary, palette.paper, 0.45)),
  };
}

function usable(colour: string): string {
  return /^#?[0-9a-f]{6}$/iu.test(colour) ? colour : fallback;
}

function bare(colour: string): string {
  return colour.slice(1).toUpperCase();
}
