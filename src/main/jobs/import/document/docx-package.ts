/** Takes from a Word package the few parts that are read, checked and cleaned, and packs them anew for the reader. */
import { zipSync } from 'fflate';
import { openZip, type GuardedZip } from '../guard/zip.ts';
import { walkXml } from '../guard/xml.ts';
import { Refusal } from '../refusal.ts';
import { cleanBody } from './docx-body.ts';
import { readCore, readPart, refuseMacros, type Relation, relations, resolvePart } from './office-package.ts';

/** A package that holds nothing but checked text parts, and what the reader could not learn from it. */
export type CleanPackage = {
  readonly bytes: Buffer;
  /** Style id → heading level 1 to 6, followed through the styles that a style is based on. */
  readonly levels: ReadonlyMap<string, number>;
  readonly title: string | null;
  readonly language: string | null;
  readonly pictures: number;
  readonly contents: number;
  readonly embedded: number;
};

/** Checks and cleans a Word document; `bytes` is the file as it came. */
export function cleanDocx(bytes: Buffer): CleanPackage {
  const zip = openZip(bytes);
  refuseMacros(zip);
  const main = mainPart(zip);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const links = relations(zip, main);
  const part = (kind: string): string | null => {
    const target = links.find(({ type }) => type.endsWith(`/${kind}`))?.target;
    const name = target === undefined ? `${folder}${kind}.xml` : resolvePart(folder, target);
    return zip.has(name) ? name : null;
  };
  const budget = { tags: 0 };
  const body = cleanBody(main, readPart(zip, main), budget);
  const files: Record<string, Uint8Array> = {};
  const put = (name: string, xml: string): void => void (files[`word/${name}`] = Buffer.from(xml, 'utf8'));
  put('document.xml', body.xml);
  put('_rels/document.xml.rels', harmlessRelations(links));
  for (const kind of ['numbering', 'footnotes', 'endnotes']) {
    const name = part(kind);
    if (name === null) continue;
    put(`${kind}.xml`, cleanBody(name, readPart(zip, name), budget).xml);
    put(`_rels/${kind}.xml.rels`, harmlessRelations(relations(zip, name)));
  }
  const stylesPart = part('styles');
  const styles = stylesPart === null ? null : readPart(zip, stylesPart);
  if (styles !== null) put('styles.xml', styles);
  const known = styles === null ? null : readStyles(stylesPart ?? '', styles);
  const core = readCore(zip);
  return {
    bytes: Buffer.from(zipSync(files, { level: 0 })),
    levels: known?.levels ?? new Map(),
    title: core.title,
    language: core.language ?? known?.language ?? null,
    pictures: body.pictures,
    contents: body.contents,
    embedded: zip.names.filter((name) => /(^|\/)embeddings\//.test(name)).length,
  };
}

function mainPart(zip: GuardedZip): string {
  const target = relations(zip, '').find(({ type, external }) => !external && type.endsWith('/officeDocument'))?.target;
  const name = target === undefined ? 'word/document.xml' : resolvePart('', target);
  if (!zip.has(name)) throw new Refusal('import-archive-broken', { problem: `${name} is missing` });
  return name;
}

/** The reader asks for the targets of links and pictures by id; it is given some that lead nowhere. */
function harmlessRelations(links: readonly Relation[]): string {
  const kinds = links.flatMap(({ id, type }) => {
    const kind = /\/(hyperlink|image)$/.exec(type)?.[1];
    if (kind === undefined) return [];
    const target = kind === 'image' ? 'media/none.png' : '#';
    return [`<Relationship Id="${escape(id)}" Type="${OFFICE}${kind}" Target="${target}"/>`];
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${kinds.join('')}</Relationships>`;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

type Styles = { readonly levels: ReadonlyMap<string, number>; readonly language: string | null };

/** Heading levels by outline level or by the fixed English names that Word gives its own headings in every language. */
function readStyles(part: string, xml: string): Styles {
  const own = new Map<string, { level: number | null; basedOn: string | null }>();
  let style: { level: number | null; basedOn: string | null } | null = null;
  let language: string | null = null;
  walkXml(part, xml, {
    open: ({ name, attributes }) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') {
        style = { level: null, basedOn: null };
        if (attributes['w:type'] === 'paragraph') own.set(attributes['w:styleId'] ?? '', style);
      } else if (name === 'w:lang' && language === null) language = attributes['w:val'] ?? null;
      else if (style === null) return;
      else if (name === 'w:basedOn') style.basedOn = value;
      else if (name === 'w:outlineLvl') style.level = Number(value) + 1;
      else if (name === 'w:name') style.level ??= Number(/^heading (\d)$/i.exec(value)?.[1] ?? Number.NaN) || null;
    },
  });
  const levels = new Map<string, number>();
  for (const id of own.keys()) {
    let current = own.get(id);
    for (let step = 0; step < 20 && current !== undefined && current.level === null; step++) {
      current = own.get(current.basedOn ?? '');
    }
    // Outline level 9 is Word's word for body text.
    const level = current?.level ?? 0;
    if (level >= 1 && level <= 9) levels.set(id, Math.min(6, level));
  }
  return { levels, language };
}
