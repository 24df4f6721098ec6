/** The job that looks at a backlog before it is read: how it is cut, what its columns are, whose export it is. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { ImportReason } from '../../../shared/api/import-reasons.ts';
import type { Dialect, Inspection, InspectOptions } from '../../../shared/api/import-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { findHeader, type Header, headerSearch, type Row } from './backlog/header.ts';
import { suggestMapping, type Proposal } from './backlog/mapping.ts';
import { dialectNotes, firstThatReads, openTable } from './backlog/open-table.ts';
import { ShapeWatch } from './backlog/shape.ts';
import { classifyStatus } from './backlog/statuses.ts';
import { isPlainText } from './backlog/table.ts';
import { Refusal, refusable } from './refusal.ts';

/** Inspects a table; nothing but the first rows' samples and counts leaves the process. */
export function inspectBacklog(task: JobTask<InspectOptions, never>): Promise<Result<Inspection, Failure>> {
  return refusable(async () => {
    const table = await openTable(task);
    const read = async (quotes: Dialect['quotes']): Promise<Survey> => {
      const survey = new Survey(isPlainText(table.cut), task.options.headerLine);
      await table.rows(quotes, (cells, line) => survey.take({ cells, line }));
      return survey;
    };
    const { read: survey, quotes } = await firstThatReads(read);
    const { header, proposal, ...seen } = survey.finish();
    const { tracker, mapping, unmapped } = proposal;
    return {
      dialect: { ...table.cut, headerLine: header.row.line, quotes },
      encodingConfidence: table.encodingConfidence,
      tracker,
      mapping,
      unmapped,
      ...seen,
      sheets: [...table.sheets],
      reasons: [...table.reasons, header.reason, trackerReason(proposal)],
      notes: dialectNotes(table, quotes),
    };
  });
}

function trackerReason({ tracker, signature }: Proposal): ImportReason {
  if (signature.length === 0) return { code: 'tracker-none', params: {} };
  return { code: 'tracker-known', params: { tracker, columns: signature.join(', ').slice(0, 400) } };
}

type Seen = Pick<Inspection, 'rowCount' | 'columns' | 'statuses'> & {
  readonly header: Header;
  readonly proposal: Proposal;
};

/** Counts and samples while the rows pass. */
class Survey {
  private readonly early: Row[] = [];
  private header: Header | null = null;
  private proposal: Proposal | null = null;
  private shape: ShapeWatch | null = null;
  private columns: { index: number; name: string; samples: string[]; filled: number }[] = [];
  private readonly statuses = new Map<string, number>();
  private rowCount = 0;
  private readonly isText: boolean;
  private readonly wanted: number | undefined;

  constructor(isText: boolean, wanted: number | undefined) {
    this.isText = isText;
    this.wanted = wanted;
  }

  take(row: Row): void {
    if (this.header !== null) return this.count(row);
    this.early.push(row);
    const enough = this.wanted === undefined ? this.early.length >= headerSearch : row.line >= this.wanted;
    if (enough) this.settle();
  }

  finish(): Seen {
    if (this.header === null) this.settle();
    const { header, proposal, shape } = this;
    if (header === null || proposal === null || shape === null) throw new Refusal('import-no-header');
    shape.refuse(proposal.mapping);
    const words = [...this.statuses].toSorted((a, b) => b[1] - a[1]).slice(0, 100);
    return {
      header,
      proposal,
      rowCount: this.rowCount,
      columns: this.columns,
      statuses: words.map(([text, count]) => ({ text, count, status: classifyStatus(text) })),
    };
  }

  private settle(): void {
    this.header = findHeader(this.early, this.wanted);
    if (this.header === null) return;
    const { cells, line } = this.header.row;
    this.proposal = suggestMapping(cells);
    this.shape = new ShapeWatch(cells, this.isText);
    this.columns = cells.map((name, index) => ({
      index,
      name: name.trim().slice(0, 200).toWellFormed(),
      samples: [],
      filled: 0,
    }));
    for (const row of this.early) if (row.line > line) this.count(row);
  }

  private count({ cells, line }: Row): void {
    this.rowCount++;
    this.shape?.take(cells, line);
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
