/** Reads a PDF without tags: headings by size and face, paragraphs by space, lists by their signs. */
import type { Block } from './pdf-blocks.ts';
import { orderLines } from './pdf-order.ts';
import type { Line } from './pdf-pieces.ts';
import type { LineJoiner } from './pdf-words.ts';

/** The lines of a page. */
export type LinedPage = { readonly number: number; readonly lines: readonly Line[] };

/** The blocks of all pages in reading order. */
export function readLayout(pages: readonly LinedPage[], join: LineJoiner): readonly Block[] {
  const look = lookOf(pages.flatMap(({ lines }) => lines));
  const blocks: Block[] = [];
  let tables = 0;
  for (const { number, lines } of pages) {
    for (const region of orderLines(lines)) {
      if (region.kind === 'table') {
        tables += 1;
        for (const [row, cells] of region.rows.entries())
          for (const [column, text] of cells.entries())
            if (text !== '')
              blocks.push({ kind: 'cell', level: 0, text, page: number, shape: { table: tables, row, column } });
      } else blocks.push(...readText(region.lines, number, look, join));
    }
  }
  return blocks;
}

/** What running text looks like, and which sizes stand for which level of heading. */
type Look = {
  readonly size: number;
  readonly font: string;
  readonly sizes: readonly number[];
  readonly rare: ReadonlySet<string>;
};

function lookOf(lines: readonly Line[]): Look {
  const count = (key: (line: Line) => string | number): [string, number][] => {
    const counts = new Map<string, number>();
    for (const line of lines) counts.set(String(key(line)), (counts.get(String(key(line))) ?? 0) + line.text.length);
    return [...counts].toSorted((a, b) => b[1] - a[1]);
  };
  const size = Number(count((line) => rounded(line.size))[0]?.[0] ?? 10);
  const fonts = count(({ font }) => font);
  const all = fonts.reduce((sum, [, letters]) => sum + letters, 0);
  const larger = count((line) => rounded(line.size))
    .map(([one]) => Number(one))
    .filter((one) => one >= size * 1.14)
    .toSorted((a, b) => b - a);
  return {
    size,
    font: fonts[0]?.[0] ?? '',
    sizes: larger.filter((one, at) => at === 0 || one < (larger[at - 1] ?? 0) * 0.96).slice(0, 5),
    rare: new Set(fonts.slice(1).flatMap(([font, letters]) => (letters < all * 0.15 ? [font] : []))),
  };
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

const sign = /^([•▪●◦‣■□➢✓–—*-]|o(?=\s\p{Lu})|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/u;

function readText(lines: readonly Line[], page: number, look: Look, join: LineJoiner): readonly Block[] {
  const groups: { lines: Line[]; level: number }[] = [];
  const pitch = pitchOf(lines);
  const right = Math.max(...lines.map((line) => line.right));
  for (const line of lines) {
    const group = groups.at(-1);
    const level = levelOf(line, look);
    if (group !== undefined && goesOn(group, line, level, pitch, right)) group.lines.push(line);
    else groups.push({ lines: [line], level });
  }
  const left = Math.min(...lines.map(({ x }) => x));
  return groups.map(({ lines: own, level }) => {
    const text = join(own.map((line) => line.text));
    const item = sign.exec(text);
    // Bold running text of several lines is stressed and no heading.
    const heading = level > 0 && text.length <= 200 && (level < 7 || (own.length <= 2 && !/[.!?;,]$/u.test(text)));
    if (heading && (item === null || /\d/u.test(item[1] ?? '')))
      return {
        kind: 'heading',
        level: Math.min(6, level === 7 ? look.sizes.length + 1 : level),
        text,
        page,
        shape: {},
      };
    if (item === null) {
      const small = (own[0]?.size ?? 0) < look.size * 0.86 && /^\d{1,3}\s/u.test(text);
      return { kind: small ? 'note' : 'paragraph', level: 0, text, page, shape: {} };
    }
    const depth = Math.min(
      8,
      Math.max(0, Math.round(((own[0]?.x ?? left) - left) / (look.size * 1.8)) - (left < (own[0]?.x ?? 0) ? 1 : 0)),
    );
    const mark = /[\p{L}\d]/u.test(item[1] ?? '') && item[1] !== 'o' ? (item[1] ?? '') : '';
    return {
      kind: 'item',
      level: 0,
      text: text.slice(item[0].length),
      page,
      shape: { depth: Math.max(0, depth), mark },
    };
  });
}

/** Level of a heading by its size; 7 for a line in another face of the same size; 0 for running text. */
function levelOf(line: Line, look: Look): number {
  const at = look.sizes.findIndex((size) => rounded(line.size) >= size * 0.97);
  if (at >= 0) return at + 1;
  return look.rare.has(line.font) && line.size >= look.size * 0.97 && line.text.length < 100 ? 7 : 0;
}

/** The usual distance between two lines. */
function pitchOf(lines: readonly Line[]): number {
  const gaps = lines.slice(1).map((line, at) => (lines[at]?.y ?? 0) - line.y);
  const plain = gaps.filter((gap) => gap > 2).toSorted((a, b) => a - b);
  return plain[Math.floor(plain.length * 0.4)] ?? 14;
}

function goesOn(
  group: { readonly lines: readonly Line[]; readonly level: number },
  line: Line,
  level: number,
  pitch: number,
  right: number,
): boolean {
  const before = group.lines.at(-1);
  const first = group.lines[0];
  if (before === undefined || first === undefined || level !== group.level) return false;
  const gap = before.y - line.y;
  if (gap < 0 || gap > Math.max(pitch * 1.3, line.size * 1.45) || Math.abs(before.size - line.size) > 1.2) return false;
  if (sign.test(line.text)) return false;
  const ended = /[.!?:]["'’”)\]]*$/u.test(before.text);
  const short = before.right < right - line.size * 6;
  const indented = line.x > before.x + line.size * 0.8 && group.lines.length > 1;
  return !(ended && (short || indented));
}
