/** The body of a document: blocks in order as paragraphs and tables, each remembered with the block that it came from. */
import {
  styled,
  writeCaption,
  writeFacts,
  writeList,
  writeParagraph,
  writeFigure,
  writeLogo,
  writeQuote,
} from './paragraphs.ts';
import { writePlain } from './runs.ts';
import { writeBand, writeKeyFigures, writePair, writeTable } from './tables.ts';
import { gapPoints } from '../../../shared/document/blocks.ts';
import { plainText } from '../../../shared/document/walk.ts';
import type { Block, Head, Line, Pair } from '../../../shared/document/blocks.ts';
import type { Paragraph, Table } from 'docx';
import type { StyleId } from '../../../shared/document/paper/style-table.ts';
import type { Writer } from './writer.ts';

/** One paragraph or table of the body, and where in the tree it came from. */
export type BodyPart = {
  readonly section: string;
  /** The key of the block. */
  readonly block: string;
  /** The key of the text itself, which differs from the block's for the lines of a head, a quote, a fact or a list. */
  readonly key: string;
  readonly style: StyleId | 'Table';
  /** The text with which a table starts, for comparing pages. */
  readonly firstText: string;
  readonly child: Paragraph | Table;
};

/** Sections whose running text stays whole under strict keep rules. */
const wholeSections: ReadonlySet<string> = new Set(['constraint']);

/** The parts of the body in order. */
export function writeBody(writer: Writer): readonly BodyPart[] {
  return writer.document.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      writeBlock(writer, section.id, block).map((each) => ({ ...each, section: section.id, block: block.key })),
    ),
  );
}

type Part = Omit<BodyPart, 'section' | 'block'>;

function writeBlock(writer: Writer, section: string, block: Block): readonly Part[] {
  switch (block.kind) {
    case 'head':
      return writeHead(writer, block);
    case 'paragraph': {
      const isWhole = writer.settings.keep === 'strict' && block.style === 'body' && wholeSections.has(section);
      return [part(block.key, styleOf(block.style), writeParagraph(writer, block, false, isWhole))];
    }
    case 'quote': {
      const [text, source] = writeQuote(writer, block);
      return [
        ...(text ? [part(block.key, 'Quote', text)] : []),
        ...(source ? [part(block.source.key, 'QuoteSource', source)] : []),
      ];
    }
    case 'facts':
      return writeFacts(writer, block).map((child, at) => part(block.items[at]?.key ?? block.key, 'Fact', child));
    case 'list':
      return writeList(writer, block).map((child, at) => part(block.items[at]?.key ?? block.key, 'ListNumber', child));
    case 'caption':
      return [part(block.key, 'Caption', writeCaption(writer, block))];
    case 'figure':
      return [part(block.key, 'Figure', writeFigure(writer, block))];
    case 'key-figures':
      return [part(block.key, 'Table', writeKeyFigures(writer, block), block.items[0]?.value)];
    case 'table':
      return [part(block.key, 'Table', writeTable(writer, block), block.head[0]?.text)];
    case 'pair':
      return [part(block.key, 'Table', writePair(writer, block), openingText(writer, block))];
  }
}

function writeHead(writer: Writer, block: Head): readonly Part[] {
  const line = (style: StyleId, { key, text }: Line, before?: number): Part => {
    const extras = before === undefined ? {} : { before };
    return part(key, style, styled(writer, style, text, writePlain(writer, key, text), extras));
  };
  const { logo } = block;
  const logoKey = `${block.key}.logo`;
  return [
    ...(logo ? [part(logoKey, 'Logo', writeLogo(writer, logoKey, logo))] : []),
    line('Kicker', block.kicker),
    line('Title', block.title),
    line('Subtitle', block.subtitle),
    ...(block.band.length > 0
      ? [part(`${block.key}.band`, 'Table', writeBand(writer, block), block.band[0]?.label)]
      : []),
    line('TableNote', block.notice, gapPoints.band),
  ];
}

function openingText(writer: Writer, { left: [first] }: Pair): string {
  if (first === undefined || !('runs' in first)) return '';
  const text = plainText(first.runs);
  if (first.kind !== 'caption') return text;
  return `${writer.document.captionWords[first.series]} ${writer.captionNumbers.get(first.key) ?? ''}  ${text}`;
}

function part(key: string, style: BodyPart['style'], child: Paragraph | Table, firstText = ''): Part {
  return { key, style, child, firstText };
}

function styleOf(style: string): StyleId {
  const ids: Readonly<Record<string, StyleId>> = {
    'heading-1': 'Heading1',
    'heading-2': 'Heading2',
    'heading-3': 'Heading3',
    lead: 'Lead',
    'table-text': 'TableText',
    'table-note': 'TableNote',
  };
  return ids[style] ?? 'BodyText';
}
