import { describe, expect, test } from 'vitest';
import { cell, labelOf, line, paragraph } from '../../../src/shared/document/builders.ts';
import { structureProblems } from '../../../src/shared/document/check.ts';
import { fennmarkDocument } from '../../support/fennmark-document.ts';
import type { Block, Table } from '../../../src/shared/document/blocks.ts';

function problemsOf(...blocks: readonly Block[]): readonly string[] {
  return structureProblems({ ...fennmarkDocument(), sections: [{ id: 'test', blocks }] }).map(({ problem }) => problem);
}

const end = paragraph('end', 'body', 'The end.');

function table(key: string): Table {
  const head = ['Decision', 'Today', 'From now on'].map((text, at) => line(`${key}.head${at}`, text));
  return {
    kind: 'table',
    key,
    table: 'decision-rights',
    head,
    rows: [{ key: `${key}.1`, cells: [cell(`${key}.a`, 'a'), cell(`${key}.b`, 'b'), cell(`${key}.c`, 'c')] }],
  };
}

describe('what must hold before a document is written', () => {
  test('the target has no problem', () => {
    expect(structureProblems(fennmarkDocument())).toEqual([]);
  });

  test('two tables need a paragraph between them, and the last block is a paragraph', () => {
    expect(problemsOf(table('one'), table('two'), end)).toEqual([
      'two tables follow one another without a paragraph between them',
    ]);
    expect(problemsOf(end, table('one'))).toEqual(['the document ends with a table']);
  });

  test('every cell of a row has its column', () => {
    const { rows, ...rest } = table('one');
    const short = rows.map((row) => ({ ...row, cells: row.cells.slice(1) }));
    expect(problemsOf({ ...rest, rows: short }, end)).toEqual(['the cells do not fit the columns']);
  });

  test('headings of the outline stand outside tables', () => {
    const part = {
      kind: 'pair',
      key: 'pair',
      pair: 'basis',
      left: [],
      right: [paragraph('deep', 'heading-2', 'Deep')],
    } as const;
    expect(problemsOf(part, end)).toEqual(['a heading of the outline stands in a table']);
  });

  test('a key stands for one text only', () => {
    expect(problemsOf(paragraph('end', 'body', 'Another.'), end)).toEqual(['the key is used twice']);
  });

  test('a reference needs a caption, and a bookmark needs a name that Word takes', () => {
    const reference = paragraph('reference', 'body', [labelOf('fig_missing')]);
    expect(problemsOf(reference, end)).toEqual(['a reference has no target']);
    expect(problemsOf(paragraph('a', 'body', 'A', { bookmark: '1 DDEAUTO' }), end)).toEqual([
      'the bookmark is no name',
    ]);
  });
});
