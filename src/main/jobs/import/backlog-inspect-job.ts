/** The job that looks at a backlog before it is read: how it is cut, what its columns are, whose export it is. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { Dialect, Inspection, InspectOptions } from '../../../shared/api/import-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { dialectNotes, firstThatReads, openTable } from './backlog/dialect.ts';
import { findHeader, headerSearch, type Row } from './backlog/header.ts';
import { suggestMapping, type Proposal } from './backlog/mapping.ts';
import { readRows } from './backlog/rows.ts';
import { classifyStatus } from './backlog/statuses.ts';
import { Refusal, refusable } from './refusal.ts';

/** Inspects a table of text; nothing but the first rows' samples and counts leaves the process. */
export function inspectBacklog(task: JobTask<InspectOptions, never>): Promise<Result<Inspection, Failure>> {
  return refusable(async () => {
    const { encoding, delimiter, text } = await openTable(task);
    const read = async (quotes: Dialect['quotes']): Promise<Survey> => {
      const survey = new Survey();
      await readRows(text(), { delimiter, quotes }, (cells, line) => survey.take({ cells, line }));
      return survey;
    };
    const { read: survey, quotes } = await firstThatReads(read);
    const seen = survey.finish();
    return {
      dialect: { encoding: encoding.name, delimiter, headerLine: seen.headerLine, quotes },
      encodingConfidence: encoding.confidence,
      ...seen.proposal,
      rowCount: seen.rowCount,
      columns: seen.columns,
      statuses: seen.statuses,
      notes: dialectNotes(encoding, quotes),
    };
  });
}

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
