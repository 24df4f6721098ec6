/** Walks and rewrites the keyed texts of a document: what a user's edit of a paragraph, a check or a count goes through. */
import type { Block, DocumentTree, Line, Paragraph, Run } from './blocks.ts';

/** A keyed text: its key, its section, and its runs. */
export type KeyedText = { readonly key: string; readonly section: string; readonly runs: readonly Run[] };

/** Every keyed text in the order of the page. */
export function keyedTexts(document: DocumentTree): readonly KeyedText[] {
  const found: KeyedText[] = [];
  for (const section of document.sections) {
    for (const block of section.blocks) {
      rewrite(block, (key, runs) => {
        found.push({ key, section: section.id, runs });
        return runs;
      });
    }
  }
  return found;
}

/** The document with the texts of the given keys replaced; keys that it lacks change nothing. */
export function replaceTexts(document: DocumentTree, edits: ReadonlyMap<string, readonly Run[]>): DocumentTree {
  if (edits.size === 0) return document;
  return mapTexts(document, (key, runs) => edits.get(key) ?? runs);
}

/** The document with every keyed text passed through a function. */
export function mapTexts(
  document: DocumentTree,
  change: (key: string, runs: readonly Run[]) => readonly Run[],
): DocumentTree {
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => rewrite(block, change)),
    })),
  };
}

/** The text of runs without marks; a reference counts as nothing. */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => ('text' in run ? run.text : '')).join('');
}

type Change = (key: string, runs: readonly Run[]) => readonly Run[];

function rewrite<B extends Block>(block: B, change: Change): B;
function rewrite(block: Block, change: Change): Block {
  const line = (old: Line): Line => ({ ...old, text: plainText(change(old.key, [{ text: old.text }])) });
  const keyed = <T extends { readonly key: string; readonly runs: readonly Run[] }>(old: T): T => ({
    ...old,
    runs: change(old.key, old.runs),
  });
  switch (block.kind) {
    case 'paragraph':
    case 'caption':
      return keyed(block);
    case 'quote':
      return { ...keyed(block), source: line(block.source) };
    case 'list':
      return { ...block, items: block.items.map(keyed) };
    case 'facts':
      return { ...block, items: block.items.map(keyed) };
    case 'figure':
      return block;
    case 'head':
      return {
        ...block,
        kicker: line(block.kicker),
        title: line(block.title),
        subtitle: line(block.subtitle),
        band: block.band.map((item) => ({ ...item, value: plainText(change(item.key, [{ text: item.value }])) })),
        notice: line(block.notice),
      };
    case 'key-figures':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          value: plainText(change(item.key, [{ text: item.value }])),
          label: line(item.label),
          note: line(item.note),
        })),
      };
    case 'table':
      return {
        ...block,
        head: block.head.map(line),
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((paragraphs) => paragraphs.map((paragraph: Paragraph) => keyed(paragraph))),
        })),
      };
    case 'pair':
      return {
        ...block,
        left: block.left.map((part) => rewrite(part, change)),
        right: block.right.map((part) => rewrite(part, change)),
      };
  }
}
