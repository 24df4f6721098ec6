/** Finds what repeats at the edges of the pages: headers, footers and page numbers are no text of a document. */
import type { PdfPage, Piece } from './pdf-pieces.ts';
import { linesOf } from './pdf-pieces.ts';

/** The pages without it, and how many lines went. */
export function dropRunningLines(pages: readonly PdfPage[]): {
  readonly pages: readonly PdfPage[];
  readonly dropped: number;
} {
  const edges = pages.map((page) => edgeLines(page));
  const seen = new Map<string, number>();
  for (const lines of edges)
    for (const key of new Set(lines.map(({ key: one }) => one))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const often = Math.max(3, Math.ceil(pages.length * 0.3));
  let dropped = 0;
  const kept = pages.map((page, at) => {
    const going = (edges[at] ?? []).filter(
      ({ key, text }) => (pages.length >= 3 && (seen.get(key) ?? 0) >= often) || isPageNumber(text, page.number),
    );
    dropped += going.length;
    const gone = new Set(going.flatMap(({ pieces }) => pieces));
    return gone.size === 0 ? page : { ...page, pieces: page.pieces.filter((piece) => !gone.has(piece)) };
  });
  return { pages: kept, dropped };
}

type EdgeLine = { readonly key: string; readonly text: string; readonly pieces: readonly Piece[] };

/** The lines within a ninth of the page from its upper and lower edge, told apart by their height and words without numbers. */
function edgeLines({ pieces, height }: PdfPage): readonly EdgeLine[] {
  const edge = height / 9;
  const near = pieces.filter(({ y }) => y < edge || y > height - edge);
  const byHeight = Map.groupBy(near, ({ y }) => Math.round(y / 3));
  return [...byHeight].flatMap(([at, own]) => {
    const text = linesOf(own)
      .map((line) => line.text)
      .join(' ');
    return text === '' ? [] : [{ key: `${at} ${text.replaceAll(/\d+|\b[ivxlc]+\b/giu, '#')}`, text, pieces: own }];
  });
}

function isPageNumber(text: string, page: number): boolean {
  const bare = text.trim().toLowerCase();
  if (
    /^[-–— ]*(?:(?:page|p\.|seite|página|pág\.?)\s*)?\d{1,4}(?:\s*(?:of|\/|von|sur|de)\s*\d{1,4})?[-–— ]*$/u.test(bare)
  ) {
    const number = Number(/\d+/u.exec(bare)?.[0]);
    // A year or an amount at the edge is no number of a page.
    return Math.abs(number - page) <= 40;
  }
  return /^[-– ]*[ivxlc]{1,7}[-– ]*$/u.test(bare);
}
