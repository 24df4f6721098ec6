/** The parts of an Excel workbook that say how its sheets are to be read: names, number formats, texts kept in one place. */
import { decodeXml, walkXml } from '../../guard/xml.ts';
import { openZip, type GuardedZip } from '../../guard/zip.ts';
import { limits } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';

/** A sheet by its name and the part that holds it. */
export type SheetPart = { readonly name: string; readonly part: string; readonly hidden: boolean };

/** A workbook before its sheets are read. */
export type Workbook = {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904, as on old Macs. */
  readonly from1904: boolean;
  readonly texts: readonly string[];
  /** Whether the number format with this index shows a day. */
  isDay(style: number): boolean;
  read(part: string): string;
};

/** Opens the parts that every sheet needs; throws a refusal for what is no workbook without macros. */
export function openWorkbook(bytes: Buffer): Workbook {
  if (bytes.length > limits.documentBytes) {
    throw new Refusal('import-too-large', { limit: limits.documentBytes / 1_000_000 });
  }
  const zip = openZip(bytes);
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) throw new Refusal('import-macros');
  const read = (part: string): string => decodeXml(part, zip.read(part));
  const { sheets, from1904 } = readSheets(zip, read);
  return {
    sheets,
    from1904,
    texts: zip.has('xl/sharedStrings.xml') ? readTexts(read('xl/sharedStrings.xml')) : [],
    isDay: zip.has('xl/styles.xml') ? readDayFormats(read('xl/styles.xml')) : () => false,
    read,
  };
}

/** The name of a tag or attribute without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Office writes characters that XML cannot hold as _x000D_. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

function readSheets(
  zip: GuardedZip,
  read: (part: string) => string,
): { readonly sheets: SheetPart[]; readonly from1904: boolean } {
  const book = 'xl/workbook.xml';
  const targets = new Map<string, string>();
  const rels = 'xl/_rels/workbook.xml.rels';
  walkXml(rels, read(rels), {
    open: ({ attributes }) => {
      // A part that lies elsewhere is never fetched.
      if (attributes['TargetMode'] === 'External' || attributes['Target'] === undefined) return;
      const target = attributes['Target'];
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  walkXml(book, read(book), {
    open: ({ name, attributes }) => {
      if (localName(name) === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (localName(name) !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === 'id')?.[1] ?? '';
      const part = targets.get(id) ?? '';
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      const title = (attributes['name'] ?? '').slice(0, 200).toWellFormed();
      if (/worksheets\//.test(part) && zip.has(part)) sheets.push({ name: title, part, hidden });
    },
  });
  return { sheets, from1904 };
}

/** All shared texts; what is written above Japanese words to help reading them is no part of the text. */
function readTexts(xml: string): string[] {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  const budget = { tags: 0, most: limits.sheetElements };
  walkXml(
    'xl/sharedStrings.xml',
    xml,
    {
      open: ({ name }) => {
        const tag = localName(name);
        if (tag === 'si') text = '';
        else if (tag === 'rPh') phonetic++;
        else if (tag === 't') inText = phonetic === 0;
      },
      close: (name) => {
        const tag = localName(name);
        if (tag === 't') inText = false;
        else if (tag === 'rPh') phonetic--;
        else if (tag === 'si') {
          if (texts.length >= limits.sharedStrings)
            throw new Refusal('import-too-many', { limit: limits.sharedStrings, what: 'texts' });
          texts.push(unescapeText(text));
        }
      },
      text: (piece) => {
        if (inText) text += piece;
      },
    },
    budget,
  );
  return texts;
}

/** Which of the cell formats show days: some by their number, others by the letters of their pattern. */
function readDayFormats(xml: string): (style: number) => boolean {
  const patterns = new Map<number, string>();
  const formats: boolean[] = [];
  let inCells = false;
  walkXml('xl/styles.xml', xml, {
    open: ({ name, attributes }) => {
      const tag = localName(name);
      if (tag === 'numFmt') patterns.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        const pattern = patterns.get(id);
        formats.push(pattern === undefined ? builtInDay(id) : showsDay(pattern));
      }
    },
    close: (name) => {
      if (localName(name) === 'cellXfs') inCells = false;
    },
  });
  return (style) => formats[style] ?? false;
}

function builtInDay(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** A pattern with a day or a year; hours alone are a length of time. Texts in quotation marks and colours do not count. */
function showsDay(pattern: string): boolean {
  const bare = pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';')[0] ?? '';
  return /[dyeg年]/i.test(bare) && !/general/i.test(bare);
}
