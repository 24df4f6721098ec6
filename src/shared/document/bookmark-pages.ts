/** Where the targets of references stand. */
import type { DocumentTree } from './blocks.ts';
import type { DocumentLayout } from './layout.ts';

/** The page on which each bookmark stands, as the references print it. */
export function bookmarkPages(document: DocumentTree, layout: DocumentLayout): ReadonlyMap<string, number> {
  const blockPages = new Map<string, number>();
  const rowPages = new Map<string, number>();
  for (const { number, boxes } of layout.pages) {
    for (const { block, row } of boxes) {
      if (!blockPages.has(block)) blockPages.set(block, number);
      if (row !== undefined && !rowPages.has(`${block} ${row}`)) rowPages.set(`${block} ${row}`, number);
    }
  }
  const pages = new Map<string, number>();
  const note = (bookmark: string | undefined, page: number | undefined): void => {
    if (bookmark !== undefined && page !== undefined) pages.set(bookmark, page);
  };
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    const page = blockPages.get(block.key);
    if (block.kind === 'paragraph' || block.kind === 'caption') note(block.bookmark, page);
    if (block.kind === 'pair') {
      for (const each of [...block.left, ...block.right]) if ('bookmark' in each) note(each.bookmark, page);
    }
    if (block.kind !== 'table') continue;
    block.rows.forEach(({ cells }, index) => {
      for (const paragraph of cells.flat()) note(paragraph.bookmark, rowPages.get(`${block.key} ${index + 1}`));
    });
  }
  return pages;
}
