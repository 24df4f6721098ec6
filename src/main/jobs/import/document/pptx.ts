/** A presentation as passages: each slide's title is a heading, its texts, tables and notes follow in reading order. */
import type { ImportNote, ImportNoteCode } from '../../../../shared/api/import-notes.ts';
import { walkXml, type XmlBudget } from '../guard/xml.ts';
import { openZip, type GuardedZip } from '../guard/zip.ts';
import { Refusal } from '../refusal.ts';
import { readCore, readPart, refuseMacros, type Relation, relations, resolvePart } from './office-package.ts';
import { collectPassages, type PassageCollector, type ReadDocument } from './passages.ts';
import { readSlide, type SlideShape } from './pptx-slide.ts';

/** Reads a whole presentation; `bytes` is the file as it came. `onSlide` hears how far it is. */
export function readPptx(bytes: Buffer, onSlide: (done: number, total: number) => void): ReadDocument {
  const zip = openZip(bytes);
  refuseMacros(zip);
  const main = 'ppt/presentation.xml';
  if (!zip.has(main)) throw new Refusal('import-archive-broken', { problem: `${main} is missing` });
  const budget = { tags: 0 };
  const names = slideNames(zip, main, budget);
  const out = collectPassages();
  const counts = { pictures: 0, hidden: 0, embedded: zip.names.filter((name) => /\/embeddings\//.test(name)).length };
  for (const [index, name] of names.entries()) {
    onSlide(index, names.length);
    const slide = readSlide(name, readPart(zip, name), budget);
    counts.pictures += slide.pictures;
    if (slide.hidden) counts.hidden += 1;
    else writeSlide(out, index + 1, slide.shapes, [...others(zip, name, budget)]);
  }
  const { passages, firstHeading } = out.finish();
  const core = readCore(zip);
  const told: readonly (readonly [ImportNoteCode, number])[] = [
    ['pictures-left-out', counts.pictures],
    ['slides-left-out', counts.hidden],
    ['embedded-left-out', counts.embedded],
  ];
  const notes: ImportNote[] = told.flatMap(([code, count]) => (count > 0 ? [{ code, params: { count } }] : []));
  const title = generic.test(core.title ?? '') ? firstHeading : (core.title ?? firstHeading);
  return { title, language: core.language, passages, notes };
}

/** What PowerPoint calls a presentation that nobody named. */
const generic = /^(powerpoint[ -]pr\S+|presentation\d*|präsentation\d*|présentation.*)?$/i;

/** The slides in the order in which they are shown. */
function slideNames(zip: GuardedZip, main: string, budget: XmlBudget): string[] {
  const targets = new Map(inside(relations(zip, main)).map(({ id, target }) => [id, resolvePart('ppt/', target)]));
  const names: string[] = [];
  const open = ({ name, attributes }: { name: string; attributes: Readonly<Record<string, string>> }): void => {
    const target = name === 'p:sldId' ? targets.get(attributes['r:id'] ?? '') : undefined;
    if (target !== undefined && zip.has(target)) names.push(target);
  };
  walkXml(main, readPart(zip, main), { open }, budget);
  return names;
}

/** The texts of drawn lists (SmartArt), and the speaker's notes. */
function* others(zip: GuardedZip, slide: string, budget: XmlBudget): Generator<SlideShape> {
  const folder = slide.slice(0, slide.lastIndexOf('/') + 1);
  for (const { type, target } of inside(relations(zip, slide))) {
    const kind = /\/(diagramData|notesSlide)$/.exec(type)?.[1];
    const name = resolvePart(folder, target);
    if (kind === undefined || !zip.has(name)) continue;
    const shapes = readSlide(name, readPart(zip, name), budget).shapes;
    for (const shape of shapes) {
      if (kind === 'diagramData') yield { ...shape, role: 'list' };
      else if (shape.role === 'body') yield { ...shape, role: 'notes' };
    }
  }
}

function inside(links: readonly Relation[]): Relation[] {
  return links.filter(({ external }) => !external);
}

function writeSlide(
  out: PassageCollector,
  number: number,
  shapes: readonly SlideShape[],
  more: readonly SlideShape[],
): void {
  out.page(number);
  const title = shapes.find(({ role }) => role === 'title');
  const words =
    title?.paragraphs
      .map(({ text }) => text)
      .join(' ')
      .trim() ?? '';
  out.heading(number === 1 ? 1 : 2, words === '' ? `Slide ${number}` : words);
  for (const shape of [...inOrder(shapes.filter((one) => one !== title)), ...more]) {
    if (shape.rows !== null) writeTable(out, shape.rows);
    for (const { text, depth, bullet, mark } of shape.paragraphs) {
      if (shape.role === 'notes') out.body('note', text, `slide ${number}, notes`);
      else if (bullet) out.body('item', text, undefined, { depth, mark });
      else out.body('paragraph', text);
    }
  }
}

/** Placeholders as they come, then what was put down freely, from top to bottom and from left to right. */
function inOrder(shapes: readonly SlideShape[]): SlideShape[] {
  const band = 360_000; // a centimetre in the format's unit: what stands side by side
  return shapes.toSorted((a, b) => {
    if (a.at === null || b.at === null) return Number(b.at === null) - Number(a.at === null);
    return Math.round(a.at.y / band) - Math.round(b.at.y / band) || a.at.x - b.at.x;
  });
}

function writeTable(out: PassageCollector, rows: readonly (readonly string[])[]): void {
  const table = out.nextTable();
  for (const [row, cells] of rows.entries()) {
    for (const [column, text] of cells.entries()) {
      const name =
        row === 0
          ? 'header'
          : `row ${row}, ${rows[0]?.[column]?.slice(0, 60).toWellFormed() || `column ${column + 1}`}`;
      out.body('cell', text, `table ${table}, ${name}`, { table, row, column });
    }
  }
}
