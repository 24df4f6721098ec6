/** The rows of a backlog as they gather into items, with everything that has to be told about them. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import type {
  BacklogField,
  BacklogItem,
  Dialect,
  LeftOutReason,
  Mapping,
  Reading,
  ReadOptions,
} from '../../../../shared/api/import-types.ts';
import { Refusal } from '../refusal.ts';
import { readDays } from './columns-days.ts';
import { openRowReader, type Draft } from './item.ts';
import { keepLast, resolveReferences } from './references.ts';
import { ShapeWatch } from './shape.ts';
import { openTextStore } from './text-store.ts';

const leftOutShown = 1000;

/** Throws a refusal when no column holds the title. */
export function requireTitle(mapping: Mapping): void {
  if ((mapping.title ?? []).length === 0) throw mappingProblem('no column holds the title');
}

/** Gathers the drafts of one backlog. */
export class Table {
  private readonly drafts: Draft[] = [];
  private readonly texts = openTextStore();
  private readonly leftOut: Reading['leftOut'] = [];
  private leftOutCount = 0;
  private header: readonly string[] | null = null;
  private shape: ShapeWatch | null = null;
  private group = '';
  private extra = { count: 0, line: 0 };
  private readonly levels: string[] = [];
  private readonly options: ReadOptions;
  private readonly ignored: ReadonlySet<number>;
  private readonly read: ReturnType<typeof openRowReader>;

  constructor(options: ReadOptions) {
    this.options = options;
    this.ignored = new Set(options.ignored);
    const { mapping, tracker, statuses = {} } = options;
    this.read = openRowReader({ mapping, tracker, statuses, texts: this.texts });
  }

  /** Takes the next row, which begins on this line. */
  take(cells: readonly string[], line: number): void {
    const { dialect, tracker } = this.options;
    if (line < dialect.headerLine) return void (this.group = oneCell(cells) ?? this.group);
    if (this.header === null) return this.takeHeader(cells);
    if (this.ignored.has(line)) return this.leave(cells, line, 'by-hand');
    this.shape?.take(cells, line);
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

  /** What remains once all rows are there: references resolved, days read, one draft per key. */
  finish(): { drafts: readonly Draft[]; reading: Reading } {
    if (this.header === null) throw new Refusal('import-no-header');
    const { drafts, earlier, duplicates } = keepLast(this.drafts);
    for (const { item } of earlier) this.leave([item.key, item.title], item.line, 'earlier-duplicate');
    resolveReferences(drafts);
    const { tracker, dateOrder } = this.options;
    const days = readDays(drafts, (field) => this.nameOf(field), dateOrder);
    const notes = [...days.notes, ...this.notes(drafts), ...(this.shape?.notes() ?? [])];
    this.refuseShape();
    const leftOut = this.leftOut.toSorted((a, b) => a.line - b.line);
    return {
      drafts,
      reading: {
        tracker,
        columns: this.header.map((name) => name.trim().slice(0, 200).toWellFormed()),
        itemCount: drafts.length,
        leftOut,
        leftOutCount: this.leftOutCount,
        duplicates,
        problems: [...days.problems, ...this.problems(drafts)]
          .toSorted((a, b) => a.line - b.line)
          .slice(0, leftOutShown),
        notes,
      },
    };
  }

  /** Throws where the rows are no list of work; asked before the columns are, since the reason says more. */
  refuseShape(): void {
    this.shape?.refuse(this.options.mapping);
  }

  /** The item with its description. */
  complete({ item, description }: Draft): BacklogItem {
    return { ...item, description: this.texts.get(description) };
  }

  private takeHeader(cells: readonly string[]): void {
    this.header = cells;
    this.shape = new ShapeWatch(cells, isPlainText(this.options.dialect));
    const beyond = Object.values(this.options.mapping)
      .flat()
      .find((column) => column >= cells.length);
    if (beyond !== undefined) throw mappingProblem(`there is no column ${beyond + 1}`);
  }

  private leave(cells: readonly string[], line: number, reason: LeftOutReason): void {
    this.leftOutCount++;
    if (this.leftOut.length >= leftOutShown) return;
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

  private problems(drafts: readonly Draft[]): Reading['problems'] {
    const column = (field: 'effort' | 'link'): string => this.nameOf(field);
    return drafts.flatMap(({ item: { line }, oddEffort, oddLink }) => [
      ...(oddEffort === null
        ? []
        : [{ line, kind: 'effort' as const, column: column('effort'), text: brief(oddEffort) }]),
      ...(oddLink === null ? [] : [{ line, kind: 'link' as const, column: column('link'), text: brief(oddLink) }]),
    ]);
  }

  private nameOf(field: BacklogField): string {
    return brief(this.header?.[this.options.mapping[field]?.[0] ?? -1]?.trim() ?? field);
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
    const comma = drafts.find(({ commaEffort }) => commaEffort !== null);
    if (comma !== undefined) {
      const params = { column: this.nameOf('effort'), sample: brief(comma.commaEffort ?? ''), line: comma.item.line };
      notes.push({ code: 'number-comma', params });
    }
    const noLinks = drafts.filter(({ oddLink }) => oddLink !== null);
    const [link] = noLinks;
    if (link !== undefined) {
      const params = { count: noLinks.length, sample: brief(link.oddLink ?? ''), line: link.item.line };
      notes.push({ code: 'links-left-out', params });
    }
    if (this.extra.count > 0) notes.push({ code: 'extra-cells', params: this.extra });
    return notes;
  }
}

/** Only in text can a row have too few cells or too many. */
export function isPlainText({ container, turned }: Pick<Dialect, 'container' | 'turned'>): boolean {
  return (container === undefined || container === 'text') && turned !== true;
}

function brief(text: string): string {
  return text.slice(0, 60).toWellFormed();
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
