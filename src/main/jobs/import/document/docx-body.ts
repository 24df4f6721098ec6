/** Cleans the text of a Word part before it is read: generated contents go, wrappers that would hide text are opened. */
import { walkXml, type XmlBudget, type XmlTag } from '../guard/xml.ts';

/** The cleaned text, the pictures that it shows, and how many generated lists of contents were cut out. */
export type CleanBody = { readonly xml: string; readonly pictures: number; readonly contents: number };

/** Checks a part against the caps and cleans it. */
export function cleanBody(part: string, xml: string, budget: XmlBudget): CleanBody {
  const cuts: { start: number; end: number }[] = [];
  const controls: { start: number; generated: boolean }[] = [];
  let pictures = 0;
  let contents = 0;
  let fallbacks = 0;
  const open = (tag: XmlTag): void => {
    const { name, attributes, start, end } = tag;
    if (name === 'mc:Fallback') fallbacks++;
    // A drawing stands twice, once for old programs; only the first counts.
    else if (pictureTags.has(name) && fallbacks === 0) pictures++;
    else if (name === 'w:sdt') controls.push({ start, generated: false });
    else if (name === 'w:docPartGallery' && attributes['w:val'] === 'Table of Contents') {
      const control = controls.at(-1);
      if (control !== undefined) control.generated = true;
    } else if (wrappers.has(name)) cuts.push({ start, end });
  };
  const close = (name: string, start: number, end: number): void => {
    if (name === 'mc:Fallback') fallbacks--;
    else if (wrappers.has(name)) cuts.push({ start, end });
    else if (name === 'w:sdt') {
      const control = controls.pop();
      if (control?.generated === true) {
        cuts.push({ start: control.start, end });
        contents++;
      }
    }
  };
  walkXml(part, xml, { open, close }, budget);
  return { xml: cut(xml, cuts), pictures, contents };
}

/** Fields and text directions wrap runs; the reader would skip them with all that they hold. */
const wrappers = new Set(['w:fldSimple', 'w:bdo', 'w:dir']);

const pictureTags = new Set(['pic:pic', 'c:chart', 'cx:chart', 'dgm:relIds', 'v:imagedata']);

/** Leaves out the given ranges, of which some may lie inside others. */
function cut(xml: string, cuts: { start: number; end: number }[]): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    if (start > from) kept += xml.slice(from, start);
    from = Math.max(from, end);
  }
  return kept + xml.slice(from);
}
