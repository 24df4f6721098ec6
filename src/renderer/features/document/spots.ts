/** Where each keyed paragraph stands, in the order in which one reads. */
import type { Block } from '../../../shared/document/blocks.ts';
import type { DrawnDocument } from '../../../shared/document/drawn.ts';

/** A paragraph that can be chosen: page from 0, points from its top. */
export type Spot = { readonly key: string; readonly section: string; readonly page: number; readonly y: number };

/** Every paragraph that can be chosen, in order; a head row that is repeated counts where it stands first. */
export function spotsOf({ document, layout }: Pick<DrawnDocument, 'document' | 'layout'>): readonly Spot[] {
  const blocks = new Map(document.sections.flatMap((section) => section.blocks).map((block) => [block.key, block]));
  const seen = new Set<string>();
  const spots: Spot[] = [];
  layout.pages.forEach(({ boxes }, page) => {
    for (const box of boxes) {
      const block = blocks.get(box.block);
      if (block === undefined || box.style === 'Logo') continue;
      for (const key of box.row === undefined ? ownKey(block, box.key) : rowKeys(block, box.row)) {
        if (seen.has(key)) continue;
        seen.add(key);
        spots.push({ key, section: box.section, page, y: box.y });
      }
    }
  });
  return spots;
}

function ownKey(block: Block, key: string): readonly string[] {
  return block.kind === 'figure' ? [] : [key];
}

function rowKeys(block: Block, row: number): readonly string[] {
  switch (block.kind) {
    case 'head':
      return block.band.map(({ key }) => key);
    case 'key-figures':
      return block.items.flatMap(({ key, label, note }) => [key, label.key, note.key]);
    case 'table':
      return row === 0
        ? block.head.map(({ key }) => key)
        : (block.rows[row - 1]?.cells.flatMap((cell) => cell.map(({ key }) => key)) ?? []);
    case 'pair':
      return [...block.left, ...block.right].flatMap((part) => {
        if (part.kind === 'figure') return [];
        if (part.kind === 'list') return part.items.map(({ key }) => key);
        return part.kind === 'quote' ? [part.key, part.source.key] : [part.key];
      });
    default:
      return [];
  }
}
