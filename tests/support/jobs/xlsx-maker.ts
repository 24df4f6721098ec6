/** Writes small Excel workbooks: cells of text, numbers and days, formulas with and without results, merged cells. */
import { type MadePart, makeZip } from './zip-maker.ts';

/** A cell: a text (shared), a number, or its own XML. */
export type MadeCell = string | number | null | { readonly xml: string };

/** A sheet by its rows. */
export type MadeSheet = {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly merged?: readonly string[];
  readonly hidden?: true;
};

/** Style 1 shows a day, style 2 hours, style 3 a pattern of its own with a day. */
export function makeXlsx(
  sheets: readonly MadeSheet[],
  { from1904 = false, more = [] }: { from1904?: boolean; more?: readonly MadePart[] } = {},
): Buffer {
  const texts: string[] = [];
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const parts = sheets.map(({ rows, merged = [] }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: `<worksheet ${main}><sheetData>${rows.map((row, at) => rowXml(row, at + 1, texts)).join('')}</sheetData>${
      merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    }</worksheet>`,
  }));
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${main} xmlns:r="${relations}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, hidden }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="r${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${sheets
        .map(
          (_, index) =>
            `<Relationship Id="r${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="&quot;day &quot;dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
    ...parts,
    { name: 'xl/sharedStrings.xml', content: `<sst ${main}>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>` },
    ...more,
  ]);
}

/** A shared text with marks inside, as its own XML. */
export function shared(xml: string): MadeCell {
  return { xml: `shared:${xml}` };
}

function rowXml(row: readonly MadeCell[], line: number, texts: string[]): string {
  const cells = row.map((cell, column) => {
    const place = `r="${String.fromCharCode(65 + column)}${line}"`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    if (typeof cell === 'string') return `<c ${place} t="s"><v>${texts.push(`<t>${escape(cell)}</t>`) - 1}</v></c>`;
    if (cell.xml.startsWith('shared:')) return `<c ${place} t="s"><v>${texts.push(cell.xml.slice(7)) - 1}</v></c>`;
    return cell.xml.replace('<c', `<c ${place}`);
  });
  return `<row r="${line}">${cells.join('')}</row>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
