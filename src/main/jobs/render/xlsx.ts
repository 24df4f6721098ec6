/** A worksheet as an Office Open XML package: inline strings only, fixed times, the same table gives the same bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { PlainTable, TableValue } from '../../../shared/document/map-table.ts';
import { cleanText } from './clean-text.ts';
import { inert } from './inert.ts';
import { escapeXml } from './styles-xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell formats by their place in `cellXfs`. */
const format = { text: 0, head: 1, day: 2 } as const;

/** Writes one sheet: a head row that stays in view, filters, wrapped text, days as days. */
export function writeXlsx(table: PlainTable): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${head}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets><sheet name="${escapeXml(table.title.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">${xf(0, 0)}${xf(0, 1)}${xf(14, 0)}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet(table),
  };
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(parts)) {
    entries[name] = [strToU8(text), { level: 6, mtime: new Date(1980, 0, 1), os: 0 }];
  }
  return zipSync(entries);
}

function sheet(table: PlainTable): string {
  const widths = table.columns.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${column.width}" customWidth="1"/>`,
  );
  const names = table.columns.map((column, at) => textCell(at, 1, column.name, format.head));
  const rows = table.rows.map((row, index) => {
    const cells = row.map((value, at) => cell(at, index + 2, value));
    return `<row r="${index + 2}">${cells.join('')}</row>`;
  });
  const last = `${columnName(table.columns.length - 1)}${table.rows.length + 1}`;
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${names.join('')}</row>${rows.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

function cell(column: number, row: number, value: TableValue): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${columnName(column)}${row}" s="${format.text}"><v>${value}</v></c>`;
  if (typeof value === 'string') return textCell(column, row, value, format.text);
  return `<c r="${columnName(column)}${row}" s="${format.day}"><v>${serialDay(value.day)}</v></c>`;
}

function textCell(column: number, row: number, text: string, style: number): string {
  const inner = escapeXml(cleanText(inert(text), '', []));
  return `<c r="${columnName(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${inner}</t></is></c>`;
}

/** Days since 1899-12-30, as spreadsheets count them. */
function serialDay(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function columnName(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageRelations}">${items.join('')}</Relationships>`;
}

function xf(numberFormat: number, font: number): string {
  return `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
}
