/** The columns of a sheet that the map can take, by their place or by their heading. */
import { foldText } from '../../lib/text.ts';

/** A column of the table of the map. */
export type MapColumn =
  | 'priority'
  | 'owner'
  | 'criterion'
  | 'figures'
  | 'due'
  | 'runs'
  | 'relation'
  | 'stops'
  | 'measure';

/** What a column of a sheet may hold: a column of the table, or a part of one. */
export type SheetColumn = MapColumn | 'readIn' | 'baseline' | 'target' | 'unit' | 'start' | 'end';

/** The columns of the table from left to right. */
export const mapColumns: readonly MapColumn[] = [
  'priority',
  'owner',
  'criterion',
  'figures',
  'due',
  'runs',
  'relation',
  'stops',
  'measure',
];

/** Columns that belong to a criterion; the others belong to its priority. */
export const criterionColumns: ReadonlySet<SheetColumn> = new Set<SheetColumn>([
  'criterion',
  'readIn',
  'figures',
  'baseline',
  'target',
  'unit',
  'due',
]);

/** How the columns of a sheet are to be read. */
export type SheetReading = {
  /** Null for a column that is not taken. */
  readonly columns: readonly (SheetColumn | null)[];
  /** Rows without the headings. */
  readonly rows: readonly (readonly string[])[];
  /** Headings that the map has no column for. */
  readonly unknown: readonly string[];
};

/** Reads a sheet by its headings where its first row holds them, else from the given column on. */
export function readSheetColumns(sheet: readonly (readonly string[])[], from: MapColumn): SheetReading {
  const [first = [], ...rest] = sheet;
  const named = headings(first);
  if (named !== null && rest.length > 0) {
    const unknown = first.filter((text, at) => named[at] === null && text.trim() !== '').map((text) => text.trim());
    return { columns: named, rows: rest, unknown };
  }
  const width = Math.max(0, ...sheet.map((row) => row.length));
  const start = mapColumns.indexOf(from);
  return {
    columns: Array.from({ length: width }, (_, at) => mapColumns[start + at] ?? null),
    rows: sheet,
    unknown: [],
  };
}

/** At least half of the cells that hold something are headings, and two of them; one is enough for a sheet of one column. */
function headings(cells: readonly string[]): readonly (SheetColumn | null)[] | null {
  const texts = cells.map((cell) => foldText(cell).replaceAll(/\s+/gu, ' ').trim());
  const labelled = texts.includes('priority in words');
  const found = texts.map((text) => (labelled && text === 'priority' ? null : (words[text] ?? null)));
  const known = found.filter((column) => column !== null).length;
  const filled = texts.filter((text) => text !== '').length;
  return known >= Math.min(2, filled) && known > 0 && known * 2 >= filled ? found : null;
}

const words: Readonly<Record<string, SheetColumn>> = {
  priority: 'priority',
  'priority in words': 'priority',
  owner: 'owner',
  criterion: 'criterion',
  metric: 'criterion',
  'success criterion': 'criterion',
  'success criterion, read where': 'criterion',
  'read in': 'readIn',
  'read where': 'readIn',
  baseline: 'baseline',
  from: 'baseline',
  target: 'target',
  to: 'target',
  unit: 'unit',
  'from, to': 'figures',
  by: 'due',
  'by when': 'due',
  due: 'due',
  runs: 'runs',
  start: 'start',
  end: 'end',
  constraint: 'relation',
  'relation to the constraint': 'relation',
  stops: 'stops',
  measure: 'measure',
  measures: 'measure',
};
