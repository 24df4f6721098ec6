/** Reads a PDF by its tags, which say what is a heading, an item of a list or a cell of a table. */
import type { Block } from './pdf-blocks.ts';
import { linesOf, type Piece } from './pdf-pieces.ts';
import type { LineJoiner } from './pdf-words.ts';

/** The tags of a page as a tree; a leaf names the pieces that it marks. */
export type TagNode = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TagNode[];
};

/** What is known while one walks over the pages. */
export type TagState = { tables: number; contents: number; pictures: number };

/** The share of a page's letters that its tags hold, from 0 to 1. */
export function taggedShare(tree: TagNode | null, pieces: readonly Piece[]): number {
  const ids = new Set(tree === null ? [] : leaves(tree));
  const count = (some: readonly Piece[]): number => some.reduce((sum, { text }) => sum + text.trim().length, 0);
  const all = count(pieces);
  return all === 0 ? 1 : count(pieces.filter(({ tag }) => tag !== null && ids.has(tag))) / all;
}

/** The blocks of a page in the order of its tags. */
export function readTagged(
  page: number,
  tree: TagNode,
  pieces: readonly Piece[],
  join: LineJoiner,
  state: TagState,
): readonly Block[] {
  const byTag = Map.groupBy(pieces, ({ tag }) => tag ?? '');
  const walker = new TagWalker(page, byTag, join, state);
  walker.walk(tree, { kind: 'paragraph', depth: -1, mark: '' });
  walker.flush();
  return inPlace(walker.blocks, walker.boxes, join);
}

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
};

function boxOf(pieces: readonly Piece[]): Box {
  return {
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    top: Math.max(...pieces.map(({ y, size }) => y + size)),
    bottom: Math.min(...pieces.map(({ y }) => y)),
    size: pieces[0]?.size ?? 0,
  };
}

/** A paragraph whose words in italics were tagged as a paragraph of their own. */
function isOne(before: { block: Block; box: Box }, { block, box }: { block: Block; box: Box }): boolean {
  return (
    before.block.kind === 'paragraph' &&
    block.kind === 'paragraph' &&
    Math.abs(before.box.size - box.size) < 1 &&
    before.box.bottom - box.top <= box.size * 0.7 &&
    before.box.top > box.bottom &&
    !/[.!?:;]["'’”)]*$/u.test(before.block.text)
  );
}

/** Programs that set pages out of frames tag a heading after the text that it stands above; it goes back to its place. */
function inPlace(blocks: readonly Block[], boxes: readonly Box[], join: LineJoiner): readonly Block[] {
  const done: { block: Block; box: Box }[] = [];
  for (const [at, block] of blocks.entries()) {
    const box = boxes[at];
    if (box === undefined) continue;
    const above =
      block.kind !== 'heading'
        ? -1
        : done.findIndex(
            (one) => one.box.top <= box.bottom + 4 && one.box.left < box.right + 40 && box.left < one.box.right,
          );
    const before = done.at(-1);
    if (above < 0 && before !== undefined && isOne(before, { block, box })) {
      const text = join([before.block.text, block.text]);
      done[done.length - 1] = { block: { ...before.block, text }, box: { ...box, top: before.box.top } };
    } else if (above < 0) done.push({ block, box });
    else done.splice(above, 0, { block, box });
  }
  return done.map(({ block }) => block);
}

type Around = {
  readonly kind: 'paragraph' | 'item' | 'quote' | 'note' | 'code';
  readonly depth: number;
  readonly mark: string;
};

const inline = new Set([
  'Span',
  'Link',
  'Em',
  'Strong',
  'Annot',
  'Quote',
  'Code',
  'BibEntry',
  'Sub',
  'Sup',
  'Ruby',
  'Warichu',
]);

class TagWalker {
  readonly blocks: Block[] = [];
  readonly boxes: Box[] = [];
  private open: Piece[] = [];
  private around: Around = { kind: 'paragraph', depth: -1, mark: '' };
  private readonly later: TagNode[] = [];
  private readonly page: number;
  private readonly byTag: ReadonlyMap<string, readonly Piece[]>;
  private readonly join: LineJoiner;
  private readonly state: TagState;

  constructor(page: number, byTag: ReadonlyMap<string, readonly Piece[]>, join: LineJoiner, state: TagState) {
    this.page = page;
    this.byTag = byTag;
    this.join = join;
    this.state = state;
  }

  walk(node: TagNode, around: Around): void {
    if (node.type === 'content') return this.take(node, around);
    const role = node.role ?? '';
    const level = /^(?:H([1-6]?)|Title)$/u.exec(role);
    if (level !== null) return this.block(node, 'heading', Number(level[1] || 1));
    switch (role) {
      case 'TOC':
      case 'Index':
        this.flush();
        this.state.contents += leaves(node).length;
        return undefined;
      case 'Figure':
      case 'Formula':
        this.state.pictures += 1;
        return undefined;
      case 'Reference':
      case 'Lbl':
        return undefined;
      case 'Note':
      case 'FENote':
        return void this.later.push(node);
      case 'Table':
        return this.table(node);
      case 'LI':
        return this.item(node, around);
      case 'L':
        return this.inside(node, { kind: 'item', depth: around.depth + 1, mark: '' });
      case 'BlockQuote':
        return this.inside(node, { ...around, kind: 'quote' });
      case 'P':
      case 'Caption':
        return this.inside(node, around);
      default:
        if (inline.has(role) || role === 'LBody') return this.children(node, around);
        return this.inside(node, around);
    }
  }

  /** Ends the block that is open, and then gives the notes that it refers to. */
  flush(): void {
    const pieces = this.open;
    const text = this.textOf(pieces);
    const { kind, depth, mark } = this.around;
    this.open = [];
    this.around = { kind: 'paragraph', depth: -1, mark: '' };
    if (text !== '') this.add(kind, 0, text, kind === 'item' ? { depth: Math.max(0, depth), mark } : {}, pieces);
    for (const note of this.later.splice(0)) {
      const own = this.piecesOf(note);
      const words = this.textOf(own);
      if (words !== '') this.add('note', 0, words, {}, own);
    }
  }

  private inside(node: TagNode, around: Around): void {
    // A paragraph that begins an item is the item itself, with its number.
    if (this.open.length > 0 || around.kind !== 'item') this.flush();
    this.children(node, around);
    if (this.open.length > 0) this.flush();
  }

  private children(node: TagNode, around: Around): void {
    for (const child of mendTables(node.children ?? [])) this.walk(child, around);
  }

  private take({ id = '' }: TagNode, around: Around): void {
    if (this.open.length === 0) this.around = around;
    this.open.push(...(this.byTag.get(id) ?? []));
  }

  private block(node: TagNode, kind: Block['kind'], level: number): void {
    this.flush();
    const pieces = this.piecesOf(node);
    const text = this.textOf(pieces);
    if (text !== '') this.add(kind, level, text, {}, pieces);
  }

  private item(node: TagNode, around: Around): void {
    this.flush();
    const label = node.children?.find(({ role }) => role === 'Lbl');
    const sign = label === undefined ? '' : this.textOf(this.piecesOf(label));
    const mark = /[\p{L}\d]/u.test(sign) && sign.length <= 12 ? sign : '';
    const item: Around = { kind: 'item', depth: Math.min(20, Math.max(0, around.depth)), mark };
    this.children(node, item);
    this.flush();
  }

  private table(node: TagNode): void {
    this.flush();
    const rows = rowsOf(node);
    const frame = rows.every((row) => row.length <= 1);
    if (frame) return rows.flat().forEach((cell) => this.inside(cell, { kind: 'paragraph', depth: -1, mark: '' }));
    this.state.tables += 1;
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const pieces = this.piecesOf(cell);
        const text = this.textOf(pieces);
        if (text !== '') this.add('cell', 0, text, { table: this.state.tables, row, column }, pieces);
      }
    }
  }

  private add(kind: Block['kind'], level: number, text: string, shape: Block['shape'], pieces: readonly Piece[]): void {
    this.blocks.push({ kind, level, text, page: this.page, shape });
    this.boxes.push(boxOf(pieces));
  }

  private piecesOf(node: TagNode): readonly Piece[] {
    return leaves(node).flatMap((id) => this.byTag.get(id) ?? []);
  }

  private textOf(pieces: readonly Piece[]): string {
    return this.join(linesOf(pieces).map(({ text }) => text))
      .trim()
      .replace(/^[•▪●◦]\s*/u, '');
  }
}

/** The tree of a page breaks a row at a link in it: what then stands beside the table goes back into it. */
function mendTables(children: readonly TagNode[]): readonly TagNode[] {
  const first = children.findIndex(({ role }) => role === 'Table');
  const table = children[first];
  if (table === undefined) return children;
  const next = children.findIndex(({ role }, at) => at > first && role === 'Table');
  const end = next < 0 ? children.length : next;
  const last = children.findLastIndex(({ role }, at) => at > first && at < end && role === 'TR');
  const rest = mendTables(children.slice(last < 0 ? end : last + 1));
  if (last < 0) return [...children.slice(0, end), ...rest];
  const rows = rowsOf(table);
  const width = rows[0]?.length ?? 0;
  let stray: TagNode[] = [];
  for (const node of children.slice(first + 1, last + 1)) {
    if (node.role !== 'TR') {
      stray.push(node);
      continue;
    }
    const [cells = []] = rowsOf({ children: [node] });
    const row = rows.at(-1) ?? [];
    if (row.length >= width) rows.push(cells);
    else {
      const before = row.at(-1);
      if (stray.length > 0 && (row.length + 1 + cells.length <= width || before === undefined))
        row.push({ role: 'TD', children: stray });
      else if (before !== undefined) row[row.length - 1] = { role: 'TD', children: [before, ...stray] };
      row.push(...cells);
    }
    stray = [];
  }
  const whole: TagNode = { role: 'Table', children: rows.map((row) => ({ role: 'TR', children: row })) };
  return [...children.slice(0, first), whole, ...rest];
}

function rowsOf(node: TagNode): TagNode[][] {
  return (node.children ?? []).flatMap((child) => {
    if (child.role === 'TR') return [(child.children ?? []).filter(({ role }) => role === 'TH' || role === 'TD')];
    return /^T(Head|Body|Foot)$/u.test(child.role ?? '') ? rowsOf(child) : [];
  });
}

function leaves(node: TagNode): string[] {
  if (node.type === 'content') return node.id === undefined ? [] : [node.id];
  return (node.children ?? []).flatMap(leaves);
}
