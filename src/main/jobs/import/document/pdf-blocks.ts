/** What the pages of a PDF are made of once lines are put together, and the passages that this gives. */
import type { BodyKind, PassageCollector, Shape } from './passages.ts';
import type { LineJoiner } from './pdf-words.ts';

/** A heading (level from 1), or another piece of text (level 0). */
export type Block = {
  readonly kind: 'heading' | BodyKind;
  readonly level: number;
  readonly text: string;
  readonly page: number;
  readonly shape: Shape;
};

/** Writes the blocks; what was broken by the end of a page is one again. */
export function writeBlocks(blocks: readonly Block[], join: LineJoiner, out: PassageCollector): void {
  const headers = new Map<string, string>();
  for (const block of mergeBroken(withoutContents(blocks), join)) {
    const { kind, level, text, page, shape } = block;
    out.page(page);
    if (kind === 'heading') out.heading(level, text);
    else if (kind === 'cell') {
      const { table, row, column } = shape;
      if (row === 0) headers.set(`${table} ${column}`, text.replaceAll('\n', ' ').slice(0, 60).toWellFormed());
      const name =
        row === 0 ? 'header' : `row ${row}, ${headers.get(`${table} ${column}`) || `column ${(column ?? 0) + 1}`}`;
      out.body('cell', text, `table ${table}, ${name}`, shape);
    } else out.body(kind, text, undefined, shape);
  }
}

/** A list of contents that was typed or drawn: its lines end in dots and a number; its caption goes along. */
function withoutContents(blocks: readonly Block[]): readonly Block[] {
  const leads = ({ text }: Block): boolean => /(?:[.…·] ?){8,}\s*\d{1,4}\b/u.test(text);
  return blocks.filter((block, at) => {
    const next = blocks[at + 1];
    const caption = block.text.length <= 40 && captions.test(block.text) && next !== undefined && leads(next);
    return !caption && !leads(block);
  });
}

const captions =
  /^(table of )?contents$|^(inhalt|inhaltsverzeichnis|sommaire|table des matières|índice|contenido|indice)$/iu;

function mergeBroken(blocks: readonly Block[], join: LineJoiner): readonly Block[] {
  const done: Block[] = [];
  for (const block of blocks) {
    // Notes at the foot of a page stand between the two halves.
    const at = done.findLastIndex(({ kind }) => kind !== 'note');
    const before = done[at];
    if (before !== undefined && continues(before, block))
      done[at] = { ...before, text: join([before.text, block.text]) };
    else done.push(block);
  }
  return done;
}

function continues(before: Block, { kind, page, text }: Block): boolean {
  const open = before.kind === 'paragraph' || before.kind === 'item';
  return (
    open &&
    kind === 'paragraph' &&
    page > before.page &&
    page <= before.page + 1 &&
    !/[.!?:;…。！？]["'’”)\]]*$/u.test(before.text) &&
    /^[\p{Ll}\d("“]|^\p{Script=Han}/u.test(text)
  );
}
