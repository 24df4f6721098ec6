/** Every style of the document as data: type, colour, white and keep rules, for each density. */
import { mmToTwips, pointsToTwips } from './units.ts';
import type { Density } from '../settings.ts';
import type { PagePalette as Palette } from './page-palette.ts';

/** A paragraph style; sizes and white in points, indents in millimetres. */
export type ParagraphSpec = {
  readonly id: StyleId;
  /** The name in Word's list; built-in names get Word's own behaviour (outline, caption lists). */
  readonly name: string;
  readonly basedOn?: StyleId;
  readonly next?: StyleId;
  readonly size: number;
  /** Line pitch, at least; none means the font's own line. */
  readonly pitch?: number;
  readonly colour: keyof Palette;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly tracking?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly outline?: number;
  readonly indent?: { readonly left?: number; readonly right?: number; readonly hanging?: number };
  readonly rules?: readonly {
    readonly side: Side;
    readonly points: number;
    readonly space: number;
    readonly colour: keyof Palette;
  }[];
  readonly shade?: keyof Palette;
  /** Right tab stop, in millimetres. */
  readonly tab?: number;
};

/** A character style. */
export type CharacterSpec = {
  readonly id: CharacterId;
  readonly name: string;
  readonly colour?: keyof Palette;
  readonly bold?: boolean;
  readonly underline?: boolean;
};

/** Sides of a paragraph that can carry a rule. */
export type Side = 'top' | 'left' | 'bottom' | 'right';

/** Ids of the paragraph styles. */
export type StyleId =
  | 'Normal'
  | 'Title'
  | 'Subtitle'
  | 'Kicker'
  | 'Logo'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Lead'
  | 'BodyText'
  | 'ColumnText'
  | 'Quote'
  | 'QuoteSource'
  | 'Fact'
  | 'TableText'
  | 'TableHead'
  | 'TableNote'
  | 'KeyFigure'
  | 'KeyLabel'
  | 'Caption'
  | 'Figure'
  | 'ListNumber'
  | 'Header'
  | 'Footer';

/** Ids of the character styles. */
export type CharacterId = 'Emphasised' | 'Quiet' | 'AccentMark' | 'FactLabel' | 'Hyperlink';

/** Ids of the table styles: with rules; two parts without; key figures with a rule on top; the band of the head. */
export type TableStyleId = 'RuledTable' | 'TwoParts' | 'KeyFigures' | 'HeadBand';

/** What a density changes. Points; indent in millimetres. */
export type DensitySizes = {
  readonly body: readonly [size: number, pitch: number];
  readonly table: readonly [size: number, pitch: number];
  readonly note: readonly [size: number, pitch: number];
  readonly padding: number;
  readonly headingBefore: number;
  readonly indent: number;
};

/** The three densities; nothing is ever below 8 points. */
export const densities: Readonly<Record<Density, DensitySizes>> = {
  open: { body: [10.5, 14.5], table: [9.5, 12.5], note: [8.5, 11], padding: 3.4, headingBefore: 20, indent: 24 },
  normal: { body: [10, 13.5], table: [9, 11.5], note: [8.5, 11], padding: 2.8, headingBefore: 16, indent: 24 },
  tight: { body: [9.5, 12.5], table: [8.5, 10.75], note: [8, 10.25], padding: 2, headingBefore: 13, indent: 16 },
};

/** The paragraph styles of a density, in the order of the file. */
export function paragraphSpecs(density: Density): readonly ParagraphSpec[] {
  const { body, table, note, headingBefore, indent } = densities[density];
  const quoteRule = [{ side: 'left', points: 1.5, space: 7, colour: 'quoteRule' }] as const;
  const factRules = (['top', 'left', 'bottom', 'right'] as const).map((side) => ({
    side,
    points: 0.5,
    space: { top: 2, bottom: 3, left: 6, right: 6 }[side],
    colour: 'tint' as const,
  }));
  return [
    { id: 'Normal', name: 'Normal', size: body[0], colour: 'ink' },
    {
      id: 'Title',
      name: 'Title',
      next: 'Subtitle',
      size: 25,
      pitch: 29,
      bold: true,
      colour: 'primaryText',
      before: 2,
      after: 3,
      keepNext: true,
      keepLines: true,
      indent: { right: 24 },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      next: 'BodyText',
      size: 12.5,
      pitch: 17,
      colour: 'ink',
      after: 9,
      keepLines: true,
      indent: { right: 24 },
    },
    {
      id: 'Kicker',
      name: 'Kicker',
      next: 'Title',
      size: 9,
      pitch: 12,
      tracking: 0.6,
      bold: true,
      colour: 'accentText',
      after: 2,
      keepNext: true,
    },
    { id: 'Logo', name: 'Logo', next: 'Kicker', size: 10, colour: 'ink', after: 13, keepNext: true },
    {
      id: 'Heading1',
      name: 'heading 1',
      next: 'BodyText',
      size: 16,
      pitch: 20,
      bold: true,
      colour: 'primaryText',
      before: headingBefore,
      after: 6,
      keepNext: true,
      keepLines: true,
      outline: 0,
      rules: [{ side: 'top', points: 1, space: 5, colour: 'primary' }],
    },
    {
      id: 'Heading2',
      name: 'heading 2',
      next: 'BodyText',
      size: 12,
      pitch: 15,
      bold: true,
      colour: 'ink',
      before: 11,
      after: 3,
      keepNext: true,
      keepLines: true,
      outline: 1,
    },
    {
      id: 'Heading3',
      name: 'heading 3',
      next: 'BodyText',
      size: 10,
      pitch: 13,
      bold: true,
      colour: 'primaryText',
      before: 8,
      after: 2,
      keepNext: true,
      keepLines: true,
      outline: 2,
    },
    { id: 'Lead', name: 'Lead', next: 'Lead', size: 11.5, pitch: 16, colour: 'ink', after: 7, indent: { right: 12 } },
    {
      id: 'BodyText',
      name: 'Body Text',
      size: body[0],
      pitch: body[1],
      colour: 'ink',
      after: 5,
      indent: { right: indent },
    },
    {
      id: 'ColumnText',
      name: 'Column Text',
      basedOn: 'BodyText',
      size: body[0],
      pitch: body[1],
      colour: 'ink',
      after: 5,
      indent: { right: 0 },
    },
    {
      id: 'Quote',
      name: 'Quote',
      next: 'QuoteSource',
      size: 9.5,
      pitch: 12.5,
      italic: true,
      colour: 'ink',
      keepLines: true,
      indent: { left: 3 },
      rules: quoteRule,
    },
    {
      id: 'QuoteSource',
      name: 'Quote Source',
      next: 'BodyText',
      size: 8.5,
      pitch: 11,
      colour: 'grey',
      after: 6,
      keepLines: true,
      indent: { left: 3 },
      rules: quoteRule,
    },
    {
      id: 'Fact',
      name: 'Fact',
      size: 9.5,
      pitch: 13,
      colour: 'ink',
      keepNext: true,
      keepLines: true,
      indent: { left: 31, right: 2.5, hanging: 28.5 },
      rules: factRules,
      shade: 'tint',
    },
    { id: 'TableText', name: 'Table Text', size: table[0], pitch: table[1], colour: 'ink' },
    {
      id: 'TableHead',
      name: 'Table Head',
      size: density === 'tight' ? 8 : 8.5,
      pitch: table[1],
      bold: true,
      colour: 'primaryText',
    },
    { id: 'TableNote', name: 'Table Note', size: note[0], pitch: note[1], colour: 'grey' },
    {
      id: 'KeyFigure',
      name: 'Key Figure',
      next: 'KeyLabel',
      size: 26,
      pitch: 30,
      bold: true,
      colour: 'primaryText',
      before: 1,
      keepLines: true,
    },
    {
      id: 'KeyLabel',
      name: 'Key Label',
      next: 'TableNote',
      size: 9.5,
      pitch: 12,
      bold: true,
      colour: 'ink',
      after: 1,
      keepLines: true,
    },
    {
      id: 'Caption',
      name: 'caption',
      next: 'BodyText',
      size: 9,
      pitch: 11.5,
      colour: 'ink',
      before: 6,
      after: 3,
      keepNext: true,
    },
    { id: 'Figure', name: 'Figure', next: 'BodyText', size: 10, colour: 'ink', after: 5 },
    {
      id: 'ListNumber',
      name: 'List Number',
      size: body[0],
      pitch: body[1],
      colour: 'ink',
      after: 2,
      keepLines: true,
      indent: { left: 5.5, hanging: 5.5 },
    },
    { id: 'Header', name: 'header', size: 8.5, pitch: 11, colour: 'grey', tab: 166 },
    {
      id: 'Footer',
      name: 'footer',
      size: 8.5,
      pitch: 11,
      colour: 'grey',
      tab: 166,
      rules: [{ side: 'top', points: 0.5, space: 5, colour: 'rule' }],
    },
  ];
}

/** The character styles: the only marks inside text. */
export const characterSpecs: readonly CharacterSpec[] = [
  { id: 'Emphasised', name: 'Emphasised', bold: true },
  { id: 'Quiet', name: 'Quiet', colour: 'grey' },
  { id: 'AccentMark', name: 'Accent Mark', bold: true, colour: 'accentText' },
  { id: 'FactLabel', name: 'Fact Label', bold: true, colour: 'primaryText' },
  { id: 'Hyperlink', name: 'Hyperlink', colour: 'primaryText', underline: true },
];

/** A table style; padding of cells in twips, rules in points. */
export type TableSpec = {
  readonly id: TableStyleId;
  readonly name: string;
  readonly padding: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly ruleAbove?: number;
  readonly ruleUnderHead?: number;
  readonly ruleBetween?: number;
  readonly ruleBelow?: number;
  readonly shade?: keyof Palette;
};

/** The table styles of a density. */
export function tableSpecs(density: Density): readonly TableSpec[] {
  const vertical = pointsToTwips(densities[density].padding);
  const right = mmToTwips(2.4);
  return [
    {
      id: 'RuledTable',
      name: 'Ruled Table',
      padding: { top: vertical, bottom: vertical, left: 0, right },
      ruleUnderHead: 1,
      ruleBetween: 0.5,
      ruleBelow: 0.5,
    },
    { id: 'TwoParts', name: 'Two Parts', padding: { top: 0, bottom: 0, left: 0, right: 0 } },
    {
      id: 'KeyFigures',
      name: 'Key Figures',
      padding: { top: 60, bottom: 0, left: 0, right: mmToTwips(5) },
      ruleAbove: 0.75,
    },
    { id: 'HeadBand', name: 'Head Band', padding: { top: 80, bottom: 80, left: mmToTwips(2.6), right }, shade: 'tint' },
  ];
}
