/** Cuts a table into rows with the line on which each begins; csv-parse does the cutting, the caps are set here. */
import { CsvError, parse } from 'csv-parse';
import type { Dialect } from '../../../../shared/api/import-types.ts';
import { watchRows } from '../guard/long-rows.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** Takes one row; `line` counts from 1. */
export type RowListener = (cells: readonly string[], line: number) => void;

/** Reads all rows of a decoded table, blank ones left out, and hands each to the listener as it comes. */
export async function readRows(
  pieces: AsyncIterable<Buffer | string> | Iterable<Buffer | string>,
  dialect: Pick<Dialect, 'delimiter' | 'quotes'>,
  onRow: RowListener,
): Promise<void> {
  let line = 1;
  let rows = 0;
  const parser = parse({
    delimiter: dialect.delimiter,
    quote: dialect.quotes === 'none' ? null : '"',
    relax_quotes: dialect.quotes === 'relaxed',
    relax_column_count: true,
    max_record_size: limits.fieldBytes * 8,
    // Taking the row here instead of from the stream keeps 200,000 of them from being queued as objects.
    on_record: (cells: string[]) => {
      const start = line;
      line += 1 + breaksWithin(cells);
      if (cells.every((cell) => cell.trim() === '')) return null;
      checkRow(cells, start);
      if (++rows > limits.rows) throw new Refusal('import-too-many', { limit: limits.rows, what: 'rows' });
      onRow(cells, start);
      return null;
    },
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('error', reject);
    parser.on('end', resolve);
  });
  parser.resume();
  try {
    await Promise.race([feed(parser, pieces, watchRows(dialect.delimiter)), ended]);
    await ended;
  } catch (error) {
    throw explain(error, line);
  }
}

async function feed(
  parser: ReturnType<typeof parse>,
  pieces: AsyncIterable<Buffer | string> | Iterable<Buffer | string>,
  look: (piece: Buffer | string) => void,
): Promise<void> {
  for await (const piece of pieces) {
    look(piece);
    if (piece.length > 0) await new Promise<void>((resolve) => void parser.write(piece, () => resolve()));
    if (parser.destroyed) return;
  }
  parser.end();
}

function checkRow(cells: readonly string[], line: number): void {
  if (cells.length > limits.columns) throw new Refusal('import-too-many', { limit: limits.columns, what: 'columns' });
  for (const cell of cells) {
    if (cell.length > limits.fieldBytes / 4 && Buffer.byteLength(cell) > limits.fieldBytes) {
      throw new Refusal('import-field-too-large', { line, limit: limits.fieldBytes / 1_000_000 });
    }
  }
}

/** Lines that a row takes beyond its first; the reader itself counts a Windows line end inside a cell twice. */
function breaksWithin(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    const mark = cell.includes('\n') ? '\n' : '\r';
    for (let at = cell.indexOf(mark); at >= 0; at = cell.indexOf(mark, at + 1)) breaks++;
  }
  return breaks;
}

function explain(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const { code } = error;
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new Refusal('import-field-too-large', { line, limit: limits.fieldBytes / 1_000_000 });
  }
  const problem = code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is not closed' : 'a quotation mark is misplaced';
  return new Refusal('import-csv-broken', { line, problem });
}
