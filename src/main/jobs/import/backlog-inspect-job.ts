/** The job that looks at a backlog before it is read: how it is cut, what its columns are, whose export it is. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { ImportNote } from '../../../shared/api/import-notes.ts';
import type { Dialect, Inspection, InspectOptions } from '../../../shared/api/import-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { guessDelimiter } from './backlog/delimiter.ts';
import { findHeader, headerSearch, type Row } from './backlog/header.ts';
import { suggestMapping, type Proposal } from './backlog/mapping.ts';
import { readRows } from './backlog/rows.ts';
import { classifyStatus } from './backlog/statuses.ts';
import { collectPieces } from './collect.ts';
import { byText, detect, refuseFormat } from './detect.ts';
import { chosenEncoding, detectEncoding } from './guard/encoding.ts';
import { textStream } from './guard/text.ts';
import { limits } from './limits.ts';
import { Refusal, refusable } from './refusal.ts';

/** Inspects a table of text; nothing but the first rows' samples and counts leaves the process. */
export function inspectBacklog(task: JobTask<InspectOptions, never>): Promise<Result<Inspection, Failure>> {
  return refusable(async () => {
    const pieces = await collectPieces(task.bytes, limits.textBytes);
    const [head = Buffer.alloc(0)] = pieces;
    if (head.length === 0) throw new Refusal('import-empty');
    task.report({ step: 'inspecting', done: 0, total: null });
    const found = detect(head);
    if (found.format === 'docx') throw refuseFormat('a Word document', 'CSV');
    if (found.format === 'other') throw refuseFormat(found.words, 'CSV');
    const { encoding: chosen } = task.options;
    const encoding = chosen === undefined ? detectEncoding(pieces) : chosenEncoding(chosen, head);
    const sample = textStream(encoding).take(head.subarray(0, 262_144), false).toString();
    const other = byText(sample);
    if (other.format === 'other') throw refuseFormat(other.words, 'CSV');
    const delimiter = task.options.delimiter ?? guessDelimiter(sample);
    const read = async (quotes: Dialect['quotes']): Promise<Survey> => {
      const survey = new Survey();
      await readRows(textStream(encoding).all(pieces), { delimiter, quotes }, (cells, line) =>
        survey.take({ cells, line }),
      );
      return survey;
    };
    const { survey, quotes } = await firstThatReads(read);
    const seen = survey.finish();
    const notes: ImportNote[] = [];
    if (encoding.confidence < 1) notes.push({ code: 'encoding-guessed', params: { encoding: encoding.name } });
    if (quotes !== 'strict') notes.push({ code: 'quotes-mended', params: {} });
    return {
      dialect: { encoding: encoding.name, delimiter, headerLine: seen.headerLine, quotes },
      encodingConfidence: encoding.confidence,
      ...seen.proposal,
      rowCount: seen.rowCount,
      columns: seen.columns,
      statuses: seen.statuses,
      notes,
    };
  });
}

/** Quotation marks as the format demands, then as they come inside cells, then as plain letters. */
async function firstThatReads(
  read: (quotes: Dialect['quotes']) => Promise<Survey>,
): Promise<{ survey: Survey; quotes: Dialect['quotes'] }> {
  let problem: unknown;
  for (const quotes of ['strict', 'relaxed', 'none'] as const) {
    try {
      return { survey: await read(quotes), quotes };
    } catch (error) {
      if (!(error instanceof Refusal) || !mendable.has(error.failure.code)) throw error;
      problem ??= error;
    }
  }
  throw problem;
}

/** An open quotation mark swallows what follows, so that a cell seems too large. */
const mendable: ReadonlySet<string> = new Set(['import-csv-broken', 'import-field-too-large']);

type Seen = Pick<Inspection, 'rowCount' | 'columns' | 'statuses'> & {
  readonly headerLine: number;
  readonly proposal: Proposal;
};

/** Counts and samples while the rows pass. */
class Survey {
  private readonly early: Row[] = [];
  private header: Row | null = null;
  private proposal: Proposal | null = null;
  private columns: { index: number; name: string; samples: string[]; filled: number }[] = [];
  private readonly statuses = new Map<string, number>();
  private rowCount = 0;

  take(row: Row): void {
    if (this.header !== null) return this.count(row);
    this.early.push(row);
    if (this.early.length >= headerSearch) this.settle();
  }

  finish(): Seen {
    if (this.header === null) this.settle();
    if (this.header === null || this.proposal === null) throw new Refusal('import-no-header');
    const words = [...this.statuses].toSorted((a, b) => b[1] - a[1]).slice(0, 100);
    return {
      headerLine: this.header.line,
      proposal: this.proposal,
      rowCount: this.rowCount,
      columns: this.columns,
      statuses: words.map(([text, count]) => ({ text, count, status: classifyStatus(text) })),
    };
  }

  private settle(): void {
    this.header = findHeader(this.early);
    if (this.header === null) return;
    const { cells, line } = this.header;
    this.proposal = suggestMapping(cells);
    this.columns = cells.map((name, index) => ({
      index,
      name: name.trim().slice(0, 200).toWellFormed(),
      samples: [],
      filled: 0,
    }));
    for (const row of this.early) if (row.line > line) this.count(row);
  }

  private count({ cells }: Row): void {
    this.rowCount++;
    for (const column of this.columns) {
      const value = cells[column.index];
      if (value === undefined || value === '') continue;
      column.filled++;
      if (column.samples.length >= 3) continue;
      const sample = value.trim().slice(0, 80).toWellFormed();
      if (sample !== '' && !column.samples.includes(sample)) column.samples.push(sample);
    }
    const status = cells[this.proposal?.mapping.status?.[0] ?? -1]?.trim().slice(0, 100).toWellFormed() ?? '';
    if (status === '') return;
    const known = this.statuses.get(status);
    if (known !== undefined || this.statuses.size < 1000) this.statuses.set(status, (known ?? 0) + 1);
  }
}
