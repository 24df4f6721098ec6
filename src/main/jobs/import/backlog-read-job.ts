/** The job that reads a backlog with a confirmed mapping into items. */
import type { Failure } from '../../../shared/api/errors.ts';
import type { ImportNote } from '../../../shared/api/import-notes.ts';
import type { BacklogItem, LeftOutReason, Reading, ReadOptions } from '../../../shared/api/import-types.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JobTask } from '../job.ts';
import { readDays } from './backlog/columns-days.ts';
import { openRowReader, type DayField, type Draft } from './backlog/item.ts';
import { keepLast, resolveReferences } from './backlog/references.ts';
import { readRows } from './backlog/rows.ts';
import { openTextStore } from './backlog/text-store.ts';
import { chosenEncoding, type Encoding } from './guard/encoding.ts';
import { textStream } from './guard/text.ts';
import { Refusal, refusable } from './refusal.ts';

/** Reads the items; they are sent as rows in the order of the file, the value tells what was left out and why. */
export function readBacklog(task: JobTask<ReadOptions, BacklogItem>): Promise<Result<Reading, Failure>> {
  return refusable(async () => {
    const { options } = task;
    if ((options.mapping.title ?? []).length === 0) throw mappingProblem('no column holds the title');
    const table = new Table(options);
    await readRows(decode(task), options.dialect, (cells, line) => table.take(cells, line));
    const { drafts, reading } = table.finish();
    for (let at = 0; at < drafts.length; at += BATCH) {
      await task.emit(drafts.slice(at, at + BATCH).map((draft) => table.complete(draft)));
      task.report({ step: 'reading', done: Math.min(at + BATCH, drafts.length), total: drafts.length });
    }
    return reading;
  });
}

const BATCH = 2000;
const LEFT_OUT_SHOWN = 1000;

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

/** Gathers the drafts and everything that has to be told about them. */
class Table {
  private readonly drafts: Draft[] = [];
  private readonly texts = openTextStore();
  private readonly leftOut: Reading['leftOut'] = [];
  private leftOutCount = 0;
  private header: readonly string[] | null = null;
  private group = '';
  private extra = { count: 0, line: 0 };
  private readonly levels: string[] = [];
  private readonly options: ReadOptions;
  private readonly read: ReturnType<typeof openRowReader>;

  constructor(options: ReadOptions) {
    this.options = options;
    const { mapping, tracker, statuses = {} } = options;
    this.read = openRowReader({ mapping, tracker, statuses, texts: this.texts });
  }

  take(cells: readonly string[], line: number): void {
    const { dialect, tracker } = this.options;
    if (line < dialect.headerLine) return void (this.group = oneCell(cells) ?? this.group);
    if (this.header === null) return this.takeHeader(cells);
    if (cells.length > this.header.length && cells.slice(this.header.length).some((cell) => cell.trim() !== '')) {
      if (this.extra.count++ === 0) this.extra.line = line;
    }
    if (cells[0] === this.header[0] && sameCells(cells, this.header)) return this.leave(cells, line, 'repeated-header');
    if (tracker === 'monday' && oneCell(cells) !== null) {
      this.group = oneCell(cells) ?? '';
      return this.leave(cells, line, 'group-heading');
    }
    const draft = this.read(cells, line);
    if (draft === null) return this.leave(cells, line, 'no-title');
    if (this.group !== '' && draft.item.functionText === '') draft.item.functionText = this.group;
    if (tracker === 'azure-devops') this.nest(cells, draft);
    this.drafts.push(draft);
  }

  finish(): { drafts: readonly Draft[]; reading: Reading } {
    if (this.header === null) throw new Refusal('import-no-header');
    const { drafts, earlier, duplicates } = keepLast(this.drafts);
    for (const { item } of earlier) this.leave([item.key, item.title], item.line, 'earlier-duplicate');
    resolveReferences(drafts);
    const { mapping, tracker, dateOrder } = this.options;
    const name = (field: DayField): string => this.header?.[mapping[field]?.[0] ?? -1]?.trim() ?? field;
    const notes = [...readDays(drafts, name, dateOrder), ...this.notes(drafts)];
    const leftOut = this.leftOut.toSorted((a, b) => a.line - b.line);
    return {
      drafts,
      reading: { tracker, itemCount: drafts.length, leftOut, leftOutCount: this.leftOutCount, duplicates, notes },
    };
  }

  /** The item with its description. */
  complete({ item, description }: Draft): BacklogItem {
    return { ...item, description: this.texts.get(description) };
  }

  private takeHeader(cells: readonly string[]): void {
    this.header = cells;
    const beyond = Object.values(this.options.mapping)
      .flat()
      .find((column) => column >= cells.length);
    if (beyond !== undefined) throw mappingProblem(`there is no column ${beyond + 1}`);
  }

  private leave(cells: readonly string[], line: number, reason: LeftOutReason): void {
    this.leftOutCount++;
    if (this.leftOut.length >= LEFT_OUT_SHOWN) return;
    const text = cells
      .filter((cell) => cell.trim() !== '')
      .join(' · ')
      .slice(0, 80)
      .toWellFormed();
    this.leftOut.push({ line, reason, text });
  }

  /** A tree in Azure DevOps puts the title one column further right on each level. */
  private nest(cells: readonly string[], { item }: Draft): void {
    const columns = this.options.mapping.title ?? [];
    if (columns.length < 2 || item.parentKey !== '') return;
    const level = columns.findIndex((column) => (cells[column] ?? '').trim() !== '');
    if (level < 0) return;
    this.levels.length = Math.min(this.levels.length, level);
    item.parentKey = this.levels[level - 1] ?? '';
    this.levels[level] = item.key;
  }

  private notes(drafts: readonly Draft[]): ImportNote[] {
    const notes: ImportNote[] = [];
    const made = drafts.filter(({ madeKey }) => madeKey).length;
    if (made > 0) notes.push({ code: 'keys-made', params: { count: made } });
    const unknown = new Map<string, number>();
    for (const { item, statusKnown } of drafts) {
      if (!statusKnown) unknown.set(item.statusText, (unknown.get(item.statusText) ?? 0) + 1);
    }
    for (const [status, count] of [...unknown].slice(0, 50)) {
      notes.push({ code: 'status-unknown', params: { status: status.slice(0, 100).toWellFormed(), count } });
    }
    const odd = drafts.filter(({ oddEffort }) => oddEffort !== null);
    const [first] = odd;
    if (first !== undefined) {
      const sample = (first.oddEffort ?? '').slice(0, 60).toWellFormed();
      notes.push({ code: 'effort-left-out', params: { count: odd.length, sample, line: first.item.line } });
    }
    if (this.extra.count > 0) notes.push({ code: 'extra-cells', params: this.extra });
    return notes;
  }
}

function oneCell(cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 1 && (cells[0] ?? '').trim() !== '' ? (filled[0] ?? '').trim() : null;
}

function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return b.every((cell, index) => cell.trim() === (a[index] ?? '').trim());
}

function mappingProblem(problem: string): Refusal {
  return new Refusal('import-mapping', { problem });
}
