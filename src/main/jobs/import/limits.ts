/** The caps of every import, in one place. Bytes unless the name says otherwise. */

/** What a file may hold at most. */
export const limits = {
  documentBytes: 20_000_000,
  textBytes: 200_000_000,
  rows: 200_000,
  columns: 2000,
  fieldBytes: 1_000_000,
  /** What can stand between two line ends: eight of the largest cells with every letter escaped, and their separators. */
  rowBytes: 20_000_000,
  passages: 50_000,
  /** More than a hundred hours of talk. */
  captions: 100_000,
  archiveEntries: 2000,
  archiveTotal: 100_000_000,
  archiveEntry: 50_000_000,
  /** Unpacked ÷ packed, asked only of what unpacks to more than `archiveRatioFrom`. */
  archiveRatio: 100,
  archiveRatioFrom: 1_000_000,
  xmlDepth: 256,
  xmlAttributes: 256,
  xmlAttributeLength: 65_536,
  xmlTextLength: 5_000_000,
  /** Over all parts of a document (about 450 pages): a parsed tree costs up to 2 kB a tag, more would not fit the process. */
  xmlElements: 250_000,
  /** Tags of one sheet or plan, which are read as a stream and cost nothing once they passed. */
  sheetElements: 12_000_000,
  sharedStrings: 2_000_000,
  jsonBytes: 50_000_000,
  jsonDepth: 64,
  /** Commas and openings: a value costs up to 100 bytes once it is parsed, and a tracker's take 20 bytes and more as text. */
  jsonValues: 6_000_000,
  /** Fields of a table that has them in its first column. */
  turnedRows: 2000,
} as const;
