/** How a document is set: paper, density, keep rules and the firm's brand; nothing of what it says. */
import type { Picture } from './blocks.ts';

/** Sizes of paper; the text is 166 mm wide on both. */
export type Paper = 'A4' | 'Letter';

/** Sizes of type and white; the fit moves from normal to tight and never to open. */
export type Density = 'open' | 'normal' | 'tight';

/** Strict keeps every block of up to six rows and the constraint's text together; loose lets them break. */
export type KeepRules = 'strict' | 'loose';

/** The settings that change where pages break. */
export type LayoutSettings = { readonly paper: Paper; readonly density: Density; readonly keep: KeepRules };

/** A firm's look: its name, two colours as six hex digits, the font of the text, and its logo. */
export type Brand = {
  readonly name: string;
  readonly primary: string;
  readonly accent: string;
  readonly font: string;
  readonly logo?: Picture;
};

/** The look that a firm without a brand of its own gets. */
export const defaultBrand: Brand = { name: '', primary: '12495A', accent: 'B5472F', font: 'Calibri' };

/** The settings that every fit starts from. */
export const defaultSettings: LayoutSettings = { paper: 'A4', density: 'normal', keep: 'strict' };
