/** A web page as passages: its running text, headings, lists and tables; nothing of it is run, drawn or fetched. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type BodyKind, collectPassages, type PassageCollector, type ReadDocument, type Shape } from './passages.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** Reads a whole page. */
export function readHtml(text: string): ReadDocument {
  refuseLarge(text);
  const page = parse(text);
  const walker = new HtmlWalker();
  walker.blocks(page, { kind: 'paragraph', depth: -1 }, 0);
  walker.flush();
  const { passages, firstHeading } = walker.out.finish();
  const notes: ImportNote[] =
    walker.pictures === 0 ? [] : [{ code: 'pictures-left-out', params: { count: walker.pictures } }];
  const title = firstHeading ?? (walker.title.trim() || null);
  return { title, language: walker.language, passages, notes };
}

/** Before the tree is built: each tag costs many times its bytes in memory. */
function refuseLarge(text: string): void {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1))
    if (++tags > limits.xmlElements) throw new Refusal('import-too-many', { limit: limits.xmlElements, what: 'tags' });
  refuseWide(text);
}

/** A tag with very many attributes: each is compared with all before it. */
function refuseWide(text: string): void {
  // Comments and programs are no tags; of a tag, values between quotes count once.
  const pieces = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1|$)|<[a-z]/giu;
  for (let piece = pieces.exec(text); piece !== null; piece = pieces.exec(text)) {
    if (piece[0].length > 2) continue;
    let attributes = 0;
    const words = />|"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s/>"']+/gu;
    words.lastIndex = pieces.lastIndex;
    for (let word = words.exec(text); word !== null && word[0] !== '>'; word = words.exec(text)) {
      pieces.lastIndex = words.lastIndex;
      if (++attributes > limits.xmlAttributes * 4)
        throw new Refusal('import-xml-unsafe', { part: 'the page', problem: 'a tag with too many attributes' });
    }
  }
}

/** What the text around says of a block: its kind, and how deep in lists it lies. */
type Around = { readonly kind: BodyKind; readonly depth: number; readonly ordered?: boolean };

const leftOut = new Set(
  'script,style,noscript,template,svg,math,nav,iframe,object,button,select,textarea,input,head,canvas,audio,video'.split(
    ',',
  ),
);
const blocks = new Set(
  'address,article,aside,blockquote,body,caption,center,dd,details,div,dl,dt,fieldset,figcaption,figure,footer,form,header,hr,html,legend,main,p,pre,section,summary'.split(
    ',',
  ),
);

class HtmlWalker {
  readonly out: PassageCollector = collectPassages();
  pictures = 0;
  title = '';
  language: string | null = null;
  private words = '';
  private open: { readonly kind: BodyKind; readonly shape: Shape } = { kind: 'paragraph', shape: {} };

  blocks(node: Node, around: Around, level: number): void {
    if (level > limits.xmlDepth)
      throw new Refusal('import-xml-unsafe', { part: 'the page', problem: 'tags nested too deeply' });
    if (!('childNodes' in node)) return;
    let number = 0;
    for (const child of node.childNodes) {
      if (child.nodeName === '#text') this.words += textOf(child);
      else if ('tagName' in child) {
        if (child.tagName === 'li') number += 1;
        this.element(child, around, number, level + 1);
      }
    }
  }

  /** Ends the block that is open. */
  flush(): void {
    const text = this.words.replaceAll(/[ \t\r\n\f\u00A0]+/gu, ' ').replaceAll(/ ?\u2028 ?/gu, '\n');
    const { kind, shape } = this.open;
    this.words = '';
    this.open = { kind: 'paragraph', shape: {} };
    if (text.trim() !== '') this.out.body(kind, text, undefined, shape);
  }

  private element(element: Element, around: Around, number: number, level: number): void {
    const { tagName: tag } = element;
    if (tag === 'html') this.language = attribute(element, 'lang');
    if (tag === 'head') this.title = titleIn(element);
    if (leftOut.has(tag) || attribute(element, 'hidden') !== null) return;
    if (tag === 'img' || tag === 'picture') this.pictures += 1;
    else if (tag === 'br') this.words += '\u2028';
    else if (/^h[1-6]$/u.test(tag)) this.heading(element, Number(tag[1]), level);
    else if (tag === 'table') this.table(element, around, level);
    else if (tag === 'ul' || tag === 'ol') {
      this.flush();
      this.blocks(element, { kind: 'item', depth: around.depth + 1, ordered: tag === 'ol' }, level);
      this.flush();
    } else if (tag === 'li') {
      this.flush();
      const mark = around.ordered === true ? `${number}.` : '';
      this.open = { kind: 'item', shape: { depth: Math.min(20, Math.max(0, around.depth)), mark } };
      this.blocks(element, { kind: 'paragraph', depth: Math.max(0, around.depth) }, level);
      this.flush();
    } else if (blocks.has(tag)) this.block(element, around, level);
    else this.blocks(element, around, level);
  }

  private block(element: Element, around: Around, level: number): void {
    const kind = element.tagName === 'blockquote' ? 'quote' : element.tagName === 'pre' ? 'code' : around.kind;
    // A paragraph at the start of a list item is the item itself.
    if (this.words.trim() !== '') this.flush();
    if (this.open.kind === 'paragraph' && kind !== 'item') this.open = { kind, shape: {} };
    this.blocks(element, { kind, depth: around.depth }, level);
    if (this.words.trim() !== '') this.flush();
  }

  private heading(element: Element, size: number, level: number): void {
    this.flush();
    this.out.heading(size, this.inner(element, level));
  }

  private table(element: Element, around: Around, level: number): void {
    this.flush();
    const rows = rowsOf(element, level);
    // A table of one column is a frame around text, and so is one with tables in it.
    if (rows.every((row) => row.length <= 1) || rows.flat().some((cell) => holdsBlocks(cell, 0))) {
      for (const cell of rows.flat()) this.block(cell, around, level + 2);
      return;
    }
    const table = this.out.nextTable();
    const header = (rows[0] ?? []).map((cell) => this.inner(cell, level).slice(0, 60).toWellFormed());
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const name = row === 0 ? 'header' : `row ${row}, ${header[column] || `column ${column + 1}`}`;
        this.out.body('cell', this.inner(cell, level), `table ${table}, ${name}`, { table, row, column });
      }
    }
  }

  /** The text of an element by itself. */
  private inner(element: Element, level: number): string {
    const { words, open } = this;
    this.words = '';
    this.gather(element, level);
    const text = this.words.replaceAll(/\s+/gu, ' ').trim();
    this.words = words;
    this.open = open;
    return text;
  }

  private gather(node: Node, level: number): void {
    if (level > limits.xmlDepth)
      throw new Refusal('import-xml-unsafe', { part: 'the page', problem: 'tags nested too deeply' });
    if (node.nodeName === '#text') this.words += textOf(node);
    else if ('childNodes' in node && !leftOut.has(node.nodeName)) {
      for (const child of node.childNodes) this.gather(child, level + 1);
      if (blocks.has(node.nodeName) || node.nodeName === 'li' || node.nodeName === 'br') this.words += ' ';
    }
  }
}

function rowsOf(table: Element, level: number): Element[][] {
  if (level > limits.xmlDepth) return [];
  return table.childNodes.flatMap((part) => {
    if (!('tagName' in part)) return [];
    if (/^(thead|tbody|tfoot)$/u.test(part.tagName)) return rowsOf(part, level + 1);
    if (part.tagName !== 'tr') return [];
    const cells = part.childNodes.filter((cell): cell is Element => 'tagName' in cell && /^t[dh]$/u.test(cell.tagName));
    return [cells];
  });
}

function holdsBlocks(element: Element, level: number): boolean {
  return element.childNodes.some(
    (child) =>
      'tagName' in child &&
      (child.tagName === 'table' || /^h[1-6]$/u.test(child.tagName) || (level < 20 && holdsBlocks(child, level + 1))),
  );
}

function titleIn(head: Element): string {
  const title = head.childNodes.find((child): child is Element => child.nodeName === 'title');
  return title?.childNodes.map((child) => (child.nodeName === '#text' ? textOf(child) : '')).join('') ?? '';
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** NUL, which the rules for pages turn into a sign of a lost letter, is dropped. */
function textOf(node: Node): string {
  return 'value' in node ? node.value.replaceAll('\0', '') : '';
}
