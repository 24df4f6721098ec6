/** What every figure is and is given: a drawing with its facts in words, and the look, numbers and words it uses. */
import type { FigurePalette } from './palette.ts';
import type { SvgTree } from './svg.ts';

/** A drawing (px at 96 to the inch) that says its facts in words too, with what a reader should be warned of. */
export type Figure = SvgTree & { readonly alt: string; readonly warnings: readonly FigureWarning[] };

/** What could not be drawn as it was given, or should not be so; `subject` is the name or label concerned. */
export type FigureWarning = { readonly code: FigureWarningCode; readonly subject: string };

/** What a warning is about. */
export type FigureWarningCode =
  | 'label-shortened'
  | 'label-skipped'
  | 'name-numbered'
  | 'bar-clipped'
  | 'bar-outside'
  | 'bar-undated'
  | 'milestone-closed'
  | 'milestone-off-bar'
  | 'milestone-outside'
  | 'join-outside'
  | 'review-outside';

/** How numbers are written: the document's language, never the machine's. */
export type FigureFormat = {
  /** A number with exactly so many decimals. */
  readonly number: (value: number, decimals: number) => string;
  /** A share of 100 without decimals and with its sign. */
  readonly percent: (value: number) => string;
};

/** The font of the labels: a list as SVG names it, and how much wider it runs than Calibri (1 = the same). */
export type Typeface = { readonly family: string; readonly factor: number };

/** What a figure is drawn with. */
export type FigureOptions<Words, Format = FigureFormat> = {
  readonly palette: FigurePalette;
  readonly format: Format;
  readonly words: Words;
  readonly typeface?: Typeface;
};

/** Calibri, or the bundled font that is as wide. */
export const defaultTypeface: Typeface = { family: 'Calibri, Carlito, sans-serif', factor: 1 };

/** Width of a figure that stands beside another: 79 mm in px. */
export const halfWidth = 298.58;

/** Width of the text: 166 mm in px. */
export const fullWidth = 627.4;

/** Sizes of type in px: labels 8.7 pt, notes 8 pt; nothing is smaller than a note. */
export const typeSize = { label: 11.6, note: 10.67 } as const;
