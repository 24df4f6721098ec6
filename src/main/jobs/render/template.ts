/** A firm's own styles: styles.xml out of its template, completed with the styles of ours that it lacks. */
import { strFromU8, unzipSync } from 'fflate';
import { styleElements, stylesXml } from './styles-xml.ts';
import { failure } from '../../../shared/api/errors.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { Failure } from '../../../shared/api/errors.ts';
import type { Brand, Density } from '../../../shared/document/settings.ts';
import type { Result } from '../../../shared/lib/result.ts';

/** The styles of a file, and how it calls each of ours. */
export type StyleSheet = { readonly xml: string; readonly styleId: (id: string) => string };

/** Largest styles.xml that is read, in bytes unpacked; a real one has 30 to 300 kB. */
const largestStyles = 4_000_000;

/** The styles that the document gets without a template. */
export function ownStyles(brand: Brand, density: Density, language: string): StyleSheet {
  return { xml: stylesXml(brand, density, language), styleId: (id) => id };
}

/** Reads the styles of a template. Styles are matched by name without regard to case, since ids differ by language and program. */
export function templateStyles(template: Uint8Array, brand: Brand, density: Density): Result<StyleSheet, Failure> {
  const text = readStyles(template);
  if (text === null) return fail(failure('document-template'));
  const found = new Map<string, string>();
  for (const [style] of text.matchAll(/<w:style [^>]*>[\s\S]*?<\/w:style>/gu)) {
    const id = /<w:style [^>]*?w:styleId="([^"]*)"/u.exec(style)?.[1];
    const name = /<w:name w:val="([^"]*)"/u.exec(style)?.[1];
    if (id !== undefined && name !== undefined) found.set(`${kindOf(style)} ${name.toLowerCase()}`, id);
  }
  const used = new Set(found.values());
  const ids = new Map<string, string>();
  const added: { readonly id: string; readonly xml: string }[] = [];
  for (const { id, name, xml } of styleElements(brand, density)) {
    const theirs = found.get(`${kindOf(xml)} ${name.toLowerCase()}`);
    const own = theirs ?? freeId(id, used);
    ids.set(id, own);
    if (theirs === undefined) {
      used.add(own);
      added.push({ id: own, xml });
    }
  }
  const missing = added.map(({ xml }) => renameIds(xml, ids).replace(' w:default="1"', '')).join('');
  return ok({ xml: text.replace('</w:styles>', `${missing}</w:styles>`), styleId: (id) => ids.get(id) ?? id });
}

function readStyles(template: Uint8Array): string | null {
  try {
    const entries = unzipSync(template, {
      filter: ({ name, originalSize }) => name === 'word/styles.xml' && originalSize <= largestStyles,
    });
    const bytes = entries['word/styles.xml'];
    if (bytes === undefined || bytes.length > largestStyles) return null;
    const text = strFromU8(bytes);
    // Only the usual prefix is understood, and a document type could hide entities.
    const isUsual = text.includes('<w:styles') && text.includes('</w:styles>') && !/<!DOCTYPE/iu.test(text);
    return isUsual ? text : null;
  } catch {
    return null;
  }
}

function kindOf(style: string): string {
  return /w:type="(\w+)"/u.exec(style)?.[1] ?? 'paragraph';
}

function freeId(id: string, used: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; used.has(free); number += 1) free = `${id}${number}`;
  return free;
}

function renameIds(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml.replace(
    /(w:styleId="|<w:basedOn w:val="|<w:next w:val=")([^"]*)"/gu,
    (_, start: string, id: string) => `${start}${ids.get(id) ?? id}"`,
  );
}
