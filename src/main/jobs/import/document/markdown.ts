/** Markdown (CommonMark's common part, Kramdown's marks, front matter) as passages. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import { plainInline, withoutComments } from './markdown-inline.ts';
import { isTableStart, readTable } from './markdown-table.ts';
import { collectPassages, type BodyKind, type PassageCollector, type ReadDocument, type Shape } from './passages.ts';

/** Reads a whole Markdown text. */
export function readMarkdown(text: string): ReadDocument {
  const lines = withoutComments(text).split(/\r\n|\n|\r/);
  const front = readFrontMatter(lines);
  const reader = new BlockReader(collectPassages());
  reader.read(lines.slice(front.length), 'paragraph');
  const { passages, firstHeading } = reader.out.finish();
  const notes: ImportNote[] = [];
  if (reader.pictures > 0) notes.push({ code: 'pictures-left-out', params: { count: reader.pictures } });
  if (reader.includes > 0) notes.push({ code: 'includes-left-out', params: { count: reader.includes } });
  return { title: firstHeading ?? front.title, language: front.language, passages, notes };
}

type FrontMatter = { readonly length: number; readonly title: string | null; readonly language: string | null };

/** The header between two lines of dashes; of its fields only title and language are used. */
function readFrontMatter(lines: readonly string[]): FrontMatter {
  const end =
    lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && /^(---|\.\.\.)\s*$/.test(line)) : -1;
  if (end < 0) return { length: 0, title: null, language: null };
  const field = (name: RegExp): string | null => {
    const line = lines.slice(1, end).find((candidate) => name.test(candidate));
    const value = line
      ?.replace(name, '')
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    return value === undefined || value === '' ? null : value;
  };
  return { length: end + 1, title: field(/^title\s*:/i), language: field(/^lang(uage)?\s*:/i) };
}

const heading = /^ {0,3}(#{1,6})(?:[ \t]+|(?=[^\s#]))(.*)$/;
const listItem = /^(\s*)([-*+•–]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)$/;
const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const footnote = /^ {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*(.*)$/;
const reference = /^ {0,3}\[[^\]]{1,300}\]:[ \t]*\S/;
const attributes = /^\s*\{::?\/?[^{}]*\}\s*$/;
const include = /^\s*(\{%?-?\s*include[^{}]*\}|\{\{[^{}]*\}\}|!\[\[[^\][]*\]\]|\[\[?include[^\][]*\]\]?)\s*$/i;

class BlockReader {
  pictures = 0;
  includes = 0;
  readonly out: PassageCollector;
  private open: { kind: BodyKind; lines: string[]; place?: string; shape: Shape } | null = null;
  /** How far the items are indented that the open one lies in. */
  private indents: number[] = [];
  private inList = false;

  constructor(out: PassageCollector) {
    this.out = out;
  }

  read(lines: readonly string[], kind: BodyKind): void {
    for (let at = 0; at < lines.length;) at = this.block(lines, at, kind);
    this.flush();
    this.inList = false;
  }

  /** Reads what starts at a line and returns the line after it. */
  private block(lines: readonly string[], at: number, kind: BodyKind): number {
    const line = lines[at] ?? '';
    if (line.trim() === '') return (this.flush(), at + 1);
    if (/^\s*(```|~~~)/.test(line)) return this.code(lines, at);
    if (/^\s*\{::comment\}/.test(line)) return skipTo(lines, at, /\{:\/(comment)?\}/);
    if (attributes.test(line)) return (this.attributes(line), at + 1);
    if (include.test(line)) return (this.flush(), this.includes++, at + 1);
    if (/^ {0,3}>/.test(line)) return this.quote(lines, at);
    if (this.heading(lines, at)) return at + 1;
    if (this.underlined(line)) return at + 1;
    if (rule.test(line)) return (this.flush(), at + 1);
    if (isTableStart(lines, at)) return this.table(lines, at);
    const note = footnote.exec(line);
    if (note !== null) return (this.start('note', note[2] ?? '', `footnote ${note[1] ?? ''}`), at + 1);
    if (reference.test(line) && (this.open?.kind ?? 'note') === 'note') return at + 1;
    const item = listItem.exec(line);
    if (item !== null) {
      this.startItem(item[1] ?? '', item[2] ?? '', item[3] ?? '');
      this.inList = true;
      return at + 1;
    }
    this.plain(line, kind);
    return at + 1;
  }

  private plain(line: string, kind: BodyKind): void {
    if (this.open !== null) return void this.open.lines.push(line.trim());
    // After a blank line an indented paragraph still belongs to its list item; anything else ends the list.
    if (!/^(\s{2,}|\t)/.test(line)) this.inList = false;
    this.start(this.inList ? 'item' : kind, line.trim());
  }

  private heading(lines: readonly string[], at: number): boolean {
    const found = heading.exec(lines[at] ?? '');
    if (found === null) return false;
    const [, marks = '', rest = ''] = found;
    const spaced = /^ {0,3}#{1,6}(?:[ \t]|$)/.test(lines[at] ?? '');
    // "#growth" in running text is a tag; as words between blank lines, or with two marks, it is a heading.
    const alone =
      (lines[at - 1] ?? '').trim() === '' && (lines[at + 1] ?? '').trim() === '' && /\s\S.*[^.,;:!?\s]\s*$/.test(rest);
    if (!spaced && marks.length === 1 && !alone) return false;
    this.flush();
    this.inList = false;
    this.out.heading(marks.length, this.inline(rest.replace(/[ \t]+#+[ \t]*$/, '')));
    return true;
  }

  private underlined(line: string): boolean {
    if (this.open === null || this.open.kind === 'item' || !/^ {0,3}(=+|-{2,})[ \t]*$/.test(line)) return false;
    const text = this.open.lines.join(' ');
    this.open = null;
    this.out.heading(line.includes('=') ? 1 : 2, this.inline(text));
    return true;
  }

  private attributes(line: string): void {
    // Kramdown replaces the list above this mark by a table of contents.
    if (/\{:\s*toc/i.test(line)) this.open = null;
  }

  private code(lines: readonly string[], at: number): number {
    this.flush();
    const fence = /^\s*(```|~~~)/.exec(lines[at] ?? '')?.[1] ?? '```';
    let end = at + 1;
    while (end < lines.length && !(lines[end] ?? '').trimStart().startsWith(fence)) end++;
    this.out.body('code', lines.slice(at + 1, end).join('\n'));
    return end + 1;
  }

  private quote(lines: readonly string[], at: number): number {
    this.flush();
    let end = at;
    while (end < lines.length && /^ {0,3}>/.test(lines[end] ?? '')) end++;
    const inner = lines.slice(at, end).map((line) => line.replace(/^(?: {0,3}> ?)+/, ''));
    this.read(inner, 'quote');
    return end;
  }

  private table(lines: readonly string[], at: number): number {
    this.flush();
    const { rows, next } = readTable(lines, at);
    const number = this.out.nextTable();
    const header = (rows[0] ?? []).map((cell) => this.inline(cell).trim());
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const name = row === 0 ? 'header' : `row ${row}, ${header[column] || `column ${column + 1}`}`;
        this.out.body('cell', this.inline(cell), `table ${number}, ${name}`, { table: number, row, column });
      }
    }
    return next;
  }

  private start(kind: BodyKind, line: string, place?: string, shape: Shape = {}): void {
    this.flush();
    this.open = { kind, lines: [line], shape, ...(place === undefined ? {} : { place }) };
  }

  private startItem(indent: string, sign: string, text: string): void {
    const wide = indent.replaceAll('\t', '    ').length;
    if (!this.inList) this.indents = [];
    while ((this.indents.at(-1) ?? -1) >= wide) this.indents.pop();
    // One space more is a slip and no deeper list.
    if (this.indents.length > 0 && wide - (this.indents.at(-1) ?? 0) < 2) this.indents.pop();
    this.indents.push(wide);
    const depth = Math.min(20, this.indents.length - 1);
    this.start('item', text, undefined, { depth, mark: /\d/.test(sign) ? sign : '' });
  }

  private flush(): void {
    if (this.open === null) return;
    const { kind, lines, place, shape } = this.open;
    this.open = null;
    const text = this.inline(lines.map((line) => line.replace(/( {2,}|\\)$/, '')).join(' '));
    const html = /^\s*<h([1-6])\b[^<>]*>.*<\/h\1>\s*$/i.exec(lines.join(' '));
    if (html === null) this.out.body(kind, text, place, kind === 'item' ? { depth: 0, ...shape } : shape);
    else this.out.heading(Number(html[1]), text);
  }

  private inline(source: string): string {
    const { text, pictures } = plainInline(source);
    this.pictures += pictures;
    return text;
  }
}

function skipTo(lines: readonly string[], at: number, end: RegExp): number {
  const found = lines.findIndex((line, index) => index >= at && end.test(line));
  return found < 0 ? lines.length : found + 1;
}
