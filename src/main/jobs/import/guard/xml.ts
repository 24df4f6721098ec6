/** Reads XML as a stream of tags under caps; no document type, no entities beyond the five, nothing is ever fetched. */
import { SaxesParser } from 'saxes';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** A start tag with its place in the text; `end` is the position after its `>`. */
export type XmlTag = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
};

/** What a reader may listen to; `depth` of the outermost element is 1. */
export type XmlListener = {
  readonly open?: (tag: XmlTag, depth: number) => void;
  readonly close?: (name: string, start: number, end: number, depth: number) => void;
  readonly text?: (text: string) => void;
};

/** How many tags a document has had so far, of how many; shared by the walks through its parts. */
export type XmlBudget = { tags: number; readonly most?: number };

/** Walks through a part of a document; `part` names it in refusals. Tag names keep their prefix. */
export function walkXml(part: string, xml: string, listener: XmlListener, budget: XmlBudget = { tags: 0 }): void {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  let depth = 0;
  let text = 0;
  const most = budget.most ?? limits.xmlElements;
  const unsafe = (problem: string): never => {
    throw new Refusal('import-xml-unsafe', { part, problem });
  };
  parser.on('error', () => {
    throw new Refusal('import-xml-broken', { part, line: parser.line });
  });
  parser.on('doctype', () => unsafe('a document type declaration'));
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > limits.xmlDepth) unsafe('tags nested too deeply');
    if (++budget.tags > most) throw new Refusal('import-too-many', { limit: most, what: 'tags' });
    const values = Object.values(tag.attributes);
    if (values.length > limits.xmlAttributes) unsafe('a tag with too many attributes');
    if (values.some((value) => value.length > limits.xmlAttributeLength)) unsafe('an attribute that is too long');
    if (listener.open === undefined) return;
    const end = parser.position;
    const start = xml.lastIndexOf('<', end - 1);
    listener.open({ ...tag, selfClosing: tag.isSelfClosing, start, end }, depth);
  });
  parser.on('closetag', (tag) => {
    const end = parser.position;
    const start = tag.isSelfClosing ? end : xml.lastIndexOf('<', end - 1);
    listener.close?.(tag.name, start, end, depth);
    depth--;
    text = 0;
  });
  const take = (piece: string): void => {
    text += piece.length;
    if (text > limits.xmlTextLength) unsafe('a text that is too long');
    listener.text?.(piece);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  refuseEarly(part, xml);
  // In slices, so that a cap is met before the whole text was read.
  for (let at = 0; at < xml.length; at += SLICE) parser.write(xml.slice(at, at + SLICE));
  parser.close();
}

const SLICE = 65_536;

/** saxes reports a document type only at its end, after reading all its entities; nothing needs to get that far. */
function refuseEarly(part: string, xml: string): void {
  if (/<!doctype/i.test(xml)) throw new Refusal('import-xml-unsafe', { part, problem: 'a document type declaration' });
  if (/<!entity/i.test(xml)) throw new Refusal('import-xml-unsafe', { part, problem: 'an entity declaration' });
}

/** The text of a part, which Office writes as UTF-8 and some others as UTF-16; anything else is refused. */
export function decodeXml(part: string, bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    const xml = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(xml.slice(0, 200))?.[1]?.toLowerCase();
    const unicode = declared === undefined || declared.startsWith('utf-') || declared === 'us-ascii';
    // Positions are counted in this text and it is handed on as UTF-8: the declaration would be wrong from now on.
    if (unicode) return xml.replace(/^<\?xml[^>]*\?>/, '');
  } catch {
    // refused below with the same words
  }
  throw new Refusal('import-xml-unsafe', { part, problem: 'text that is not Unicode' });
}
