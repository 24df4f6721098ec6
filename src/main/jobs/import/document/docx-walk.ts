/** Walks through Word's text as mammoth reads it and collects its passages in reading order. */
import { collectPassages, type BodyKind, type PassageCollector } from './passages.ts';

/** The part of mammoth's tree that is used here; it publishes no types for it. */
export type WordNode = {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly checked?: boolean;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string | number; readonly isOrdered: boolean } | null;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly breakType?: string;
  readonly body?: readonly WordNode[];
};

/** A whole document in mammoth's tree. */
export type WordDocument = WordNode & {
  readonly notes: { resolve(reference: WordNode): WordNode | null };
};

/** What the walk found besides passages. */
export type Walked = ReturnType<PassageCollector['finish']> & {
  readonly comments: number;
  /** Lines of generated contents that were left out. */
  readonly contents: number;
  /** The text in Word's own style for titles. */
  readonly title: string | null;
};

/** Collects the passages; `levels` maps style ids to heading levels. */
export function walkDocument(document: WordDocument, levels: ReadonlyMap<string, number>): Walked {
  const walker = new Walker(document, levels);
  walker.blocks(document.children ?? [], 'paragraph');
  return { ...walker.out.finish(), comments: walker.comments, contents: walker.contents, title: walker.title };
}

const contentsStyle = /^(toc \d|toc heading|table of figures|table of authorities|index \d)$/i;

class Walker {
  comments = 0;
  contents = 0;
  title: string | null = null;
  readonly out: PassageCollector = collectPassages();
  private notes: WordNode[] = [];
  private footnotes = 0;
  /** Numbers of the list that is open, by depth: Word keeps none in its text. */
  private counts: number[] = [];
  private inContents = false;
  private readonly document: WordDocument;
  private readonly levels: ReadonlyMap<string, number>;

  constructor(document: WordDocument, levels: ReadonlyMap<string, number>) {
    this.document = document;
    this.levels = levels;
  }

  blocks(nodes: readonly WordNode[], kind: BodyKind, place?: string): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.paragraph(node, kind, place);
      else if (node.type === 'table') this.table(node);
      else if (node.children !== undefined) this.blocks(node.children, kind, place);
    }
  }

  private paragraph(node: WordNode, kind: BodyKind, place?: string): void {
    const text = this.text(node);
    const style = node.styleName ?? '';
    if (contentsStyle.test(style)) this.leaveOut(text);
    else if (text.trim() !== '') {
      this.inContents = false;
      const level = this.headingLevel(node);
      if (level > 0) {
        this.counts = [];
        this.out.heading(level, text);
      } else this.body(node, kind === 'paragraph' ? this.kindOf(node) : kind, text, place);
    }
    this.flushNotes();
  }

  private body(node: WordNode, kind: BodyKind, text: string, place?: string): void {
    if (kind !== 'item') {
      this.counts = [];
      return this.out.body(kind, text, place);
    }
    const depth = Math.min(20, Math.max(0, Number(node.numbering?.level ?? 0) || 0));
    this.counts.length = Math.min(this.counts.length, depth + 1);
    const count = (this.counts[depth] ?? 0) + 1;
    this.counts[depth] = count;
    this.out.body(kind, text, place, { depth, mark: node.numbering?.isOrdered === true ? `${count}.` : '' });
  }

  private headingLevel(node: WordNode): number {
    if (/^(book )?title$/i.test(node.styleName ?? '')) {
      this.title ??= this.text(node, false).trim() || null;
      return 1;
    }
    return this.levels.get(node.styleId ?? '') ?? Number(/^heading ([1-6])$/i.exec(node.styleName ?? '')?.[1] ?? 0);
  }

  private kindOf(node: WordNode): BodyKind {
    if (/quote/i.test(node.styleName ?? '')) return 'quote';
    return (node.numbering ?? null) !== null || /^list (paragraph|bullet|number)/i.test(node.styleName ?? '')
      ? 'item'
      : 'paragraph';
  }

  /** A generated list also takes its caption along, which stands right before its first line. */
  private leaveOut(text: string): void {
    if (text.trim() === '') return;
    const before = this.out.last();
    if (!this.inContents && before !== undefined && before.text.length <= 40 && captions.test(before.text))
      this.out.drop();
    this.inContents = true;
    this.contents++;
  }

  private table(table: WordNode): void {
    const rows = (table.children ?? []).filter(({ type }) => type === 'tableRow');
    const cells = rows.map((row) => row.children ?? []);
    // A table of one cell or one column is a frame around text.
    if (cells.every((row) => row.length <= 1)) return cells.forEach((row) => this.blocks(row, 'paragraph'));
    const number = this.out.nextTable();
    const header = (cells[0] ?? []).map((cell) => this.cellText(cell, false).replaceAll('\n', ' ').trim().slice(0, 60));
    for (const [row, columns] of cells.entries()) {
      for (const [column, cell] of columns.entries()) {
        const name = row === 0 ? 'header' : `row ${row}, ${header[column]?.toWellFormed() || `column ${column + 1}`}`;
        this.out.body('cell', this.cellText(cell), `table ${number}, ${name}`, { table: number, row, column });
        this.flushNotes();
      }
    }
  }

  private cellText(node: WordNode, counting = true): string {
    const parts = (node.children ?? []).map((child) =>
      child.type === 'paragraph' ? this.text(child, counting) : this.cellText(child, counting),
    );
    return parts.filter((part) => part.trim() !== '').join('\n');
  }

  private text(node: WordNode, counting = true): string {
    switch (node.type) {
      case 'text':
        return node.value ?? '';
      case 'tab':
        return '\t';
      case 'break':
        return node.breakType === 'line' ? '\n' : ' ';
      case 'checkbox':
        return node.checked === true ? '☒ ' : '☐ ';
      case 'noteReference':
        if (counting) this.notes.push(node);
        return '';
      case 'commentReference':
        if (counting) this.comments++;
        return '';
      default:
        return (node.children ?? []).map((child) => this.text(child, counting)).join('');
    }
  }

  /** Footnotes and endnotes follow the passage that refers to them, numbered as they come. */
  private flushNotes(): void {
    const pending = this.notes;
    this.notes = [];
    for (const reference of pending) {
      const note = this.document.notes.resolve(reference);
      const place = `${reference.noteType === 'endnote' ? 'endnote' : 'footnote'} ${++this.footnotes}`;
      const text = (note?.body ?? [])
        .map((block) => this.cellText({ type: 'note', children: [block] }, false))
        .join('\n');
      this.out.body('note', text, place);
    }
  }
}

const captions =
  /^(table of )?(contents|figures|tables|exhibits)$|^list of |^(inhalt|inhaltsverzeichnis|abbildungsverzeichnis|tabellenverzeichnis)$|^(table des matières|sommaire)$|^(índice|contenido|indice|sommario|sumário|inhoud|inhoudsopgave)$/i;
