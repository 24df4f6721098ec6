/** The styles of the document as the page on screen needs them: the very table that the file is written from. */
import type { CSSProperties } from 'react';
import type { Mark } from '../../../shared/document/blocks.ts';
import type { DrawnDocument } from '../../../shared/document/drawn.ts';
import { type PagePalette, pagePalette } from '../../../shared/document/paper/page-palette.ts';
import { type PageSize, pageSizes } from '../../../shared/document/paper/page.ts';
import {
  characterSpecs,
  densities,
  type ParagraphSpec,
  paragraphSpecs,
  type StyleId,
} from '../../../shared/document/paper/style-table.ts';

/** What every part of a page is drawn with. Lengths in points unless they say otherwise. */
export type Paper = {
  readonly page: PageSize;
  readonly palette: PagePalette;
  readonly font: string;
  /** White above and below the text of a cell. */
  readonly padding: number;
  readonly spec: (style: string) => ParagraphSpec;
};

/** Height of a line as Calibri and its twin ask for it, in sizes of the type. */
export const naturalLine = 1.2207;

/**
 * Offices keep this much of a size below the baseline and put everything else above it, whereas a browser sets the type
 * into the middle of its line: 0.25 of a size below the baseline, 0.75 above.
 */
const belowBaseline = 0.2686;

/** The look of a document. */
export function paperOf({ settings, look }: Pick<DrawnDocument, 'settings' | 'look'>): Paper {
  const specs = new Map(paragraphSpecs(settings.density).map((spec) => [spec.id as string, spec]));
  const normal = paragraphSpecs(settings.density).find(({ id }) => id === 'Normal');
  return {
    page: pageSizes[settings.paper],
    palette: pagePalette(look),
    // Our own twin of Calibri rather than whatever this machine calls so: lines were measured in it.
    font: /^(?:calibri|carlito)$/iu.test(look.font) ? 'var(--page)' : `"${look.font.replaceAll('"', '')}", var(--page)`,
    padding: densities[settings.density].padding,
    spec: (style) => specs.get(style) ?? normal ?? { id: 'Normal', name: 'Normal', size: 10, colour: 'ink' },
  };
}

/** Millimetres in points. */
export function pointsOf(mm: number): number {
  return (mm * 72) / 25.4;
}

/** Height of a line of a style: its pitch, or more where the type needs more. */
export function lineHeight({ size, pitch = 0 }: ParagraphSpec): number {
  return Math.max(pitch, size * naturalLine);
}

/** How far type has to be moved down in a line of that height to stand where offices put it. Points. */
export function dropOf(size: number, height: number): number {
  return height / 2 - (belowBaseline + 0.25) * size;
}

/** The type of a style: size, weight, slant, colour. */
export function typeOf(spec: ParagraphSpec, { palette }: Paper): CSSProperties {
  return {
    fontSize: `${spec.size}pt`,
    fontWeight: spec.bold === true ? 700 : 400,
    fontStyle: spec.italic === true ? 'italic' : 'normal',
    letterSpacing: spec.tracking === undefined ? undefined : `${spec.tracking}pt`,
    color: colour(palette[spec.colour]),
  };
}

const markStyles = {
  emphasised: 'Emphasised',
  quiet: 'Quiet',
  accent: 'AccentMark',
  'fact-label': 'FactLabel',
} as const satisfies Readonly<Record<Mark, string>>;

/** The look that a mark adds. */
export function markLook(mark: Mark | undefined, { palette }: Paper): CSSProperties | undefined {
  if (mark === undefined) return undefined;
  const spec = characterSpecs.find(({ id }) => id === markStyles[mark]);
  return {
    ...(spec?.bold === true ? { fontWeight: 700 } : {}),
    ...(spec?.colour === undefined ? {} : { color: colour(palette[spec.colour]) }),
  };
}

/** A colour of the file format for the page. */
export function colour(hex: string): string {
  return `#${hex}`;
}

/** The style of a block's paragraph in a cell, by the name that the tree gives it. */
export function cellStyle(style: string): StyleId {
  const ids: Readonly<Record<string, StyleId>> = {
    'heading-1': 'Heading1',
    'heading-2': 'Heading2',
    'heading-3': 'Heading3',
    lead: 'Lead',
    body: 'ColumnText',
    'table-text': 'TableText',
    'table-note': 'TableNote',
  };
  return ids[style] ?? 'TableText';
}
