/** A firm's template as a German Word saves it: other ids, other looks, and only some of the styles. */
import { strToU8, zipSync } from 'fflate';

const styles =
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/><w:basedOn w:val="Standard"/>' +
  '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="AA0044"/><w:sz w:val="36"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="TextBody"><w:name w:val="BODY TEXT"/><w:basedOn w:val="Standard"/></w:style>' +
  '<w:style w:type="character" w:styleId="Lead"><w:name w:val="Lead Char"/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="NormaleTabelle"><w:name w:val="Normal Table"/></w:style></w:styles>';

/** The template as a file; `change` spoils its styles. */
export function firmTemplate(change: (styles: string) => string = (same) => same): Uint8Array {
  return zipSync({ 'word/styles.xml': strToU8(change(styles)) });
}
