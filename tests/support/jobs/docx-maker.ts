/** Writes small Word documents for tests from the XML of their body. */
import { makeZip, type MadePart } from './zip-maker.ts';

/** Parts of a document; what is left out is the least that Word would write. */
export type MadeDocx = {
  readonly body?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly core?: string;
  readonly relations?: string;
  readonly types?: string;
  readonly extra?: readonly MadePart[];
};

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of the document, to be changed before they are packed. */
export function docxParts({
  body = p('Text'),
  styles,
  footnotes,
  core,
  relations,
  types,
  extra,
}: MadeDocx): MadePart[] {
  const parts: MadePart[] = [
    { name: '[Content_Types].xml', content: types ?? `<Types xmlns="${PACKAGE}/content-types"/>` },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: document(body) },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships">${relations ?? ''}</Relationships>`,
    },
  ];
  if (styles !== undefined) parts.push({ name: 'word/styles.xml', content: `<w:styles ${W}>${styles}</w:styles>` });
  if (footnotes !== undefined) {
    parts.push({ name: 'word/footnotes.xml', content: `<w:footnotes ${W}>${footnotes}</w:footnotes>` });
  }
  if (core !== undefined) {
    parts.push({
      name: 'docProps/core.xml',
      content: `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`,
    });
  }
  return [...parts, ...(extra ?? [])];
}

/** The whole file. */
export function makeDocx(made: MadeDocx): Buffer {
  return makeZip(docxParts(made));
}

/** The XML of the main part around a body. */
export function document(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
}

/** A paragraph, in a style by its id. */
export function p(text: string, styleId?: string): string {
  const properties = styleId === undefined ? '' : `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>`;
  return `<w:p>${properties}${r(text)}</w:p>`;
}

/** A run. */
export function r(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph style with its English name; `level` is the outline level, from 0. */
export function style(id: string, name: string, level?: number, basedOn?: string): string {
  const outline = level === undefined ? '' : `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`;
  const base = basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${base}${outline}</w:style>`;
}

/** A relationship of the main part. */
export function relation(id: string, kind: string, target: string, external = false): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
}
