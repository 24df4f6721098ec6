/** A document on paper as plain data: what the page view draws and the page-count panel shows. Lengths in points. */

/** The whole layout; a page count is always shown together with its source. */
export type DocumentLayout = {
  /** `guessed` when something (a font as a rule) could not be laid out by rule. */
  readonly source: 'computed' | 'guessed';
  /** What could not be laid out by rule, in the library's words; only when guessed. */
  readonly stoppedAt?: string;
  readonly pages: readonly LaidPage[];
  /** Pages that each section takes, by its id: heights of lines and rows without the white between them. */
  readonly shares: Readonly<Record<string, number>>;
  /** How far down the text of each page reaches, 0 to 1. */
  readonly pageFill: readonly number[];
  /** Blocks that begin on one page and end on another. */
  readonly splits: number;
};

/** One page with what stands on it, in order. */
export type LaidPage = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly fill: number;
  /** The first line of text, or the first head of the table that opens the page. */
  readonly firstLine: string;
  readonly boxes: readonly BlockBox[];
  readonly guesses: readonly string[];
};

/** A paragraph with its lines, or one row of a table without: the text of cells is in the block, its columns in the kind. */
export type BlockBox = {
  readonly section: string;
  /** The key of the block, and that of the line in it. */
  readonly block: string;
  readonly key: string;
  /** Id of the style; `Table` for rows. */
  readonly style: string;
  readonly fontSize: number;
  readonly y: number;
  readonly height: number;
  /** Number of the row, 0 for the first; a head row that is repeated comes again on each page. */
  readonly row?: number;
  readonly lines: readonly LaidLine[];
};

/** A line of text from the left top corner of the page. */
export type LaidLine = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly textWidth: number;
};
