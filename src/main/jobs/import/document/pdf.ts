/** A PDF as passages: by its tags where it has them, else by how it looks. Nothing of it is run, drawn or fetched. */
import { getResolvedPDFJS } from 'unpdf';
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import { Refusal } from '../refusal.ts';
import { collectPassages, type ReadDocument } from './passages.ts';
import { type Block, writeBlocks } from './pdf-blocks.ts';
import { refuseBomb } from './pdf-guard.ts';
import { readLayout } from './pdf-layout.ts';
import { linesOf, type PdfPage } from './pdf-pieces.ts';
import { openPdf, type OpenPdf, readPieces } from './pdf-read.ts';
import { dropRunningLines } from './pdf-running.ts';
import { readTagged, type TagNode, taggedShare, type TagState } from './pdf-tagged.ts';
import { type LineJoiner, lineJoiner } from './pdf-words.ts';

/** Longest document that is read, in pages. */
const mostPages = 1500;

/** Reads a whole document; `onPage` hears how far it is. */
export async function readPdf(bytes: Buffer, onPage: (done: number, total: number) => void): Promise<ReadDocument> {
  refuseBomb(bytes);
  const pdf = await openPdf(bytes, await getResolvedPDFJS());
  if (pdf.pages > mostPages) throw new Refusal('import-too-many', { limit: mostPages, what: 'pages' });
  const read: { page: PdfPage; tree: TagNode | null }[] = [];
  const unread: number[] = [];
  const budget = { pieces: 0 };
  for (let number = 1; number <= pdf.pages; number += 1) {
    onPage(number - 1, pdf.pages);
    const one = await readPage(pdf, number, budget);
    if (one === null || one.page.pieces.every(({ text }) => text.trim() === '')) unread.push(number);
    else read.push(one);
  }
  if (read.length === 0) throw new Refusal('import-scanned', { pages: pdf.pages });
  const { pages, dropped } = dropRunningLines(read.map(({ page }) => page));
  const join = lineJoiner(pages.flatMap(({ pieces }) => linesOf(pieces).map(({ text }) => text)));
  const state: TagState = { tables: 0, contents: 0, pictures: 0 };
  const blocks =
    byTags(
      pages,
      read.map(({ tree }) => tree),
      join,
      state,
    ) ??
    readLayout(
      pages.map(({ number, pieces }) => ({ number, lines: linesOf(pieces) })),
      join,
    );
  const out = collectPassages();
  writeBlocks(blocks, join, out);
  const { passages, firstHeading } = out.finish();
  const notes: ImportNote[] = [];
  if (dropped > 0) notes.push({ code: 'running-lines-left-out', params: { count: dropped } });
  if (state.contents > 0) notes.push({ code: 'contents-left-out', params: { count: state.contents } });
  if (state.pictures > 0) notes.push({ code: 'pictures-left-out', params: { count: state.pictures } });
  const [first] = unread;
  if (first !== undefined) notes.push({ code: 'pages-unread', params: { count: unread.length, page: first } });
  return { title: pdf.title ?? firstHeading, language: pdf.language, passages, notes };
}

async function readPage(pdf: OpenPdf, number: number, budget: { pieces: number }) {
  try {
    return await readPieces(pdf, number, budget);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return null; // this page is named as unread, the rest is kept
  }
}

/** Null where the tags of the pages hold too little of their text to be relied on. */
function byTags(
  pages: readonly PdfPage[],
  trees: readonly (TagNode | null)[],
  join: LineJoiner,
  state: TagState,
): readonly Block[] | null {
  const shares = pages.map(({ pieces }, at) => taggedShare(trees[at] ?? null, pieces));
  if (shares.reduce((sum, share) => sum + share, 0) < pages.length * 0.9) return null;
  const blocks = pages.flatMap(({ number, pieces }, at) => {
    const tree = trees[at];
    return tree === null || tree === undefined ? [] : readTagged(number, tree, pieces, join, state);
  });
  // Some programs tag every line as a paragraph and nothing as a heading: looking at it tells more.
  return blocks.some(({ kind }) => kind === 'heading' || kind === 'cell') ? blocks : null;
}
