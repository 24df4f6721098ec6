/** The job that reads a backlog with a confirmed mapping into items. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { BacklogItem, Reading, ReadOptions } from '../../../shared/api/import-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { openTable } from './backlog/open-table.ts';
import { readRows } from './backlog/rows.ts';
import { isPlainText, requireTitle, Table } from './backlog/table.ts';
import { chosenEncoding, type Encoding } from './guard/encoding.ts';
import { textStream } from './guard/text.ts';
import { Refusal, refusable } from './refusal.ts';

/** Reads the items; they are sent as rows in the order of the file, the value tells what was left out and why. */
export function readBacklog(task: JobTask<ReadOptions, BacklogItem>): Promise<Result<Reading, Failure>> {
  return refusable(async () => {
    const { options } = task;
    requireTitle(options.mapping);
    const table = new Table(options);
    const { dialect } = options;
    let told = 0;
    const take = (cells: readonly string[], line: number): void => {
      if (++told % 2000 === 0) task.report({ step: 'reading', done: told, total: null });
      table.take(cells, line);
    };
    if (isPlainText(dialect)) await readRows(decode(task), dialect, take);
    else await (await openAgain(task)).rows(dialect.quotes, (cells, line) => table.take(cells, line));
    return sendItems(task, table);
  });
}

/** Sends the items of a whole table and gives what is said besides. */
export async function sendItems(
  task: Pick<JobTask<unknown, BacklogItem>, 'emit' | 'report'>,
  table: Table,
): Promise<Reading> {
  const { drafts, reading } = table.finish();
  for (let at = 0; at < drafts.length; at += BATCH) {
    await task.emit(drafts.slice(at, at + BATCH).map((draft) => table.complete(draft)));
    task.report({ step: 'reading', done: Math.min(at + BATCH, drafts.length), total: drafts.length });
  }
  return reading;
}

const BATCH = 2000;

/** The table as it was cut when it was inspected; it may have been exchanged since, so what it is, is asked again. */
async function openAgain({ bytes, options, report }: JobTask<ReadOptions, BacklogItem>) {
  const { container, delimiter, encoding, sheet, turned = false } = options.dialect;
  const isText = container === undefined || container === 'text';
  const cut = isText || container === 'json' ? { encoding, ...(isText ? { delimiter } : {}) } : {};
  const table = await openTable({
    bytes,
    report,
    options: { fileName: '', turned, ...cut, ...(sheet === undefined ? {} : { sheet }) },
  });
  const same = (table.cut.container ?? 'text') === (container ?? 'text') && table.cut.sheet === sheet;
  if (!same) throw new Refusal('import-mapping', { problem: 'the file is another one than it was' });
  return table;
}

async function* decode({ bytes, options }: JobTask<ReadOptions, BacklogItem>): AsyncGenerator<Buffer | string, void> {
  let held: Buffer | null = null;
  let take: ((piece: Buffer, last: boolean) => Buffer | string) | null = null;
  for await (const piece of bytes) {
    // One piece is held back, because the last has to be known as the last.
    if (held !== null && take !== null) yield take(held, false);
    held = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    const encoding: Encoding | null = take === null ? chosenEncoding(options.dialect.encoding, held) : null;
    if (encoding !== null) take = textStream(encoding).take;
  }
  if (held === null || take === null) throw new Refusal('import-empty');
  yield take(held, true);
}
