/** Reads the rows of one sheet as a stream: every cell as the text that a person sees, days as ISO dates. */
import { walkXml } from '../../guard/xml.ts';
import { limits } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import type { RowListener } from '../rows.ts';
import { localName, unescapeText, type Workbook } from './parts.ts';

/** Hands every row with something in it to the listener; `line` is the row of the sheet, counted from 1. */
export function readSheet(book: Workbook, part: string, onRow: RowListener): void {
  const xml = book.read(part);
  const spread = mergedDown(xml);
  const reader = new SheetReader(book, (cells, line) => {
    spread(cells, line);
    if (cells.some((cell) => cell.trim() !== '')) onRow(cells, line);
  });
  walkXml(
    part,
    xml,
    {
      open: ({ name, attributes }) => reader.open(localName(name), attributes),
      close: (name) => reader.close(localName(name)),
      text: (text) => reader.text(text),
    },
    { tags: 0, most: limits.sheetElements },
  );
}

type Attributes = Readonly<Record<string, string>>;

class SheetReader {
  private row = 0;
  private rows = 0;
  private cells: string[] = [];
  private column = -1;
  private kind = 'n';
  private style = 0;
  private value = '';
  private formula = '';
  private letters = 0;
  private inside: 'value' | 'formula' | null = null;
  private hasFormula = false;
  private phonetic = 0;
  private readonly book: Workbook;
  private readonly onRow: (cells: string[], line: number) => void;

  constructor(book: Workbook, onRow: (cells: string[], line: number) => void) {
    this.book = book;
    this.onRow = onRow;
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === 'row') {
      const given = Number(attributes['r']);
      this.row = Number.isSafeInteger(given) && given > this.row ? given : this.row + 1;
      this.cells = [];
      this.column = -1;
    } else if (tag === 'c') {
      this.column = attributes['r'] === undefined ? this.column + 1 : columnOf(attributes['r'], this.column + 1);
      this.kind = attributes['t'] ?? 'n';
      this.style = Number(attributes['s'] ?? 0);
      this.value = '';
      this.formula = '';
      this.hasFormula = false;
    } else if (tag === 'v') this.inside = 'value';
    else if (tag === 't') this.inside = this.phonetic === 0 ? 'value' : null;
    else if (tag === 'rPh') this.phonetic++;
    else if (tag === 'f') {
      this.hasFormula = true;
      this.inside = 'formula';
    }
  }

  text(text: string): void {
    if (this.inside === 'value') this.value += text;
    else if (this.inside === 'formula') this.formula += text;
  }

  close(tag: string): void {
    if (tag === 'c') this.place(this.shown());
    else if (tag === 'row') {
      if (this.cells.length === 0) return;
      if (++this.rows > limits.rows) throw new Refusal('import-too-many', { limit: limits.rows, what: 'rows' });
      this.onRow(this.cells, this.row);
    } else if (tag === 'rPh') this.phonetic--;
    else if (tag === 'v' || tag === 't' || tag === 'f') this.inside = null;
  }

  private place(text: string): void {
    if (text === '') return;
    if (this.column >= limits.columns) throw new Refusal('import-too-many', { limit: limits.columns, what: 'columns' });
    if (text.length > limits.fieldBytes)
      throw new Refusal('import-field-too-large', { line: this.row, limit: limits.fieldBytes / 1_000_000 });
    if (text.includes('\0') || !text.isWellFormed())
      throw new Refusal('import-text-unsafe', { problem: 'a broken character', place: `row ${this.row}` });
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
    // One long text that many cells share would be spread out to more than any file can hold.
    this.letters += text.length;
    if (this.letters > limits.textBytes)
      throw new Refusal('import-archive-bomb', { part: 'the sheet', limit: limits.textBytes / 1_000_000 });
  }

  /** What the cell shows; a formula without a result stands as it is written, so that it can be told. */
  private shown(): string {
    if (this.value === '') return this.hasFormula && this.kind !== 'str' ? `=${this.formula.trim() || '…'}` : '';
    switch (this.kind) {
      case 's':
        return this.book.texts[Number(this.value)] ?? '';
      case 'b':
        return this.value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return '';
      case 'd':
        return this.value.slice(0, 10);
      case 'n':
        return this.book.isDay(this.style) ? dayOf(this.value, this.book.from1904) : plainNumber(this.value);
      default:
        return unescapeText(this.value);
    }
  }
}

/** The column of "AB12", counted from 0. */
function columnOf(reference: string, otherwise: number): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? otherwise : column - 1;
}

/** The day of a count of days; a spreadsheet believes that 1900 was a leap year. */
function dayOf(value: string, from1904: boolean): string {
  const count = Number(value);
  if (!Number.isFinite(count) || count < 0 || count > 2_958_465) return value;
  const days = Math.floor(from1904 ? count + 1462 : count < 60 ? count + 1 : count);
  return new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** "3.0000000000000004" and "1E+2" as a person would write them. */
function plainNumber(value: string): string {
  if (!/[.eE]/.test(value)) return value;
  const number = Number(value);
  return Number.isFinite(number) ? String(Number(number.toPrecision(12))) : value;
}

/** Cells that were merged downwards belong to every row that they reach over. */
function mergedDown(xml: string): (cells: string[], line: number) => void {
  const areas: { column: number; first: number; last: number; text: string }[] = [];
  const tail = xml.slice(xml.lastIndexOf('</sheetData>'));
  for (const [, left = '', top, right = '', bottom] of tail.matchAll(
    /mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    if (areas.length >= 500) break;
    if (left !== right || top === bottom) continue;
    areas.push({ column: columnOf(left, 0), first: Number(top), last: Number(bottom), text: '' });
  }
  const byColumn = Map.groupBy(areas, (area) => area.column);
  return (cells, line) => {
    for (const [column, own] of byColumn) {
      const area = own.find(({ first, last }) => line >= first && line <= last);
      if (area === undefined) continue;
      if (line === area.first) area.text = cells[column] ?? '';
      else if (area.text !== '') {
        while (cells.length <= column) cells.push('');
        cells[column] = area.text;
      }
    }
  };
}
