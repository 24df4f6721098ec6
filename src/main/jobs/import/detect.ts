/** Tells what a file is by its content; its name and extension are not asked. */
import { openZip } from './guard/zip.ts';
import { Refusal } from './refusal.ts';
import { looksLikeMarkdown } from './document/markdown-signs.ts';
import { sniffDelimiter } from './backlog/delimiter.ts';

/** What a file turned out to be; `other` carries the words for it, and what holds its table where a backlog may be one. */
export type Found =
  | { readonly format: 'docx' | 'pptx' | 'odt' | 'pdf' | 'html' | 'txt' | 'md' | 'csv' }
  | { readonly format: 'other'; readonly words: string; readonly table?: 'workbook' | 'json' | 'project' };

/** Words for the formats that only hold documents, for who wants something else. */
export const documentWords: Readonly<Partial<Record<Found['format'], string>>> = {
  docx: 'a Word document',
  odt: 'an OpenDocument text',
  pptx: 'a PowerPoint presentation',
  pdf: 'a PDF',
  html: 'a web page',
};

/** Looks at the bytes (for an archive all of them, for text its start). */
export function detect(bytes: Buffer): Found {
  const binary = bySignature(bytes);
  if (binary !== null) return binary;
  if (isBinary(bytes)) return other('a file that is not text');
  const text = bytes
    .subarray(0, 65_536)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  return byText(text);
}

/** Tells what a text is, once it is decoded; only its start is looked at. */
export function byText(text: string): Found {
  const start = text.slice(0, 65_536).trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)?<(!doctype\s+html|html[\s>])/i.test(start))
    return { format: 'html' };
  if (/^(<\?xml|<!doctype|<Project[\s>])/i.test(start)) {
    const plan = /<Project\s[^>]*schemas\.microsoft\.com\/project/.test(start.slice(0, 4000));
    return plan ? { ...other('a Microsoft Project plan'), table: 'project' } : other('an XML file');
  }
  if (start.startsWith('{\\rtf')) return other('a rich text file (RTF)');
  if (/^\{\s*"format"\s*:\s*"throughline/.test(start)) return other('an engagement that Throughline exported');
  if (/^(\{\s*("|\})|\[\s*[[{\]"]|\[\s*(?:(?:-?\d[\d.eE+-]*|true|false|null)\s*,\s*){20})/.test(start))
    return { ...other('a JSON file'), table: 'json' };
  if (looksLikeMarkdown(start)) return { format: 'md' };
  return { format: sniffDelimiter(start) === null ? 'txt' : 'csv' };
}

/** The refusal for what cannot be read. */
export function refuseFormat(words: string, instead: string): Refusal {
  return new Refusal('import-format', { found: words, instead });
}

function bySignature(bytes: Buffer): Found | null {
  const hex = bytes.subarray(0, 8).toString('hex');
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return byParts(bytes);
  if (hex.startsWith('d0cf11e0a1b11ae1')) {
    // Office wraps a protected document in its old container.
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new Refusal('import-encrypted');
    return other('a document of an old Office version');
  }
  if (hex.startsWith('255044462d')) return { format: 'pdf' };
  const known = signatures.find(([signature]) => hex.startsWith(signature));
  return known === undefined ? null : other(known[1]);
}

function byParts(bytes: Buffer): Found {
  const zip = openZip(bytes);
  const { names } = zip;
  if (names.includes('[Content_Types].xml')) {
    if (names.some((name) => name.startsWith('word/'))) return { format: 'docx' };
    if (names.some((name) => name.startsWith('xl/'))) {
      const binary = names.includes('xl/workbook.bin');
      return binary ? other('a binary Excel workbook') : { ...other('an Excel workbook'), table: 'workbook' };
    }
    if (names.some((name) => name.startsWith('ppt/'))) return { format: 'pptx' };
  }
  if (!names.includes('mimetype')) return other('an archive (ZIP)');
  const kind = zip.read('mimetype').toString('latin1').trim();
  if (/^application\/vnd\.oasis\.opendocument\.text(-template)?$/.test(kind)) return { format: 'odt' };
  return other('an OpenDocument file that is no text');
}

function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4096);
  const control = sample.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12);
  const zeros = control.filter((byte) => byte === 0).length;
  // Zeros by themselves may be UTF-16; the encoding check looks at those.
  return control.length - zeros > sample.length * 0.02;
}

function other(words: string): Extract<Found, { format: 'other' }> {
  return { format: 'other', words };
}

const signatures: readonly (readonly [string, string])[] = [
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['53514c69746520', 'a database file'],
  ['1f8b', 'a packed file (gzip)'],
  ['377abcaf', 'an archive (7z)'],
  ['52617221', 'an archive (RAR)'],
  ['7f454c46', 'a program'],
  ['4d5a9000', 'a program'],
];
