/** The complete styles.xml of a document, from the style table, the brand and the language. */
import { cleanText } from './clean-text.ts';
import { characterSpecs, paragraphSpecs, tableSpecs } from '../../../shared/document/paper/style-table.ts';
import { mmToTwips, pointsToTwips } from '../../../shared/document/paper/units.ts';
import { pagePalette } from '../../../shared/document/paper/page-palette.ts';
import type { Brand, Density } from '../../../shared/document/settings.ts';
import type { CharacterSpec, ParagraphSpec, TableSpec } from '../../../shared/document/paper/style-table.ts';
import type { PagePalette as Palette } from '../../../shared/document/paper/page-palette.ts';

/** One style of the file: its id, its name, and its element. */
export type StyleElement = { readonly id: string; readonly name: string; readonly xml: string };

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Writes styles.xml. */
export function stylesXml(brand: Brand, density: Density, language: string): string {
  const styles = styleElements(brand, density).map(({ xml }) => xml);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${namespace}">` +
    `${documentDefaults(brand, language)}${styles.join('')}</w:styles>`
  );
}

/** Every style on its own, so that a firm's template can be given those that it lacks. */
export function styleElements(brand: Brand, density: Density): readonly StyleElement[] {
  const palette = pagePalette(brand);
  return [
    ...paragraphSpecs(density).map((spec) => ({ id: spec.id, name: spec.name, xml: paragraphStyle(spec, palette) })),
    { id: 'DefaultParagraphFont', name: 'Default Paragraph Font', xml: defaultParagraphFont },
    ...characterSpecs.map((spec) => ({ id: spec.id, name: spec.name, xml: characterStyle(spec, palette) })),
    { id: 'TableNormal', name: 'Normal Table', xml: normalTable },
    ...tableSpecs(density).map((spec) => ({ id: spec.id, name: spec.name, xml: tableStyle(spec, palette) })),
    { id: 'NoList', name: 'No List', xml: noList },
  ];
}

/** Escapes text for an attribute or an element; what the format forbids is left out. */
export function escapeXml(text: string): string {
  return cleanText(text, '', []).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * The font that carries Chinese, Japanese and Korean in documents of that language. These come with Word and are no
 * taller than their size, so that the line pitches of the styles hold; the newer ones would need a fifth more paper.
 */
export function eastAsianFont(language: string, fallback: string): string {
  if (/^ja\b/iu.test(language)) return 'MS PGothic';
  if (/^ko\b/iu.test(language)) return 'Gulim';
  if (/^zh-(hant|tw|hk|mo)\b/iu.test(language)) return 'PMingLiU';
  if (/^zh\b/iu.test(language)) return 'SimHei';
  return fallback;
}

const defaultParagraphFont =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
  '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';

const normalTable =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
  '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
  '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

const noList =
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>' +
  '<w:semiHidden/><w:unhideWhenUsed/></w:style>';

// The text colour is in Normal and not here: LibreOffice lets defaults override character styles inside table cells.
function documentDefaults(brand: Brand, language: string): string {
  const font = escapeXml(brand.font);
  const asian = escapeXml(eastAsianFont(language, brand.font));
  const own = escapeXml(language);
  const asianLanguage = /^(ja|ko|zh)\b/i.test(language) ? own : 'ja-JP';
  const bidi = /^(ar|fa|he|ur)\b/i.test(language) ? own : 'ar-SA';
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${asian}" w:cs="${font}"/>` +
    `<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="${own}" w:eastAsia="${asianLanguage}" w:bidi="${bidi}"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
  );
}

function paragraphStyle(spec: ParagraphSpec, palette: Palette): string {
  const isNormal = spec.id === 'Normal';
  return (
    `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''}${custom(spec.name)} w:styleId="${spec.id}">` +
    `<w:name w:val="${spec.name}"/>${isNormal ? '' : `<w:basedOn w:val="${spec.basedOn ?? 'Normal'}"/>`}` +
    `${spec.next === undefined ? '' : `<w:next w:val="${spec.next}"/>`}<w:uiPriority w:val="${isNormal ? 0 : 10}"/><w:qFormat/>` +
    `<w:pPr>${paragraphProperties(spec, palette)}</w:pPr><w:rPr>${runProperties(spec, palette)}</w:rPr></w:style>`
  );
}

// The order of the elements is that of the schema; Word refuses a file that deviates from it.
function paragraphProperties(spec: ParagraphSpec, palette: Palette): string {
  const { indent = {}, rules = [] } = spec;
  const pitch =
    spec.pitch === undefined
      ? 'w:line="240" w:lineRule="auto"'
      : `w:line="${pointsToTwips(spec.pitch)}" w:lineRule="atLeast"`;
  const rule = rules.map(
    ({ side, points, space, colour }) =>
      `<w:${side} w:val="single" w:sz="${points * 8}" w:space="${space}" w:color="${palette[colour]}"/>`,
  );
  return [
    spec.keepNext ? '<w:keepNext/>' : '',
    spec.keepLines ? '<w:keepLines/>' : '',
    '<w:widowControl/>',
    rule.length > 0 ? `<w:pBdr>${rule.join('')}</w:pBdr>` : '',
    spec.shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${palette[spec.shade]}"/>` : '',
    spec.tab === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${mmToTwips(spec.tab)}"/></w:tabs>`,
    `<w:spacing w:before="${pointsToTwips(spec.before ?? 0)}" w:after="${pointsToTwips(spec.after ?? 0)}" ${pitch}/>`,
    `<w:ind w:left="${mmToTwips(indent.left ?? 0)}" w:right="${mmToTwips(indent.right ?? 0)}"` +
      `${indent.hanging === undefined ? '' : ` w:hanging="${mmToTwips(indent.hanging)}"`}/>`,
    spec.outline === undefined ? '' : `<w:outlineLvl w:val="${spec.outline}"/>`,
  ].join('');
}

function runProperties(spec: ParagraphSpec, palette: Palette): string {
  return [
    spec.bold ? '<w:b/><w:bCs/>' : '',
    spec.italic ? '<w:i/><w:iCs/>' : '',
    `<w:color w:val="${palette[spec.colour]}"/>`,
    spec.tracking === undefined ? '' : `<w:spacing w:val="${pointsToTwips(spec.tracking)}"/>`,
    `<w:sz w:val="${spec.size * 2}"/><w:szCs w:val="${spec.size * 2}"/>`,
  ].join('');
}

function characterStyle(spec: CharacterSpec, palette: Palette): string {
  return (
    `<w:style w:type="character"${custom(spec.name)} w:styleId="${spec.id}"><w:name w:val="${spec.name}"/>` +
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="20"/><w:qFormat/><w:rPr>' +
    `${spec.bold ? '<w:b/><w:bCs/>' : ''}${spec.colour ? `<w:color w:val="${palette[spec.colour]}"/>` : ''}` +
    `${spec.underline ? '<w:u w:val="single"/>' : ''}</w:rPr></w:style>`
  );
}

function tableStyle(spec: TableSpec, palette: Palette): string {
  const rule = (side: string, points: number | undefined, colour: string): string =>
    points === undefined ? '' : `<w:${side} w:val="single" w:sz="${points * 8}" w:space="0" w:color="${colour}"/>`;
  const borders =
    rule('top', spec.ruleAbove, palette.rule) +
    rule('bottom', spec.ruleBelow, palette.rule) +
    rule('insideH', spec.ruleBetween, palette.rule);
  const { top, left, bottom, right } = spec.padding;
  const underHead = rule('bottom', spec.ruleUnderHead, palette.primary);
  const head = `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${underHead}</w:tcBorders></w:tcPr></w:tblStylePr>`;
  const shade = spec.shade && `<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${palette[spec.shade]}"/></w:tcPr>`;
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${spec.id}"><w:name w:val="${spec.name}"/>` +
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr>' +
    `${borders === '' ? '' : `<w:tblBorders>${borders}</w:tblBorders>`}<w:tblCellMar><w:top w:w="${top}" w:type="dxa"/>` +
    `<w:left w:w="${left}" w:type="dxa"/><w:bottom w:w="${bottom}" w:type="dxa"/><w:right w:w="${right}" w:type="dxa"/>` +
    `</w:tblCellMar></w:tblPr>${shade ?? ''}${underHead === '' ? '' : head}</w:style>`
  );
}

const builtIn = new Set(
  'Normal|Title|Subtitle|heading 1|heading 2|heading 3|Body Text|Quote|caption|List Number|header|footer|Hyperlink'.split(
    '|',
  ),
);

function custom(name: string): string {
  return builtIn.has(name) ? '' : ' w:customStyle="1"';
}
