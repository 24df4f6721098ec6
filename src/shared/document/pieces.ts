/** The text of each keyed paragraph as it is printed, in pieces of one look: references with their values, quotes with their marks. */
import type { Block, DocumentTree, Mark, PartBlock, Run } from './blocks.ts';
import { bookmarkPages } from './bookmark-pages.ts';
import { countCaptions } from './captions.ts';
import type { DocumentLayout } from './layout.ts';
import { quotedRuns } from './quoted.ts';

/** Text of one look; a link where it was one. */
export type Piece = { readonly text: string; readonly mark?: Mark; readonly link?: string };

/** The pieces of every keyed paragraph. The key of a heading in a head row is that of its line. */
export function piecesByKey(document: DocumentTree, layout: DocumentLayout): ReadonlyMap<string, readonly Piece[]> {
  const { captionNumbers, labels } = countCaptions(document);
  const pages = bookmarkPages(document, layout);
  const printed = new Map<string, readonly Piece[]>();
  const pieces = (runs: readonly Run[]): readonly Piece[] =>
    runs.map((run): Piece => {
      if ('text' in run) return run;
      const text = run.show === 'page' ? String(pages.get(run.ref) ?? '') : (labels.get(run.ref) ?? '');
      return run.mark === undefined ? { text } : { text, mark: run.mark };
    });
  const put = (key: string, ...parts: readonly Piece[]): void => void printed.set(key, parts);
  const line = ({ key, text }: { readonly key: string; readonly text: string }): void => put(key, { text });

  const add = (block: Block | PartBlock): void => {
    switch (block.kind) {
      case 'head':
        for (const each of [block.kicker, block.title, block.subtitle, block.notice]) line(each);
        for (const { key, label, value } of block.band) {
          put(key, { text: value, mark: 'emphasised' });
          put(`${key}.label`, { text: label });
        }
        return;
      case 'paragraph':
        return put(block.key, ...pieces(block.runs));
      case 'quote':
        put(block.key, ...pieces(quotedRuns(block.runs, document.properties.language)));
        return line(block.source);
      case 'facts':
        for (const { key, label, runs } of block.items)
          put(key, { text: `${label}\t`, mark: 'fact-label' }, ...pieces(runs));
        return;
      case 'list':
        for (const { key, runs } of block.items) put(key, ...pieces(runs));
        return;
      case 'caption': {
        const word = `${document.captionWords[block.series]} ${captionNumbers.get(block.key) ?? ''}`;
        return put(block.key, { text: word, mark: 'emphasised' }, { text: '  ' }, ...pieces(block.runs));
      }
      case 'key-figures':
        for (const { key, value, label, note, accent } of block.items) {
          put(key, accent ? { text: value, mark: 'accent' } : { text: value });
          line(label);
          line(note);
        }
        return;
      case 'table':
        for (const each of block.head) line(each);
        for (const paragraph of block.rows.flatMap(({ cells }) => cells.flat())) add(paragraph);
        return;
      case 'pair':
        for (const each of [...block.left, ...block.right]) add(each);
        return;
      case 'figure':
        return;
    }
  };
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) add(block);
  return printed;
}

/**
 * The pieces of each line of a paragraph, as the layout broke it. Breaks add nothing to a line, and characters that the
 * file cannot hold are missing from it; a line that fits in no other way keeps its text and loses its marks.
 */
export function piecesOfLines(pieces: readonly Piece[], lines: readonly string[]): readonly (readonly Piece[])[] {
  let [piece, at] = [0, 0];
  const next = (): string | undefined => {
    while (piece < pieces.length && at >= (pieces[piece]?.text.length ?? 0)) [piece, at] = [piece + 1, 0];
    return pieces[piece]?.text[at];
  };
  return lines.map((line) => {
    const found: { text: string; of: Piece }[] = [];
    const back = [piece, at] as const;
    for (const character of line.split('')) {
      let here = next();
      while (here !== undefined && here !== character && /[\n\p{C}]/u.test(here)) {
        at += 1;
        here = next();
      }
      const of = pieces[piece];
      if (here !== character || of === undefined) {
        [piece, at] = back;
        skip(line.length);
        return [{ text: line }];
      }
      const last = found.at(-1);
      if (last?.of === of) last.text += character;
      else found.push({ text: character, of });
      at += 1;
    }
    return found.map(({ text, of }) => ({ ...of, text }));
  });

  function skip(count: number): void {
    for (let done = 0; done < count && next() !== undefined; done += 1) at += 1;
  }
}
