/** Which sheet of a workbook holds the backlog, and its rows. */
import type { ImportReason } from '../../../../../shared/api/import-reasons.ts';
import type { InspectOptions } from '../../../../../shared/api/import-types.ts';
import { Refusal } from '../../refusal.ts';
import { countKnownNames } from '../names.ts';
import type { OpenTable } from '../opened.ts';
import { openWorkbook, type SheetPart, type Workbook } from './parts.ts';
import { readSheet } from './sheet.ts';

/** Opens the sheet that was chosen, or the one that looks most like a list of work. */
export function openSheets(bytes: Buffer, { sheet: wanted }: Pick<InspectOptions, 'sheet'>): OpenTable {
  const book = openWorkbook(bytes);
  const visible = book.sheets.filter(({ hidden }) => !hidden);
  const sheets = visible.length === 0 ? book.sheets : visible;
  const chosen = sheets.find(({ name }) => name === wanted);
  const { sheet, reason } =
    chosen === undefined
      ? bestOf(book, sheets)
      : { sheet: chosen, reason: { code: 'sheet-chosen' as const, params: { sheet: chosen.name } } };
  return {
    cut: { container: 'workbook', sheet: sheet.name, encoding: 'utf-8', delimiter: ',' },
    encodingConfidence: 1,
    sheets: sheets.slice(0, 200).map(({ name }) => name),
    reasons: [{ code: 'container-workbook', params: {} }, reason],
    notes: [],
    rows: (_, onRow) => {
      readSheet(book, sheet.part, onRow);
      return Promise.resolve();
    },
  };
}

const sheetsLooked = 20;
const rowsLooked = 30;

function bestOf(book: Workbook, sheets: readonly SheetPart[]): { sheet: SheetPart; reason: ImportReason } {
  const seen = sheets.slice(0, sheetsLooked).map((sheet) => ({ sheet, ...look(book, sheet) }));
  const full = seen.filter(({ rows }) => rows > 0);
  const [first] = full;
  if (first === undefined) throw new Refusal('import-empty');
  const params = { sheet: first.sheet.name, count: sheets.length };
  if (full.length === 1) return { sheet: first.sheet, reason: { code: 'sheet-only', params } };
  const best = full.reduce((a, b) => (b.names > a.names ? b : a));
  if (best.names < 2) return { sheet: first.sheet, reason: { code: 'sheet-first', params } };
  return {
    sheet: best.sheet,
    reason: { code: 'sheet-best', params: { ...params, sheet: best.sheet.name, names: best.names } },
  };
}

/** How many rows and known names the start of a sheet has. */
function look(book: Workbook, { part }: SheetPart): { rows: number; names: number } {
  let rows = 0;
  let names = 0;
  const enough = new Error('enough rows');
  try {
    readSheet(book, part, (cells) => {
      rows++;
      names = Math.max(names, countKnownNames(cells));
      if (rows >= rowsLooked) throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return { rows, names };
}
