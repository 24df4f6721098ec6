/**
 * What a document says, as plain data: sections of blocks that the writer renders to DOCX and the screen draws on a page.
 * The tree holds no size, colour or font: those belong to the style, the brand and the settings (settings.ts).
 */
import type { Figure } from '../figures/figure.ts';

/** A whole document; it survives JSON unchanged, so that it can cross a process boundary and be frozen with an issue. */
export type DocumentTree = {
  readonly properties: DocumentProperties;
  /** Printed at the foot of each page; `{page}` and `{pages}` in `page` become fields. */
  readonly footer: { readonly left: string; readonly page: string };
  /** The word that marks a draft in head and foot, in the document's language; absent in an issued document. */
  readonly draft?: string;
  /** The words that captions and references start with, in the document's language: Figure, Table. */
  readonly captionWords: Readonly<Record<CaptionSeries, string>>;
  readonly sections: readonly DocumentSection[];
};

/** What the file says of itself; never a user's name or a path. */
export type DocumentProperties = {
  readonly title: string;
  readonly subject: string;
  /** The firm that writes the document. */
  readonly author: string;
  /** Printed as the company of the file; the firm as a rule. */
  readonly company: string;
  readonly client: string;
  readonly version: string;
  /** BCP 47, as `en-GB`: proofing language, and the language that the file declares. */
  readonly language: string;
};

/** One part of the document in order; its id is the unit in which shares of a page are shown. */
export type DocumentSection = { readonly id: string; readonly blocks: readonly Block[] };

/** Everything that can stand in the body. Each block, row, cell paragraph and list item has a key unique in the document. */
export type Block = Head | Paragraph | Quote | Facts | NumberedList | Caption | FigureBlock | KeyFigures | Table | Pair;

/** What can stand in a part of a two-part row: everything that is not a table itself. */
export type PartBlock = Paragraph | Quote | NumberedList | Caption | FigureBlock;

/** The styles of running paragraphs (style.md, section 2); quote, fact, list, caption and head have blocks of their own. */
export type ParagraphStyle = 'heading-1' | 'heading-2' | 'heading-3' | 'lead' | 'body' | 'table-text' | 'table-note';

/** White before a paragraph, by its reason; see `gapPoints` for the points. The only spacing a writer may add. */
export type Gap = keyof typeof gapPoints;

/** Points of white that each reason asks for. */
export const gapPoints = {
  /** Between the statements of a list without numbers, in a cell. */
  item: 1.5,
  /** Before the line that closes a list of dates, in a cell. */
  closing: 2,
  /** Between the line of severity and the diagnosis, in a cell. */
  diagnosis: 2.5,
  /** Between two criteria in a cell. */
  criterion: 3,
  /** Between figures side by side and the sentence that reads them. */
  reading: 3,
  /** Between the band of the head and the line below it. */
  band: 4,
  /** Between a table or a two-part row and the running text after it. */
  table: 5,
  /** Before the line with version and fingerprint at the end. */
  issue: 12,
} as const;

/** A paragraph of running text, in the body or in a cell. */
export type Paragraph = {
  readonly kind: 'paragraph';
  readonly key: string;
  readonly style: ParagraphStyle;
  readonly runs: readonly Run[];
  readonly gap?: Gap;
  /** Stays on the page of the next block, beyond what its style asks for. Without effect in a cell. */
  readonly keepNext?: boolean;
  /** A name that references use (letters, digits, underscore; at most 40); the paragraph is its target. */
  readonly bookmark?: string;
};

/** A piece of text, or a reference that is written with its value. */
export type Run = TextRun | ReferenceRun;

/** Text; `\n` breaks the line, `\t` moves to the next tab stop. A link is kept only if it is http, https or mailto. */
export type TextRun = { readonly text: string; readonly mark?: Mark; readonly link?: string };

/** `label` writes what the target is called (Figure 3), `page` the number of its page. */
export type ReferenceRun = { readonly ref: string; readonly show: 'label' | 'page'; readonly mark?: Mark };

/** Character styles: bold; grey; bold in the accent (the constraint only); bold in the primary colour. */
export type Mark = 'emphasised' | 'quiet' | 'accent' | 'fact-label';

/** The opening of the document. Every paragraph of it can be edited under its own key. */
export type Head = {
  readonly kind: 'head';
  readonly key: string;
  readonly logo?: Picture;
  readonly kicker: Line;
  readonly title: Line;
  readonly subtitle: Line;
  /** Prepared for, prepared by, date, version: at most four, in the shaded band. */
  readonly band: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  /** Who may read it; below the band. */
  readonly notice: Line;
};

/** One keyed line of text without formatting of its own. */
export type Line = { readonly key: string; readonly text: string };

/** A logo of the brand: SVG text, or a PNG in base64. Width and height in millimetres. */
export type Picture = {
  readonly format: 'svg' | 'png';
  readonly data: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
};

/** Words of a source with who said them; the writer adds the curly quotes only where the text brings none. */
export type Quote = {
  readonly kind: 'quote';
  readonly key: string;
  readonly runs: readonly Run[];
  readonly source: { readonly key: string; readonly text: string };
  /** In the body: stays with the block after it (a passage with its first move). Without effect in a cell. */
  readonly keepNext?: boolean;
};

/** Shaded lines of label and text (first move, proof point, winning metric); they stay together and with the next block. */
export type Facts = {
  readonly kind: 'facts';
  readonly key: string;
  readonly items: readonly { readonly key: string; readonly label: string; readonly runs: readonly Run[] }[];
};

/** Numbered sentences, 1, 2, 3; each list starts anew. */
export type NumberedList = {
  readonly kind: 'list';
  readonly key: string;
  readonly items: readonly { readonly key: string; readonly runs: readonly Run[] }[];
};

/** Figures and tables are counted apart, in the order of the document. */
export type CaptionSeries = 'figure' | 'table';

/** The line above a figure or a table; its number is counted by the writer, never given. */
export type Caption = {
  readonly kind: 'caption';
  readonly key: string;
  readonly series: CaptionSeries;
  readonly runs: readonly Run[];
  /** The name under which references find word and number. */
  readonly bookmark?: string;
};

/** A drawing; its alternative text comes with the figure and says its facts in words. */
export type FigureBlock = {
  readonly kind: 'figure';
  readonly key: string;
  readonly figure: Figure;
  /** Millimetres on paper; the height follows from the figure. */
  readonly width: number;
  /** Stays on the page of the next block: the head of its table, the sentence that reads it. Without effect in a cell. */
  readonly keepNext?: boolean;
};

/** Up to three large figures side by side, a rule on top. */
export type KeyFigures = {
  readonly kind: 'key-figures';
  readonly key: string;
  readonly items: readonly {
    readonly key: string;
    readonly value: string;
    readonly label: Line;
    readonly note: Line;
    /** Named only where the figure is the constraint or the widest gap, if the value should carry the accent. */
    readonly accent?: boolean;
  }[];
};

/** The tables of the document; each kind has its columns (`tableColumns`). */
export type TableKind = keyof typeof tableColumns;

/** Columns in millimetres; each list adds up to 166, the width of the text on both papers. */
export const tableColumns = {
  /** priority, owner, success criteria, start to end, constraint */
  priorities: [37, 24, 62, 24, 19],
  /** what stops, who tells whom, from, frees */
  stops: [56, 56, 28, 26],
  /** function, drop, add, from */
  measures: [26, 46, 68, 26],
  /** decision, today, from now on; also people and money */
  'decision-rights': [50, 50, 66],
  /** number, initiative, lead, joins, measure at day 90 */
  'ninety-days': [10, 46, 34, 41, 35],
  /** function, what changes on day one */
  'day-one': [46, 120],
  /** two columns of free use */
  'two-columns': [56, 110],
} as const;

/** A table with a head row that is repeated on each page. Every list of cells is as long as the kind has columns. */
export type Table = {
  readonly kind: 'table';
  readonly key: string;
  readonly table: TableKind;
  readonly head: readonly Line[];
  readonly rows: readonly TableRow[];
  /** Whether a small table (up to 6 rows) may break over pages all the same; priorities always may. */
  readonly mayBreak?: boolean;
};

/** A row never breaks over pages; a cell holds one paragraph or more (several criteria are paragraphs of one cell). */
export type TableRow = { readonly key: string; readonly cells: readonly (readonly Paragraph[])[] };

/** The two-part rows without rules; each kind has its widths (`pairColumns`). */
export type PairKind = keyof typeof pairColumns;

/** Left and right part in millimetres; the gap of 5 mm is inside the left part. */
export const pairColumns = {
  /** the two figures of the diagnosis side by side */
  figures: [87, 79],
  /** diagnosis and quotes */
  pattern: [102, 64],
  /** questions and dates */
  working: [92, 74],
  /** who was heard, and sources, method, limits */
  basis: [66, 100],
} as const;

/** Columns of the key figures, in millimetres; fewer items leave the last ones out. */
export const keyColumns = [56, 55, 55] as const;
/** Columns of the band of the head, in millimetres. */
export const bandColumns = [40, 60, 36, 30] as const;

/** Two columns that stand side by side in one unbreakable row. */
export type Pair = {
  readonly kind: 'pair';
  readonly key: string;
  readonly pair: PairKind;
  readonly left: readonly PartBlock[];
  readonly right: readonly PartBlock[];
};
