/** The library's document of a block tree: page, styles, numbers, head and foot, properties. */
import { AlignmentType, Document, Footer, Header, LevelFormat, Paragraph } from 'docx';
import { writeBody } from './body.ts';
import { cleanText } from './clean-text.ts';
import { pageSizes } from '../../../shared/document/paper/page.ts';
import { pagePalette } from '../../../shared/document/paper/page-palette.ts';
import { writeField, writePlain } from './runs.ts';
import { mmToTwips } from '../../../shared/document/paper/units.ts';
import { createPictureStore } from './writer.ts';
import { countCaptions } from '../../../shared/document/captions.ts';
import type { ParagraphChild } from 'docx';
import type { DocumentTree } from '../../../shared/document/blocks.ts';
import type { Brand, LayoutSettings } from '../../../shared/document/settings.ts';
import type { BodyPart } from './body.ts';
import type { RemovedCharacter } from './clean-text.ts';
import type { PictureStore, Writer } from './writer.ts';

/** What a document is built from. */
export type BuildInput = {
  readonly document: DocumentTree;
  readonly settings: LayoutSettings;
  readonly brand: Brand;
  /** Draws SVG as PNG; called when the file is written, not before. */
  readonly drawBitmap: (svg: string) => Uint8Array;
  readonly stylesXml: string;
  readonly styleId: (id: string) => string;
};

/** The document, and what is needed to lay it out and to seal it. */
export type BuiltDocument = {
  readonly file: Document;
  readonly parts: readonly BodyPart[];
  readonly pictures: PictureStore;
  readonly removed: readonly RemovedCharacter[];
};

/** Builds the document; nothing in it depends on clock, user, folder or what was built before. */
export function buildDocument(input: BuildInput): BuiltDocument {
  const { document, settings } = input;
  const writer: Writer = {
    document,
    settings,
    styleId: input.styleId,
    ...countCaptions(document),
    pictures: createPictureStore(input.drawBitmap),
    removed: [],
    inCell: false,
    counters: { bookmark: 0, drawing: 0, list: 0 },
  };
  const parts = writeBody(writer);
  const { properties } = document;
  const plain = (text: string): string => cleanText(text, 'properties', writer.removed);
  const file = new Document({
    title: plain(properties.title),
    subject: plain(properties.subject),
    creator: plain(properties.author),
    lastModifiedBy: plain(properties.author),
    keywords: plain(`${properties.client}, version ${properties.version}`),
    description: '',
    revision: 1,
    externalStyles: input.stylesXml,
    numbering: { config: [numberedList(pagePalette(input.brand).primaryText)] },
    sections: [
      {
        properties: { page: pageProperties(settings) },
        ...(document.draft === undefined ? {} : { headers: { default: writeHeader(writer, document.draft) } }),
        footers: { default: writeFooter(writer) },
        children: parts.map(({ child }) => child),
      },
    ],
  });
  return { file, parts, pictures: writer.pictures, removed: writer.removed };
}

function pageProperties(settings: LayoutSettings) {
  const page = pageSizes[settings.paper];
  const side = mmToTwips(page.side);
  return {
    size: { width: mmToTwips(page.width), height: mmToTwips(page.height) },
    margin: {
      top: mmToTwips(page.top),
      bottom: mmToTwips(page.bottom),
      left: side,
      right: side,
      header: mmToTwips(page.edge),
      footer: mmToTwips(page.edge),
      gutter: 0,
    },
  };
}

/** A bold number in the first colour, without a full stop; the words hang at 5.5 mm. */
function numberedList(color: string) {
  const indent = { left: mmToTwips(5.5), hanging: mmToTwips(5.5) };
  return {
    reference: 'numbers',
    levels: [
      {
        level: 0,
        format: LevelFormat.DECIMAL,
        text: '%1',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent }, run: { bold: true, color } },
      },
    ],
  };
}

function writeHeader(writer: Writer, draft: string): Header {
  const children = writePlain(writer, 'draft', `\t${draft}`, 'emphasised');
  return new Header({ children: [new Paragraph({ style: writer.styleId('Header'), children })] });
}

function writeFooter(writer: Writer): Footer {
  const { footer, draft } = writer.document;
  const children: ParagraphChild[] = [
    ...(draft === undefined ? [] : writePlain(writer, 'draft', `${draft}  `, 'emphasised')),
    ...writePlain(writer, 'footer', `${footer.left}\t`),
    ...footer.page.split(/(\{page\}|\{pages\})/u).flatMap((piece) => {
      if (piece === '{page}') return [writeField(writer, 'PAGE', '1')];
      if (piece === '{pages}') return [writeField(writer, 'NUMPAGES', '')];
      return piece === '' ? [] : writePlain(writer, 'footer', piece);
    }),
  ];
  return new Footer({ children: [new Paragraph({ style: writer.styleId('Footer'), children })] });
}
