/** Takes from a Word package the few parts that are read, checked and cleaned, and packs them anew for the reader. */
import { zipSync } from 'fflate';
import { openZip, type GuardedZip } from '../guard/zip.ts';
import { decodeXml, walkXml } from '../guard/xml.ts';
import { Refusal } from '../refusal.ts';
import { cleanBody } from './docx-body.ts';

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
    const name = target === undefined ? `${folder}${kind}.xml` : resolve(folder, target);
    return zip.has(name) ? name : null;
  };
  const budget = { tags: 0 };
  const body = cleanBody(main, read(zip, main), budget);
  const files: Record<string, Uint8Array> = {};
  const put = (name: string, xml: string): void => void (files[`word/${name}`] = Buffer.from(xml, 'utf8'));
  put('document.xml', body.xml);
  put('_rels/document.xml.rels', harmlessRelations(links));
  for (const kind of ['numbering', 'footnotes', 'endnotes']) {
    const name = part(kind);
    if (name === null) continue;
    put(`${kind}.xml`, cleanBody(name, read(zip, name), budget).xml);
    put(`_rels/${kind}.xml.rels`, harmlessRelations(relations(zip, name)));
  }
  const stylesPart = part('styles');
  const styles = stylesPart === null ? null : read(zip, stylesPart);
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

function read(zip: GuardedZip, name: string): string {
  return decodeXml(name, zip.read(name));
}

function refuseMacros(zip: GuardedZip): void {
  if (zip.names.some((name) => /(^|\/)vba(project|data)\.(bin|xml)$/i.test(name))) throw new Refusal('import-macros');
  if (!zip.has('[Content_Types].xml'))
    throw new Refusal('import-archive-broken', { problem: 'its list of parts is missing' });
  walkXml('[Content_Types].xml', read(zip, '[Content_Types].xml'), {
    open: ({ attributes }) => {
      if (/macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? '')) throw new Refusal('import-macros');
    },
  });
}

type Relation = { readonly id: string; readonly type: string; readonly target: string; readonly external: boolean };

function relations(zip: GuardedZip, part: string): Relation[] {
  const cut = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
  const found: Relation[] = [];
  if (!zip.has(name)) return found;
  walkXml(name, read(zip, name), {
    open: ({ attributes: { Id, Type, Target, TargetMode } }) => {
      if (Id !== undefined && Type !== undefined && Target !== undefined) {
        found.push({ id: Id, type: Type, target: Target, external: TargetMode === 'External' });
      }
    },
  });
  return found;
}

function mainPart(zip: GuardedZip): string {
  const target = relations(zip, '').find(({ type, external }) => !external && type.endsWith('/officeDocument'))?.target;
  const name = target === undefined ? 'word/document.xml' : resolve('', target);
  if (!zip.has(name)) throw new Refusal('import-archive-broken', { problem: `${name} is missing` });
  return name;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
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

function readCore(zip: GuardedZip): { readonly title: string | null; readonly language: string | null } {
  const name = 'docProps/core.xml';
  if (!zip.has(name)) return { title: null, language: null };
  const found = new Map<string, string>();
  let inside = '';
  walkXml(name, read(zip, name), {
    open: (tag) => (inside = tag.name),
    close: () => (inside = ''),
    text: (text) => inside !== '' && found.set(inside, (found.get(inside) ?? '') + text),
  });
  return { title: found.get('dc:title')?.trim() || null, language: found.get('dc:language')?.trim() || null };
}
