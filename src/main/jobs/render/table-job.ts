/** Writes a plain table as CSV or XLSX, so that nothing in a cell can act: cells are text, numbers or days, never formulas. */
import { ok } from '../../../shared/lib/result.ts';
import type { PlainTable, TableValue } from '../../../shared/document/map-table.ts';
import type { JobRun } from '../job.ts';
import { inert } from './inert.ts';
import { writeXlsx } from './xlsx.ts';

/** Options of the job. */
export type TableOptions = { readonly format: 'xlsx' | 'csv'; readonly table: PlainTable };

/** Writes the table. */
export const writeTable: JobRun<TableOptions, { bytes: Uint8Array }, never> = ({ options }) => {
  const bytes = options.format === 'xlsx' ? writeXlsx(options.table) : writeCsv(options.table);
  return Promise.resolve(ok({ bytes }));
};

/** CSV by RFC 4180 with a byte order mark, every field quoted. */
function writeCsv(table: PlainTable): Uint8Array {
  const lines = [table.columns.map((column) => column.name), ...table.rows.map((row) => row.map(plain))];
  const text = lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function plain(value: TableValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? inert(value) : value.day;
}
