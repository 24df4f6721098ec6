/** Opens a backlog of any format as rows of cells: what holds the table, how it is cut, and why it is read that way. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import type { ImportReason } from '../../../../shared/api/import-reasons.ts';
import type { Dialect, InspectOptions } from '../../../../shared/api/import-types.ts';
import type { JobTask } from '../../job.ts';
import { collectPieces, type Intake } from '../collect.ts';
import { byText, detect, documentWords, type Found, refuseFormat } from '../detect.ts';
import { chosenEncoding, detectEncoding, type Encoding } from '../guard/encoding.ts';
import { watchRows } from '../guard/long-rows.ts';
import { decodeText, textStream } from '../guard/text.ts';
import { decodeXml } from '../guard/xml.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type DelimiterRank, guessDelimiter } from './delimiter.ts';
import { openSheets } from './workbook/choose.ts';
import { readJsonTable } from './json/table.ts';
import { readProjectPlan } from './project-plan.ts';
import { readRows } from './rows.ts';
import type { OpenTable } from './opened.ts';
import { findTurned, firstRows, readTurned } from './turn.ts';

/** Takes the whole input and finds out how it is written; throws a refusal for what is no table. */
export async function openTable({
  bytes,
  options,
  report,
}: Pick<JobTask<InspectOptions, never>, 'bytes' | 'options' | 'report'>): Promise<OpenTable> {
  const pieces = await collectPieces(bytes, intakeOf);
  const [head = Buffer.alloc(0)] = pieces;
  if (head.length === 0) throw new Refusal('import-empty');
  report({ step: 'inspecting', done: 0, total: null });
  const whole = isArchive(head) ? Buffer.concat(pieces) : head;
  const found = detect(whole);
  refuseWithoutTable(found);
  const table =
    found.format === 'other' && found.table === 'workbook' ? openSheets(whole, options) : openText(pieces, options);
  let told = 0;
  const counted: OpenTable = {
    ...table,
    rows: (quotes, onRow) =>
      table.rows(quotes, (cells, line) => {
        if (++told % 2000 === 0) report({ step: 'reading', done: told, total: null });
        onRow(cells, line);
      }),
  };
  return turnedWhereMeant(counted, options);
}

/** What people should know about how a table was cut. */
export function dialectNotes({ cut, encodingConfidence, notes }: OpenTable, quotes: Dialect['quotes']): ImportNote[] {
  const all: ImportNote[] = [...notes];
  if (encodingConfidence < 1) all.push({ code: 'encoding-guessed', params: { encoding: cut.encoding } });
  if (quotes !== 'strict') all.push({ code: 'quotes-mended', params: {} });
  return all;
}

/** Quotation marks as the format demands, then as they come inside cells, then as plain letters. */
export async function firstThatReads<T>(
  read: (quotes: Dialect['quotes']) => Promise<T>,
): Promise<{ read: T; quotes: Dialect['quotes'] }> {
  let problem: unknown;
  for (const quotes of ['strict', 'relaxed', 'none'] as const) {
    try {
      return { read: await read(quotes), quotes };
    } catch (error) {
      if (!(error instanceof Refusal) || !mendable.has(error.failure.code)) throw error;
      problem ??= error;
    }
  }
  throw problem;
}

/** An open quotation mark swallows what follows, so that a cell seems too large. */
const mendable: ReadonlySet<string> = new Set(['import-csv-broken', 'import-field-too-large']);

const isArchive = (head: Buffer): boolean => head.subarray(0, 2).toString('latin1') === 'PK';

/** What cannot be read is refused by its start, before the rest of it comes. */
function intakeOf(head: Buffer): Intake {
  if (head.length === 0 || isArchive(head)) return { limit: limits.textBytes };
  const first = detect(head);
  // UTF-16 hides its signs from a look at the bytes, so that the same is asked of the text once it is one.
  refuseWithoutTable(first);
  if (first.format !== 'other') return { limit: limits.textBytes, look: watchRows() };
  return { limit: first.table === 'json' ? limits.jsonBytes : limits.archiveEntry };
}

function refuseWithoutTable(found: Found): void {
  const words = found.format === 'other' && found.table === undefined ? found.words : documentWords[found.format];
  if (words !== undefined) throw refuseFormat(words, tables);
}

function openText(pieces: readonly Buffer[], options: InspectOptions): OpenTable {
  const [head = Buffer.alloc(0)] = pieces;
  const encoding = options.encoding === undefined ? detectEncoding(pieces) : chosenEncoding(options.encoding, head);
  const sample = textStream(encoding).take(head.subarray(0, 262_144), false).toString();
  const found = byText(sample);
  const reasons = [encodingReason(encoding, options)];
  if (found.format === 'other' && found.table === 'json') return openJson(pieces, encoding, reasons);
  if (found.format === 'other' && found.table === 'project') return openPlan(pieces);
  if (found.format === 'other') throw refuseFormat(found.words, tables);
  if (found.format === 'html') throw refuseFormat('a web page', tables);
  const ranked = guessDelimiter(sample);
  const delimiter = options.delimiter ?? ranked?.delimiter ?? ',';
  return {
    cut: { encoding: encoding.name, delimiter },
    encodingConfidence: encoding.confidence,
    sheets: [],
    reasons: [...reasons, ...delimiterReasons(delimiter, ranked, options)],
    notes: [],
    rows: (quotes, onRow) => readRows(textStream(encoding).all(pieces), { delimiter, quotes }, onRow),
  };
}

const tables = 'CSV, Excel (.xlsx) or JSON';

function openJson(pieces: readonly Buffer[], encoding: Encoding, reasons: readonly ImportReason[]): OpenTable {
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (bytes > limits.jsonBytes) throw new Refusal('import-too-large', { limit: limits.jsonBytes / 1_000_000 });
  const { rows, where } = readJsonTable(decodeText(pieces, encoding).text);
  const params = { records: rows.length - 1, where: where === '' ? '' : ` under "${where.slice(0, 100)}"` };
  return fixed('json', encoding.name, rows, [{ code: 'container-json', params }, ...reasons]);
}

function openPlan(pieces: readonly Buffer[]): OpenTable {
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (bytes > limits.archiveEntry) throw new Refusal('import-too-large', { limit: limits.archiveEntry / 1_000_000 });
  const rows = readProjectPlan(decodeXml('the plan', Buffer.concat(pieces)));
  return fixed('project', 'utf-8', rows, [{ code: 'container-project', params: { tasks: rows.length - 1 } }]);
}

/** A table that is held as a whole; its first row has the names. */
function fixed(
  container: 'json' | 'project',
  encoding: string,
  rows: readonly (readonly string[])[],
  reasons: readonly ImportReason[],
): OpenTable {
  return {
    cut: { container, encoding, delimiter: ',' },
    encodingConfidence: 1,
    sheets: [],
    reasons,
    notes: [],
    rows: (_, onRow) => {
      for (const [index, cells] of rows.entries()) onRow(cells, index + 1);
      return Promise.resolve();
    },
  };
}

async function turnedWhereMeant(table: OpenTable, { turned }: InspectOptions): Promise<OpenTable> {
  const fields = turned === undefined ? findTurned(await firstRows(table)) : 0;
  if (turned !== true && fields === 0) return table;
  const reason: ImportReason =
    turned === true ? { code: 'turned-chosen', params: {} } : { code: 'turned-found', params: { count: fields } };
  return {
    ...table,
    cut: { ...table.cut, turned: true },
    reasons: [...table.reasons, reason],
    notes: [...table.notes, { code: 'table-turned', params: {} }],
    rows: (quotes, onRow) => readTurned((listener) => table.rows(quotes, listener), onRow),
  };
}

function encodingReason({ name, confidence, skip }: Encoding, { encoding }: InspectOptions): ImportReason {
  const shown = name.toUpperCase();
  if (encoding !== undefined) return { code: 'encoding-chosen', params: { encoding: shown } };
  if (skip > 0) return { code: 'encoding-mark', params: { encoding: shown } };
  if (confidence === 1) return { code: 'encoding-valid', params: { encoding: shown } };
  return { code: 'encoding-guessed', params: { encoding: shown, percent: Math.round(confidence * 100) } };
}

function delimiterReasons(
  delimiter: Dialect['delimiter'],
  ranked: DelimiterRank | null,
  options: InspectOptions,
): ImportReason[] {
  const name = names[delimiter];
  if (options.delimiter !== undefined) return [{ code: 'delimiter-chosen', params: { name } }];
  if (ranked === null) return [];
  const { columns, records, share } = ranked;
  return [{ code: 'delimiter-found', params: { name, hits: Math.round(share * records), records, columns } }];
}

const names: Readonly<Record<Dialect['delimiter'], string>> = {
  ',': 'Commas',
  ';': 'Semicolons',
  '\t': 'Tabs',
  '|': 'Bars',
};
