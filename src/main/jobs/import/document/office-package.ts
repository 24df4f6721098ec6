/** What Word documents and presentations share as packages: parts, how they refer to one another, and their properties. */
import { decodeXml, walkXml } from '../guard/xml.ts';
import type { GuardedZip } from '../guard/zip.ts';
import { Refusal } from '../refusal.ts';

/** How one part refers to another. */
export type Relation = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
};

/** The text of a part. */
export function readPart(zip: GuardedZip, name: string): string {
  return decodeXml(name, zip.read(name));
}

/** Refuses a package with program code in it, and one without its list of parts. */
export function refuseMacros(zip: GuardedZip): void {
  if (zip.names.some((name) => /(^|\/)vba(project|data)\.(bin|xml)$/i.test(name))) throw new Refusal('import-macros');
  if (!zip.has('[Content_Types].xml'))
    throw new Refusal('import-archive-broken', { problem: 'its list of parts is missing' });
  walkXml('[Content_Types].xml', readPart(zip, '[Content_Types].xml'), {
    open: ({ attributes }) => {
      if (/macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? '')) throw new Refusal('import-macros');
    },
  });
}

/** What a part refers to; external targets are named and never followed. */
export function relations(zip: GuardedZip, part: string): Relation[] {
  const cut = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
  const found: Relation[] = [];
  if (!zip.has(name)) return found;
  walkXml(name, readPart(zip, name), {
    open: ({ attributes: { Id, Type, Target, TargetMode } }) => {
      if (Id !== undefined && Type !== undefined && Target !== undefined) {
        found.push({ id: Id, type: Type, target: Target, external: TargetMode === 'External' });
      }
    },
  });
  return found;
}

/** The name of the part that a target means, seen from a folder. */
export function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Title and language among the properties of a package. */
export function readCore(zip: GuardedZip): { readonly title: string | null; readonly language: string | null } {
  const name = 'docProps/core.xml';
  if (!zip.has(name)) return { title: null, language: null };
  const found = new Map<string, string>();
  let inside = '';
  walkXml(name, readPart(zip, name), {
    open: (tag) => (inside = tag.name),
    close: () => (inside = ''),
    text: (text) => inside !== '' && found.set(inside, (found.get(inside) ?? '') + text),
  });
  return { title: found.get('dc:title')?.trim() || null, language: found.get('dc:language')?.trim() || null };
}
