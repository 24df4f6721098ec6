import { expect, test } from 'vitest';
import { spotsOf } from '../../../../src/renderer/features/document/spots.ts';
import type { BlockBox, LaidPage } from '../../../../src/shared/document/layout.ts';
import { fennmarkDocument } from '../../../support/fennmark-document.ts';

const page = (number: number, boxes: readonly BlockBox[]): LaidPage => ({
  number,
  width: 595,
  height: 842,
  fill: 1,
  firstLine: '',
  boxes,
  guesses: [],
});

test('paragraphs are walked in the order of the pages, cells from left to right, a repeated head row once', () => {
  const document = fennmarkDocument();
  const all = document.sections.flatMap((section) => section.blocks.map((block) => ({ section: section.id, block })));
  const found = all.find(({ block }) => block.kind === 'table');
  const table = found?.block;
  if (found === undefined || table?.kind !== 'table') throw new Error('the document has a table');
  const box = (row: number, y: number): BlockBox => ({
    section: found.section,
    block: table.key,
    key: table.key,
    style: 'Table',
    fontSize: 9,
    y,
    height: 20,
    row,
    lines: [],
  });
  const pages = [page(1, [box(0, 700), box(1, 720)]), page(2, [box(0, 57), box(2, 77)])];
  const layout = { source: 'computed', pages, shares: {}, pageFill: [1, 1], splits: 1 } as const;
  const spots = spotsOf({ document, layout });
  expect(spots.map(({ key }) => key)).toEqual([
    ...table.head.map(({ key }) => key),
    ...table.rows.slice(0, 2).flatMap(({ cells }) => cells.flat().map(({ key }) => key)),
  ]);
  expect(spots.at(-1)).toMatchObject({ page: 1, y: 77 });
});
