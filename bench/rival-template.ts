/** A template for docxtemplater that gives a document of ours: the same styles, pictures and texts, with places to fill. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The template, and the data that fill it. */
export type RivalTemplate = { readonly bytes: Buffer; readonly data: Readonly<Record<string, unknown>> };

const bodyPart = 'word/document.xml';

/**
 * Puts a place where each text of the document stands; rows of a table with equal cells become one row in a loop. Cells in a
 * loop lose their inner formatting, which makes the rival's work lighter, never heavier.
 */
export function composeRivalTemplate(docx: Uint8Array): RivalTemplate {
  const parts = unzipSync(docx);
  const data: Record<string, unknown> = {};
  const looped = loopRows(strFromU8(parts[bodyPart] ?? new Uint8Array()), data);
  let count = 0;
  const body = looped.replace(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu, (whole, text: string) => {
    if (text === '' || text.includes('{')) return whole;
    const name = `t${count}`;
    count += 1;
    data[name] = plain(text);
    return `<w:t xml:space="preserve">{${name}}</w:t>`;
  });
  parts[bodyPart] = strToU8(body);
  return { bytes: Buffer.from(zipSync(parts)), data };
}

/** Tables without tables in them: all rows after the head that have as many cells as the first of them. */
function loopRows(body: string, data: Record<string, unknown>): string {
  let tables = 0;
  return body.replace(/<w:tbl>(?:(?!<w:tbl>).)*?<\/w:tbl>/gsu, (table) => {
    const rows = [...table.matchAll(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gsu)].map(([row]) => row);
    const content = rows.filter((row) => !row.includes('<w:tblHeader') && !row.includes('<w:drawing>'));
    const [first] = content;
    const width = first === undefined ? 0 : cellsOf(first).length;
    if (first === undefined || content.length < 2 || content.some((row) => cellsOf(row).length !== width)) return table;
    const name = `rows${tables}`;
    tables += 1;
    data[name] = content.map((row) => Object.fromEntries(cellsOf(row).map((cell, at) => [`c${at}`, textOf(cell)])));
    let at = 0;
    const model = first.replace(/<w:tc>.*?<\/w:tc>/gsu, (cell) => {
      const place = `${at === 0 ? `{#${name}}` : ''}{c${at}}${at === width - 1 ? `{/${name}}` : ''}`;
      at += 1;
      return withText(cell, place);
    });
    return content
      .slice(1)
      .reduce((whole, row) => whole.replace(row, ''), table)
      .replace(first, () => model);
  });
}

function cellsOf(row: string): string[] {
  return [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => cell);
}

function textOf(cell: string): string {
  const paragraphs = cell.split('</w:p>').slice(0, -1);
  return paragraphs
    .map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => plain(text)).join(''))
    .join('\n');
}

/** The cell with its first paragraph only, which says `text`. */
function withText(cell: string, text: string): string {
  const properties = /<w:tcPr>.*?<\/w:tcPr>/su.exec(cell)?.[0] ?? '';
  const paragraph = /<w:pPr>.*?<\/w:pPr>/su.exec(cell)?.[0] ?? '';
  return `<w:tc>${properties}<w:p>${paragraph}<w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
}

function plain(xml: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => signs[name] ?? '');
}
