/** Paragraphs, quotes, facts, lists, captions and pictures as paragraphs of the library. */
import { ImageRun, Paragraph } from 'docx';
import { cleanText, runsFromRight } from './clean-text.ts';
import { sizedSvg } from './logo.ts';
import { bookmarked, textOf, writeField, writePlain, writeRuns } from './runs.ts';
import { mmToPixels, pointsToTwips } from '../../../shared/document/paper/units.ts';
import { figureSize } from '../../../shared/document/figure-size.ts';
import { quotedRuns } from '../../../shared/document/quoted.ts';
import { gapPoints } from '../../../shared/document/blocks.ts';
import { toSvgText } from '../../../shared/figures/svg.ts';
import type {
  Caption,
  Facts,
  FigureBlock,
  Gap,
  NumberedList,
  Paragraph as ParagraphBlock,
  ParagraphStyle,
  Picture,
  Quote,
} from '../../../shared/document/blocks.ts';
import type { IParagraphOptions, ParagraphChild } from 'docx';
import type { StyleId } from '../../../shared/document/paper/style-table.ts';
import type { Drawing, Writer } from './writer.ts';

/** What a paragraph asks for besides its style. White in points. */
export type ParagraphExtras = {
  readonly gap?: Gap | undefined;
  readonly before?: number;
  readonly keepNext?: boolean | undefined;
  readonly keepLines?: boolean;
  readonly bookmark?: string | undefined;
  readonly numbering?: { readonly reference: string; readonly instance: number };
};

const styleIds: Readonly<Record<ParagraphStyle, StyleId>> = {
  'heading-1': 'Heading1',
  'heading-2': 'Heading2',
  'heading-3': 'Heading3',
  lead: 'Lead',
  body: 'BodyText',
  'table-text': 'TableText',
  'table-note': 'TableNote',
};

/** A style whose keep-with-next must be taken back in a cell, where it would tie whole rows to what follows. */
const keepingStyles: ReadonlySet<StyleId> = new Set([
  'Title',
  'Kicker',
  'Heading1',
  'Heading2',
  'Heading3',
  'Fact',
  'Caption',
]);

/** A paragraph of a style with the given children. */
export function styled(
  writer: Writer,
  style: StyleId,
  text: string,
  children: readonly ParagraphChild[],
  extras: ParagraphExtras = {},
): Paragraph {
  const before = extras.before ?? (extras.gap === undefined ? undefined : gapPoints[extras.gap]);
  const keepNext = writer.inCell ? (keepingStyles.has(style) ? false : undefined) : extras.keepNext;
  const options: IParagraphOptions = {
    style: writer.styleId(style),
    children: extras.bookmark === undefined ? children : bookmarked(writer, extras.bookmark, children),
    ...(keepNext === undefined ? {} : { keepNext }),
    ...(extras.keepLines ? { keepLines: true } : {}),
    ...(before === undefined ? {} : { spacing: { before: pointsToTwips(before) } }),
    ...(extras.numbering === undefined ? {} : { numbering: { ...extras.numbering, level: 0 } }),
    ...(runsFromRight(text, writer.document.properties.language) ? { bidirectional: true } : {}),
  };
  return new Paragraph(options);
}

/** A paragraph of running text; `first` says that it opens a cell, where a heading needs no white before it. */
export function writeParagraph(writer: Writer, block: ParagraphBlock, first: boolean, keepLines = false): Paragraph {
  const isColumn = writer.inCell && block.style === 'body';
  const style = isColumn ? 'ColumnText' : styleIds[block.style];
  const opensCell = writer.inCell && first && block.style.startsWith('heading');
  return styled(writer, style, textOf(block.runs), writeRuns(writer, block.key, block.runs), {
    gap: block.gap,
    ...(opensCell ? { before: 0 } : {}),
    keepNext: block.keepNext,
    keepLines,
    bookmark: block.bookmark,
  });
}

/** A quote and the line that says whose it is. */
export function writeQuote(writer: Writer, block: Quote): Paragraph[] {
  const text = textOf(block.runs);
  const runs = quotedRuns(block.runs, writer.document.properties.language);
  return [
    styled(writer, 'Quote', text, writeRuns(writer, block.key, runs), { keepNext: true }),
    styled(writer, 'QuoteSource', block.source.text, writePlain(writer, block.source.key, block.source.text), {
      keepNext: block.keepNext,
    }),
  ];
}

/** Shaded lines of label and text; their style keeps them with one another and with the caption that follows. */
export function writeFacts(writer: Writer, block: Facts): Paragraph[] {
  return block.items.map((item) =>
    styled(writer, 'Fact', item.label, [
      ...writePlain(writer, `${item.key}.label`, `${item.label}\t`, 'fact-label'),
      ...writeRuns(writer, item.key, item.runs),
    ]),
  );
}

/** A list with numbers of its own. */
export function writeList(writer: Writer, block: NumberedList): Paragraph[] {
  writer.counters.list += 1;
  const numbering = { reference: 'numbers', instance: writer.counters.list };
  return block.items.map((item) =>
    styled(writer, 'ListNumber', textOf(item.runs), writeRuns(writer, item.key, item.runs), { numbering }),
  );
}

/** Word and number as a target for references, then the text. */
export function writeCaption(writer: Writer, block: Caption): Paragraph {
  const word = writer.document.captionWords[block.series];
  const number = writer.captionNumbers.get(block.key) ?? 0;
  const sequence = block.series === 'figure' ? 'Figure' : 'Table';
  const label = [
    ...writePlain(writer, block.key, `${word} `, 'emphasised'),
    writeField(writer, `SEQ ${sequence} \\* ARABIC`, String(number), 'emphasised'),
  ];
  return styled(writer, 'Caption', word, [
    ...(block.bookmark === undefined ? label : bookmarked(writer, block.bookmark, label)),
    ...writePlain(writer, block.key, '  '),
    ...writeRuns(writer, block.key, block.runs),
  ]);
}

/** A figure in a paragraph of its own: the drawing, and a bitmap for programs that cannot draw it. */
export function writeFigure(writer: Writer, block: FigureBlock): Paragraph {
  const { figure } = block;
  const size = figureSize(block);
  return picture(
    writer,
    'Figure',
    block.key,
    writer.pictures.drawing(toSvgText(figure)),
    size,
    figure.alt,
    block.keepNext,
  );
}

/** The logo; a drawing that a firm brought goes into the file as a bitmap only, since it may hold anything. */
export function writeLogo(writer: Writer, key: string, logo: Picture): Paragraph {
  const drawing =
    logo.format === 'svg'
      ? writer.pictures.bitmapOf(sizedSvg(logo))
      : writer.pictures.bitmap(new Uint8Array(Buffer.from(logo.data, 'base64')));
  return picture(writer, 'Logo', key, drawing, logo, logo.alt);
}

function picture(
  writer: Writer,
  style: 'Figure' | 'Logo',
  key: string,
  drawing: Drawing,
  size: { readonly width: number; readonly height: number },
  words: string,
  keepNext?: boolean,
): Paragraph {
  writer.counters.drawing += 1;
  const id = String(writer.counters.drawing);
  const common = {
    // Whole pixels, never more than asked: LibreOffice cuts off what is a hair wider than the text.
    transformation: { width: Math.floor(mmToPixels(size.width)), height: Math.round(mmToPixels(size.height)) },
    altText: { id, name: `Picture ${id}`, description: cleanText(words, key, writer.removed), title: '' },
  };
  const png = { type: 'png', data: drawing.png } as const;
  const image =
    drawing.svg === undefined
      ? new ImageRun({ ...common, ...png })
      : new ImageRun({ ...common, type: 'svg', data: drawing.svg, fallback: png });
  return styled(writer, style, '', [image], { keepNext });
}
