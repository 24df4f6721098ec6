/**
 * The package as it is issued: the same data gives the same bytes. Dates come from the issue, relation ids are counted,
 * entries are sorted and carry one fixed time, and the pictures take the place of their stand-ins.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml } from './styles-xml.ts';
import type { Zippable } from 'fflate';
import type { DocumentProperties } from '../../../shared/document/blocks.ts';
import type { PictureStore } from './writer.ts';

/** What the package says of itself besides its content. */
export type SealInput = {
  readonly packed: Uint8Array;
  readonly pictures: PictureStore;
  readonly properties: DocumentProperties;
  readonly stylesXml: string;
  /** YYYY-MM-DD; both dates of the file. */
  readonly issueDate: string;
  /** The numbers that references to pages print; null leaves them blank. */
  readonly pages: { readonly count: number; readonly bookmarks: ReadonlyMap<string, number> } | null;
};

const first = '[Content_Types].xml';

/** Rewrites a package of the library. */
export function sealPackage(input: SealInput): Uint8Array {
  const entries = unzipSync(input.packed);
  const texts = new Map<string, (text: string) => string>([
    ['docProps/core.xml', (text) => sealCore(text, input)],
    ['docProps/app.xml', () => appXml(input.properties.company)],
    ['word/document.xml', (text) => fillPages(text, input.pages)],
    ['word/footer1.xml', (text) => fillPages(text, input.pages)],
    // The library adds its own styles to those it is given, under names that a firm's template may have already.
    ['word/styles.xml', () => input.stylesXml],
  ]);
  countLinks(entries);
  const names = Object.keys(entries).sort((a, b) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1));
  const sealed: Zippable = {};
  for (const name of names) {
    const entry = entries[name] ?? new Uint8Array();
    const change = texts.get(name);
    const bytes = change ? strToU8(change(strFromU8(entry))) : (input.pictures.original(entry) ?? entry);
    // A bitmap is compressed already.
    const level = name.endsWith('.png') ? 0 : 6;
    // Local fields of a date are what a zip holds, so that every time zone writes the same.
    sealed[name] = [bytes, { level, mtime: new Date(1980, 0, 1), os: 0 }];
  }
  return zipSync(sealed);
}

/** Writes the numbers of pages into the fields that show them, which are ours and always written the same way. */
function fillPages(text: string, pages: SealInput['pages']): string {
  if (pages === null) return text;
  return text.replace(
    /(<w:fldSimple w:instr=" (PAGEREF (\w+) \\h|NUMPAGES) ">(?:(?!<\/w:fldSimple>).)*?<w:t[^>]*?)(?:\/>|><\/w:t>)/gu,
    (whole, open: string, _: string, bookmark?: string) => {
      const number = bookmark === undefined ? pages.count : pages.bookmarks.get(bookmark);
      return number === undefined ? whole : `${open}>${number}</w:t>`;
    },
  );
}

function sealCore(text: string, { issueDate, properties }: SealInput): string {
  const moment = `${issueDate}T00:00:00Z`;
  const dated = text.replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/gu,
    (_, open: string, __: string, close: string) => `${open}${moment}${close}`,
  );
  return dated.replace(
    '</cp:coreProperties>',
    `<dc:language>${escapeXml(properties.language)}</dc:language></cp:coreProperties>`,
  );
}

function appXml(company: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
    `<Application>Throughline</Application><Company>${escapeXml(company)}</Company></Properties>`
  );
}

/** The library gives hyperlinks random relation ids; here they are counted in the order in which they stand. */
function countLinks(entries: Record<string, Uint8Array>): void {
  const relations = entries['word/_rels/document.xml.rels'];
  const body = entries['word/document.xml'];
  if (relations === undefined || body === undefined) return;
  const relationText = strFromU8(relations);
  if (!relationText.includes('/relationships/hyperlink"')) return;
  const bodyText = strFromU8(body);
  const names = new Map<string, string>();
  for (const [, id] of bodyText.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/gu)) {
    if (id !== undefined && !names.has(id)) names.set(id, `rIdLink${names.size + 1}`);
  }
  const rename = (attribute: string) => (whole: string, id: string) => {
    const name = names.get(id);
    return name === undefined ? whole : `${attribute}="${name}"`;
  };
  entries['word/document.xml'] = strToU8(bodyText.replace(/r:id="([^"]+)"/gu, rename('r:id')));
  const [head = '', ...items] = relationText.split(/(?=<Relationship )/u);
  const tail = items.length > 0 ? '</Relationships>' : '';
  const renamed = items.map((item) => item.replace('</Relationships>', '').replace(/Id="([^"]+)"/u, rename('Id')));
  entries['word/_rels/document.xml.rels'] = strToU8(head + renamed.sort().join('') + tail);
}
