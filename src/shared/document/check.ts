/** What must hold of a block tree before it is written: a file that breaks one of these opens wrongly in some program. */
import { tableColumns } from './blocks.ts';
import { keyedTexts } from './walk.ts';
import type { Block, DocumentTree, PartBlock, Run } from './blocks.ts';

/** What is wrong, and at which key. */
export type StructureProblem = { readonly key: string; readonly problem: string };

const bookmarkName = /^[A-Za-z][A-Za-z0-9_]{0,39}$/u;
const tableKinds: ReadonlySet<Block['kind']> = new Set(['table', 'pair', 'key-figures']);

/** Every problem of a document; none in what the sections compose. */
export function structureProblems(document: DocumentTree): readonly StructureProblem[] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return [
    ...doubledKeys(document, blocks),
    ...brokenBookmarks(document, blocks),
    ...neighbours(blocks),
    ...blocks.flatMap(unevenTable),
    ...blocks.flatMap(hiddenHeadings),
  ];
}

function doubledKeys(document: DocumentTree, blocks: readonly Block[]): readonly StructureProblem[] {
  const keys = [
    ...keyedTexts(document).map(({ key }) => key),
    // A paragraph's key is its text's; the others have one of their own.
    ...blocks.flatMap((block) => ('runs' in block ? [] : [block.key])),
    ...blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ key }) => key) : [])),
  ];
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ key, problem: 'the key is used twice' }];
  });
}

function brokenBookmarks(document: DocumentTree, blocks: readonly Block[]): readonly StructureProblem[] {
  const captions = new Set<string>();
  const all = new Set<string>();
  const problems: StructureProblem[] = [];
  for (const block of blocks.flatMap(paragraphsOf)) {
    if (!('bookmark' in block) || block.bookmark === undefined) continue;
    if (!bookmarkName.test(block.bookmark)) problems.push({ key: block.key, problem: 'the bookmark is no name' });
    if (all.has(block.bookmark)) problems.push({ key: block.key, problem: 'the bookmark is set twice' });
    all.add(block.bookmark);
    if (block.kind === 'caption') captions.add(block.bookmark);
  }
  for (const { key, runs } of keyedTexts(document)) {
    for (const run of runs.filter((each): each is Extract<Run, { ref: string }> => 'ref' in each)) {
      const targets = run.show === 'label' ? captions : all;
      if (!targets.has(run.ref)) problems.push({ key, problem: 'a reference has no target' });
    }
  }
  return problems;
}

/** Two tables in a row merge in Word, and a document has to end with a paragraph. */
function neighbours(blocks: readonly Block[]): readonly StructureProblem[] {
  const problems = blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    return next !== undefined && tableKinds.has(block.kind) && tableKinds.has(next.kind)
      ? [{ key: next.key, problem: 'two tables follow one another without a paragraph between them' }]
      : [];
  });
  const last = blocks.at(-1);
  if (last === undefined) return [{ key: 'document', problem: 'the document is empty' }];
  return tableKinds.has(last.kind)
    ? [...problems, { key: last.key, problem: 'the document ends with a table' }]
    : problems;
}

function unevenTable(block: Block): readonly StructureProblem[] {
  if (block.kind === 'head' && block.band.length > 4)
    return [{ key: block.key, problem: 'the band has more than four parts' }];
  if (block.kind === 'key-figures' && (block.items.length === 0 || block.items.length > 3)) {
    return [{ key: block.key, problem: 'there are not one to three key figures' }];
  }
  if (block.kind !== 'table') return [];
  const columns = tableColumns[block.table].length;
  const problems =
    block.head.length === columns ? [] : [{ key: block.key, problem: 'the head does not fit the columns' }];
  if (block.rows.length === 0) return [...problems, { key: block.key, problem: 'the table has no row' }];
  return [
    ...problems,
    ...block.rows
      .filter(({ cells }) => cells.length !== columns || cells.some((cell) => cell.length === 0))
      .map(({ key }) => ({ key, problem: 'the cells do not fit the columns' })),
  ];
}

/** Word's navigation pane does not show headings inside tables. */
function hiddenHeadings(block: Block): readonly StructureProblem[] {
  if (block.kind !== 'pair' && block.kind !== 'table') return [];
  return paragraphsOf(block).flatMap((part) =>
    part.kind === 'paragraph' && (part.style === 'heading-1' || part.style === 'heading-2')
      ? [{ key: part.key, problem: 'a heading of the outline stands in a table' }]
      : [],
  );
}

function paragraphsOf(block: Block): readonly (Block | PartBlock)[] {
  if (block.kind === 'pair') return [...block.left, ...block.right];
  if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.flat());
  return [block];
}
