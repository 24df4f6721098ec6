/** The job that reads a backlog as the inspection would propose, in one go: for imports that nobody looks at beforehand. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { BacklogItem, Dialect, InspectOptions, ReadProposed } from '../../../shared/api/import-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { sendItems } from './backlog-read-job.ts';
import { findHeader, headerSearch, type Row } from './backlog/header.ts';
import { suggestMapping } from './backlog/mapping.ts';
import { dialectNotes, firstThatReads, openTable } from './backlog/open-table.ts';
import { requireTitle, Table } from './backlog/table.ts';
import { Refusal, refusable } from './refusal.ts';

/** Reads the items; they are sent as rows, the value tells the mapping that was taken and what was left out. */
export function readProposed(task: JobTask<InspectOptions, BacklogItem>): Promise<Result<ReadProposed, Failure>> {
  return refusable(async () => {
    const table = await openTable(task);
    const { read, quotes } = await firstThatReads(async (used) => {
      const proposed = new ProposedTable({ ...table.cut, quotes: used });
      await table.rows(used, (cells, line) => proposed.take({ cells, line }));
      return proposed.finish();
    });
    read.table.refuseShape();
    requireTitle(read.mapping);
    const reading = await sendItems(task, read.table);
    const notes = [...dialectNotes(table, quotes), ...reading.notes];
    return { mapping: read.mapping, reading: { ...reading, notes } };
  });
}

type Proposed = Pick<ReadProposed, 'mapping'> & { readonly table: Table };

/** Holds the first rows back until they show where the header is. */
class ProposedTable {
  private early: Row[] = [];
  private proposed: Proposed | null = null;
  private readonly dialect: Omit<Dialect, 'headerLine'>;

  constructor(dialect: Omit<Dialect, 'headerLine'>) {
    this.dialect = dialect;
  }

  take(row: Row): void {
    if (this.proposed !== null) return this.proposed.table.take(row.cells, row.line);
    this.early.push(row);
    if (this.early.length >= headerSearch) this.settle();
  }

  finish(): Proposed {
    if (this.proposed === null) this.settle();
    if (this.proposed === null) throw new Refusal('import-no-header');
    return this.proposed;
  }

  private settle(): void {
    const header = findHeader(this.early);
    if (header === null) return;
    const { row } = header;
    const { tracker, mapping } = suggestMapping(row.cells);
    const table = new Table({ dialect: { ...this.dialect, headerLine: row.line }, tracker, mapping });
    for (const { cells, line } of this.early) table.take(cells, line);
    this.early = [];
    this.proposed = { mapping, table };
  }
}
