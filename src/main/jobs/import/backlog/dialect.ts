/** How the bytes of a table are to be cut into cells: what kind of file they are, their encoding, delimiter and quotation marks. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import type { Dialect, InspectOptions } from '../../../../shared/api/import-types.ts';
import type { JobTask } from '../../job.ts';
import { collectPieces } from '../collect.ts';
import { byText, detect, refuseFormat } from '../detect.ts';
import { chosenEncoding, detectEncoding, type Encoding } from '../guard/encoding.ts';
import { textStream } from '../guard/text.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { guessDelimiter } from './delimiter.ts';

/** A table of text before its rows are read; `text` reads it from the start each time. */
export type OpenTable = {
  readonly encoding: Encoding;
  readonly delimiter: Dialect['delimiter'];
  text(): Iterable<Buffer | string>;
};

/** Takes the whole input and finds out how it is written; throws a refusal for what is no table. */
export async function openTable({
  bytes,
  options,
  report,
}: Pick<JobTask<InspectOptions, never>, 'bytes' | 'options' | 'report'>): Promise<OpenTable> {
  const pieces = await collectPieces(bytes, limits.textBytes);
  const [head = Buffer.alloc(0)] = pieces;
  if (head.length === 0) throw new Refusal('import-empty');
  report({ step: 'inspecting', done: 0, total: null });
  const found = detect(head);
  const document = documentWords[found.format];
  if (document !== undefined) throw refuseFormat(document, 'CSV');
  if (found.format === 'other') throw refuseFormat(found.words, 'CSV');
  const encoding = options.encoding === undefined ? detectEncoding(pieces) : chosenEncoding(options.encoding, head);
  const sample = textStream(encoding).take(head.subarray(0, 262_144), false).toString();
  const other = byText(sample);
  if (other.format === 'other') throw refuseFormat(other.words, 'CSV');
  if (other.format === 'html') throw refuseFormat('a web page', 'CSV');
  const delimiter = options.delimiter ?? guessDelimiter(sample);
  return { encoding, delimiter, text: () => textStream(encoding).all(pieces) };
}

/** What people should know about how a table was cut. */
export function dialectNotes(encoding: Encoding, quotes: Dialect['quotes']): ImportNote[] {
  const notes: ImportNote[] = [];
  if (encoding.confidence < 1) notes.push({ code: 'encoding-guessed', params: { encoding: encoding.name } });
  if (quotes !== 'strict') notes.push({ code: 'quotes-mended', params: {} });
  return notes;
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

const documentWords: Readonly<Record<string, string>> = {
  docx: 'a Word document',
  odt: 'an OpenDocument text',
  pptx: 'a PowerPoint presentation',
  pdf: 'a PDF',
  html: 'a web page',
};
