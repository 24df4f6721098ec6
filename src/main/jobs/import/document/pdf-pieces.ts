/** Text of a PDF page as it was drawn: pieces with their place, put together to lines. */

/** One drawn piece. `y` is its base line, measured upwards; all lengths are in points. */
export type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly leftwards: boolean;
  /** Id of the tag that it belongs to; null where nothing was tagged. */
  readonly tag: string | null;
};

/** Pieces that stand on one line without a wide gap. */
export type Line = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
};

/** A page with what was drawn on it, without what its tags call decoration. */
export type PdfPage = { readonly number: number; readonly height: number; readonly pieces: readonly Piece[] };

/** The lines of some pieces, in the order in which these were drawn. */
export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Open[] = [];
  for (const piece of pieces) {
    // The library puts a space where two cells of a table stand apart.
    if (piece.text.trim() === '' && piece.width > piece.size * 1.2) continue;
    const line = lines.at(-1);
    if (line !== undefined && belongs(line, piece)) extend(line, piece);
    else if (piece.text.trim() !== '') lines.push(begin(piece));
  }
  return lines.map(({ text, pieces: own, ...rest }) => ({
    ...rest,
    text: clean(isDrawnLeftwards(text, own) ? readRightwards(text) : text),
    font: mainFont(own),
  }));
}

/** Some programs write Arabic and Hebrew as it is seen, from left to right. */
function isDrawnLeftwards(text: string, pieces: readonly Piece[]): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  return own * 2 > letters && pieces.filter(({ leftwards }) => leftwards).length * 2 < pieces.length;
}

/** In the order in which it is read; numbers and Latin words in it keep theirs. */
function readRightwards(text: string): string {
  const turned = [...text].toReversed().join('');
  return turned.replaceAll(/[\p{Script=Latin}\d](?:[\p{Script=Latin}\d .,:%-]*[\p{Script=Latin}\d%])?/gu, (run) =>
    [...run].toReversed().join(''),
  );
}

/** Letters that were drawn as one sign become letters again, and odd spaces plain ones. */
function clean(text: string): string {
  return text
    .replaceAll(/[\uFB00-\uFB06\uFB1D-\uFDFF\uFE70-\uFEFC]/gu, (sign) => sign.normalize('NFKC'))
    .replaceAll(/[\p{Cc}\u00A0\u2000-\u200B]/gu, ' ')
    .replaceAll(/[\uF0A7\uF0B7\uF0A8\uF076\uF0D8\uF0FC\uF02D]/gu, '•')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
}

type Open = { text: string; x: number; right: number; y: number; size: number; font: string; pieces: Piece[] };

function begin(piece: Piece): Open {
  const { text, x, y, width, size, font } = piece;
  return { text, x, right: x + width, y, size, font, pieces: [piece] };
}

function belongs(line: Open, piece: Piece): boolean {
  const size = Math.max(line.size, piece.size);
  if (Math.abs(line.y - piece.y) > size * 0.5) return false;
  const gap = gapOf(line, piece);
  return gap > -size * 1.5 && gap < size * 1.4;
}

/** The empty room between a line and what comes next in its direction. */
function gapOf(line: Open, piece: Piece): number {
  return piece.leftwards ? line.x - (piece.x + piece.width) : piece.x - line.right;
}

function extend(line: Open, piece: Piece): void {
  // A raised number refers to a note; it is no word of the sentence.
  const raised = piece.size < line.size * 0.8 && piece.y > line.y + line.size * 0.15;
  const gap = gapOf(line, piece);
  line.x = Math.min(line.x, piece.x);
  line.right = Math.max(line.right, piece.x + piece.width);
  if (raised && /^[\d\s*,†‡]+$/u.test(piece.text)) return;
  const apart = gap > Math.max(line.size, piece.size) * 0.16 && !/\s$/u.test(line.text) && !/^\s/u.test(piece.text);
  line.text += (apart ? ' ' : '') + piece.text;
  if (piece.size > line.size && piece.text.trim() !== '') {
    line.size = piece.size;
    line.y = piece.y;
  }
  line.pieces.push(piece);
}

function mainFont(pieces: readonly Piece[]): string {
  const counts = new Map<string, number>();
  for (const { font, text } of pieces) counts.set(font, (counts.get(font) ?? 0) + text.trim().length);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
