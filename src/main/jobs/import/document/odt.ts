/** An OpenDocument text as passages. */
import type { ImportNote, ImportNoteCode } from '../../../../shared/api/import-notes.ts';
import { walkXml, type XmlTag } from '../guard/xml.ts';
import { openZip } from '../guard/zip.ts';
import { Refusal } from '../refusal.ts';
import { readPart } from './office-package.ts';
import { type BodyKind, collectPassages, type PassageCollector, type ReadDocument, type Shape } from './passages.ts';

/** Reads a whole document; `bytes` is the file as it came. */
export function readOdt(bytes: Buffer): ReadDocument {
  const zip = openZip(bytes);
  const budget = { tags: 0 };
  const manifest = 'META-INF/manifest.xml';
  if (zip.has(manifest)) {
    const open = ({ name }: XmlTag): void => {
      if (name.endsWith('encryption-data')) throw new Refusal('import-encrypted');
    };
    walkXml(manifest, readPart(zip, manifest), { open }, budget);
  }
  const properties = zip.has('meta.xml') ? readMeta(readPart(zip, 'meta.xml')) : new Map<string, string>();
  const walker = new OdtWalker();
  walkXml('content.xml', readPart(zip, 'content.xml'), walker, budget);
  const { passages, firstHeading } = walker.out.finish();
  const counts: readonly (readonly [ImportNoteCode, number])[] = [
    ['pictures-left-out', walker.pictures],
    ['comments-left-out', walker.comments],
    ['contents-left-out', walker.contents],
  ];
  const notes: ImportNote[] = counts.flatMap(([code, count]) => (count > 0 ? [{ code, params: { count } }] : []));
  const title = properties.get('dc:title')?.trim() || firstHeading;
  return { title, language: properties.get('dc:language')?.trim() || null, passages, notes };
}

function readMeta(xml: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let inside = '';
  walkXml('meta.xml', xml, {
    open: ({ name }) => (inside = name),
    close: () => (inside = ''),
    text: (text) => inside !== '' && found.set(inside, (found.get(inside) ?? '') + text),
  });
  return found;
}

/** What is skipped with all that it holds. */
const skipped: Readonly<Record<string, 'comments' | 'contents' | 'silent'>> = {
  'office:annotation': 'comments',
  'text:table-of-content': 'contents',
  'text:illustration-index': 'contents',
  'text:table-index': 'contents',
  'text:alphabetical-index': 'contents',
  'text:tracked-changes': 'silent',
  'office:scripts': 'silent',
  'text:ruby-text': 'silent',
  'svg:title': 'silent',
  'svg:desc': 'silent',
};

type Cell = { words: string; readonly row: number; readonly column: number };
type Table = { readonly cells: Cell[]; row: number; column: number };

class OdtWalker {
  readonly out: PassageCollector = collectPassages();
  pictures = 0;
  comments = 0;
  contents = 0;
  private skipping = 0;
  private words: string | null = null;
  private level = 0;
  /** Items counted in each open list. */
  private readonly lists: number[] = [];
  private freshItem = false;
  private readonly tables: Table[] = [];
  /** Text around a footnote that is open. */
  private noteIn: { readonly words: string | null; readonly level: number } | null = null;
  private readonly notes: string[] = [];
  private footnotes = 0;
  private pages = 1;

  readonly open = (tag: XmlTag): void => {
    const { name, attributes } = tag;
    const skip = skipped[name];
    if (skip !== undefined && this.skipping === 0 && skip !== 'silent') this[skip] += 1;
    if (skip !== undefined || this.skipping > 0) return void (this.skipping += 1);
    if (name === 'text:h' || name === 'text:p') {
      this.words = '';
      this.level = name === 'text:h' ? Math.min(6, Math.max(1, Number(attributes['text:outline-level']) || 1)) : 0;
    } else if (name === 'text:s') this.add(' '.repeat(Math.min(100, Number(attributes['text:c'] ?? 1) || 1)));
    else if (name === 'text:tab') this.add('\t');
    else if (name === 'text:line-break') this.add('\n');
    else if (name === 'text:soft-page-break') this.out.page(++this.pages);
    else if (name === 'draw:image') this.pictures += 1;
    else if (name === 'text:list') this.lists.push(0);
    else if (name === 'text:list-item') {
      this.lists[this.lists.length - 1] = (this.lists.at(-1) ?? 0) + 1;
      this.freshItem = true;
    } else if (name === 'table:table') this.tables.push({ cells: [], row: -1, column: -1 });
    else if (name === 'table:table-row') this.nextRow();
    else if (name === 'table:table-cell') this.nextCell();
    else if (name === 'text:note') this.noteIn = { words: this.words, level: this.level };
  };

  readonly text = (text: string): void => {
    if (this.skipping === 0) this.add(text);
  };

  readonly close = (name: string): void => {
    if (this.skipping > 0) return void (this.skipping -= 1);
    if (name === 'text:h' || name === 'text:p') this.paragraph();
    else if (name === 'text:note-citation') this.words = this.noteIn?.words ?? this.words;
    else if (name === 'text:list') this.lists.pop();
    else if (name === 'text:note' && this.noteIn !== null) {
      ({ words: this.words, level: this.level } = this.noteIn);
      this.noteIn = null;
    } else if (name === 'table:table') this.table();
  };

  private add(text: string): void {
    if (this.words !== null) this.words += text;
  }

  private paragraph(): void {
    const text = this.words ?? '';
    this.words = null;
    if (this.noteIn !== null) return void this.notes.push(text);
    const cell = this.tables.at(-1)?.cells.at(-1);
    if (cell !== undefined) cell.words += `${cell.words === '' ? '' : '\n'}${text}`;
    else if (this.level > 0) this.out.heading(this.level, text);
    else {
      const [kind, shape] = this.kind();
      this.out.body(kind, text, undefined, shape);
    }
    this.freshItem = false;
    if (cell === undefined) this.flushNotes();
  }

  private kind(): readonly [BodyKind, Shape] {
    if (this.lists.length === 0) return ['paragraph', {}];
    // Whether a list has numbers stands in its style; a second paragraph of an item has no sign of its own.
    return this.freshItem ? ['item', { depth: Math.min(20, this.lists.length - 1) }] : ['paragraph', {}];
  }

  private flushNotes(): void {
    for (const note of this.notes.splice(0)) this.out.body('note', note, `footnote ${++this.footnotes}`);
  }

  private nextRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    table.row += 1;
    table.column = -1;
  }

  private nextCell(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    table.column += 1;
    table.cells.push({ words: '', row: table.row, column: table.column });
  }

  private table(): void {
    const done = this.tables.pop();
    if (done === undefined) return;
    const outer = this.tables.at(-1)?.cells.at(-1);
    // A table within a cell is read as the text of that cell.
    if (outer !== undefined) return void (outer.words += `\n${done.cells.map(({ words }) => words).join('\n')}`);
    if (done.cells.every(({ column }) => column === 0))
      for (const { words } of done.cells) this.out.body('paragraph', words);
    else {
      const table = this.out.nextTable();
      const header = done.cells.filter(({ row }) => row === 0).map(({ words }) => words.replaceAll('\n', ' ').trim());
      for (const { words, row, column } of done.cells) {
        const name =
          row === 0 ? 'header' : `row ${row}, ${header[column]?.slice(0, 60).toWellFormed() || `column ${column + 1}`}`;
        this.out.body('cell', words, `table ${table}, ${name}`, { table, row, column });
      }
    }
    this.flushNotes();
  }
}
