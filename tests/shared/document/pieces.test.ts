import { describe, expect, it } from 'vitest';
import { type Piece, piecesByKey, piecesOfLines } from '../../../src/shared/document/pieces.ts';
import { keyedTexts } from '../../../src/shared/document/walk.ts';
import { fennmarkDocument } from '../../support/fennmark-document.ts';

const layout = { source: 'computed', pages: [], shares: {}, pageFill: [], splits: 0 } as const;

describe('the text of a line as it is printed', () => {
  const pieces: readonly Piece[] = [{ text: 'Bold start.', mark: 'emphasised' }, { text: ' Then plain\nand on.' }];

  it('keeps the look of each piece across the lines that the layout made', () => {
    expect(piecesOfLines(pieces, ['Bold ', 'start. Then ', 'plain', 'and on.'])).toEqual([
      [{ text: 'Bold ', mark: 'emphasised' }],
      [{ text: 'start.', mark: 'emphasised' }, { text: ' Then ' }],
      [{ text: 'plain' }],
      [{ text: 'and on.' }],
    ]);
  });

  it('is that of the layout also where it says something else, and the lines after it go on', () => {
    expect(piecesOfLines(pieces, ['Bold xtart.', ' Then plain', 'and on.'])).toEqual([
      [{ text: 'Bold xtart.' }],
      [{ text: ' Then plain' }],
      [{ text: 'and on.' }],
    ]);
  });

  it('passes over characters that the file cannot hold', () => {
    expect(piecesOfLines([{ text: 'a\u0007b' }], ['ab'])).toEqual([[{ text: 'ab' }]]);
  });
});

it('every keyed paragraph of a document has its pieces: captions with their numbers, references with their values', () => {
  const document = fennmarkDocument();
  const pieces = piecesByKey(document, layout);
  expect(keyedTexts(document).filter(({ key }) => !pieces.has(key))).toEqual([]);
  const captions = document.sections
    .flatMap((section) => section.blocks)
    .filter((block) => block.kind === 'caption')
    .map(({ key }) => pieces.get(key)?.[0]?.text);
  expect(captions).toContain('Table 1');
});
