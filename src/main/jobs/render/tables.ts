/**
 * Tables of the library: fixed layout, every width in twips in the grid and in each cell, no merged cells, rows that do
 * not split, and keep rules by row only. That is what survives Word, LibreOffice, Pages and Google Docs alike.
 */
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { isRightToLeftLanguage } from './clean-text.ts';
import { styled, writeCaption, writeList, writeParagraph, writeFigure, writeQuote } from './paragraphs.ts';
import { textOf, writePlain } from './runs.ts';
import { mmToTwips } from '../../../shared/document/paper/units.ts';
import { bandColumns, keyColumns, pairColumns, tableColumns } from '../../../shared/document/blocks.ts';
import type { Head, KeyFigures, Pair, PartBlock, Table as TableBlock } from '../../../shared/document/blocks.ts';
import type { TableStyleId } from '../../../shared/document/paper/style-table.ts';
import type { Writer } from './writer.ts';

/** Rows up to which a table keeps together, priorities excepted. */
const smallTable = 6;

/** A table with a repeated head row. */
export function writeTable(outer: Writer, block: TableBlock): Table {
  const writer = { ...outer, inCell: true };
  const columns = tableColumns[block.table];
  const keepsTogether =
    outer.settings.keep === 'strict' &&
    !block.mayBreak &&
    block.table !== 'priorities' &&
    block.rows.length <= smallTable;
  const head = block.head.map((line) => [
    styled(writer, 'TableHead', line.text, writePlain(writer, line.key, line.text)),
  ]);
  const last = block.rows.length - 1;
  const rows = block.rows.map((row, index) => ({
    cells: row.cells.map((cell) => cell.map((paragraph, at) => writeParagraph(writer, paragraph, at === 0))),
    // The last row but one stays with the last, so that no table ends in a single row on a new page.
    keepNext: index < last && (keepsTogether || index === last - 1) && !isTall(row, columns),
  }));
  return table(writer, 'RuledTable', columns, [{ cells: head, keepNext: true, isHead: true }, ...rows]);
}

/** Lines beyond which a row is let go: kept with others it would ask for more than a page, which every program breaks in its own way. */
const tallRow = 24;

function isTall({ cells }: TableBlock['rows'][number], columns: readonly number[]): boolean {
  return cells.some((cell, at) => {
    const perLine = (columns[at] ?? 1) * charactersPerMillimetre;
    const lines = cell.map(({ runs }) => Math.ceil(textOf(runs).length / perLine));
    return lines.reduce((sum, count) => sum + count, 0) > tallRow;
  });
}

const charactersPerMillimetre = 0.7;

/** Two columns side by side in one row without rules. */
export function writePair(outer: Writer, block: Pair): Table {
  const writer = { ...outer, inCell: true };
  const parts = [block.left, block.right].map((part) => writePart(writer, part));
  return table(writer, 'TwoParts', pairColumns[block.pair], [{ cells: parts, gapAfterFirst: 5 }]);
}

/** Large figures side by side, each with its label and what stands behind it. */
export function writeKeyFigures(outer: Writer, block: KeyFigures): Table {
  const writer = { ...outer, inCell: true };
  const cells = block.items.map((item) => [
    styled(
      writer,
      'KeyFigure',
      item.value,
      writePlain(writer, item.key, item.value, item.accent ? 'accent' : undefined),
    ),
    styled(writer, 'KeyLabel', item.label.text, writePlain(writer, item.label.key, item.label.text)),
    styled(writer, 'TableNote', item.note.text, writePlain(writer, item.note.key, item.note.text)),
  ]);
  return table(writer, 'KeyFigures', keyColumns.slice(0, cells.length), [{ cells }]);
}

/** The shaded band of the head: label above value. */
export function writeBand(outer: Writer, block: Head): Table {
  const writer = { ...outer, inCell: true };
  const cells = block.band.map(({ key, label, value }) => [
    styled(writer, 'TableNote', label, writePlain(writer, key, label)),
    styled(writer, 'TableText', value, writePlain(writer, key, value, 'emphasised')),
  ]);
  return table(writer, 'HeadBand', bandColumns.slice(0, cells.length), [{ cells }]);
}

type Row = {
  readonly cells: readonly (readonly Paragraph[])[];
  readonly keepNext?: boolean;
  readonly isHead?: boolean;
  /** Millimetres of white inside the first cell, on its right. */
  readonly gapAfterFirst?: number;
};

function table(writer: Writer, style: TableStyleId, columns: readonly number[], rows: readonly Row[]): Table {
  const widths = columns.map(mmToTwips);
  const hasHead = rows.some(({ isHead }) => isHead);
  return new Table({
    style: writer.styleId(style),
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: {
      firstRow: hasHead,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    ...(isRightToLeftLanguage(writer.document.properties.language) ? { visuallyRightToLeft: true } : {}),
    rows: rows.map(
      ({ cells, keepNext = false, isHead = false, gapAfterFirst }) =>
        new TableRow({
          cantSplit: true,
          ...(isHead ? { tableHeader: true } : {}),
          ...(keepNext ? { keepNext: true } : {}),
          children: widths.map(
            (size, at) =>
              new TableCell({
                width: { size, type: WidthType.DXA },
                ...(at === 0 && gapAfterFirst !== undefined ? { margins: { right: mmToTwips(gapAfterFirst) } } : {}),
                children: cells[at]?.length ? cells[at] : [new Paragraph({ style: writer.styleId('TableText') })],
              }),
          ),
        }),
    ),
  });
}

function writePart(writer: Writer, blocks: readonly PartBlock[]): Paragraph[] {
  return blocks.flatMap((block, at) => {
    switch (block.kind) {
      case 'paragraph':
        return [writeParagraph(writer, block, at === 0)];
      case 'quote':
        return writeQuote(writer, block);
      case 'list':
        return writeList(writer, block);
      case 'caption':
        return [writeCaption(writer, block)];
      case 'figure':
        return [writeFigure(writer, block)];
    }
  });
}
