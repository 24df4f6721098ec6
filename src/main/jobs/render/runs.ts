/** Runs of the block tree as runs of the library: marks, line breaks, tabs, scripts, links and references. */
import { BookmarkEnd, BookmarkStart, BuilderElement, ExternalHyperlink, TextRun } from 'docx';
import { cleanText, eastAsianLanguage, rightToLeftLanguage, safeLink, scriptParts } from './clean-text.ts';
import type { Mark, ReferenceRun, Run, TextRun as Text } from '../../../shared/document/blocks.ts';
import type { ParagraphChild, XmlComponent } from 'docx';
import type { CharacterId } from '../../../shared/document/paper/style-table.ts';
import type { Writer } from './writer.ts';

const markStyles: Readonly<Record<Mark, CharacterId>> = {
  emphasised: 'Emphasised',
  quiet: 'Quiet',
  accent: 'AccentMark',
  'fact-label': 'FactLabel',
};

/** The children of a paragraph for runs; the key says where a removed character stood. */
export function writeRuns(writer: Writer, key: string, runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap((run) => ('text' in run ? writeText(writer, key, run) : [writeReference(writer, run)]));
}

/** Runs of plain text with an optional mark. */
export function writePlain(writer: Writer, key: string, text: string, mark?: Mark): ParagraphChild[] {
  return writeRuns(writer, key, [mark === undefined ? { text } : { text, mark }]);
}

/** A field with its value written, as a run of its own; the value never comes from a client's data. */
export function writeField(writer: Writer, instruction: string, value: string, mark?: Mark): ParagraphChild {
  return asChild(
    new BuilderElement({
      name: 'w:fldSimple',
      attributes: { instr: { key: 'w:instr', value: ` ${instruction} ` } },
      children: [new TextRun({ text: value, ...markOf(writer, mark) })],
    }),
  );
}

/** Children with a bookmark around them. Ids are counted in the document, since the library counts over the process. */
export function bookmarked(writer: Writer, name: string, children: readonly ParagraphChild[]): ParagraphChild[] {
  writer.counters.bookmark += 1;
  const id = writer.counters.bookmark;
  return [asChild(new BookmarkStart(name, id)), ...children, asChild(new BookmarkEnd(id))];
}

/** The text that decides the direction of a paragraph. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => ('text' in run ? run.text : '')).join('');
}

function writeText(writer: Writer, key: string, run: Text): ParagraphChild[] {
  const text = cleanText(run.text, key, writer.removed);
  const link = run.link === undefined ? null : safeLink(run.link);
  if (link === null) return textRuns(writer, text, run.mark);
  return [new ExternalHyperlink({ link, children: textRuns(writer, text, run.mark, 'Hyperlink') })];
}

function textRuns(writer: Writer, text: string, mark?: Mark, style?: CharacterId): ParagraphChild[] {
  const { language } = writer.document.properties;
  return scriptParts(text).map((part) => {
    const options = {
      ...(style === undefined ? markOf(writer, mark) : { style: writer.styleId(style) }),
      ...(part.script === 'right-to-left'
        ? { rightToLeft: true, language: { bidirectional: rightToLeftLanguage(part.text, language) } }
        : {}),
      ...(part.script === 'east-asian'
        ? { font: { hint: 'eastAsia' }, language: { eastAsia: eastAsianLanguage(part.text, language) } }
        : {}),
    };
    const pieces = part.text.split(/([\n\t])/u).filter((piece) => piece !== '');
    if (!pieces.some((piece) => piece === '\n' || piece === '\t')) return new TextRun({ ...options, text: part.text });
    return new TextRun({
      ...options,
      children: pieces.map((piece) => (piece === '\n' ? lineBreak() : piece === '\t' ? tab() : piece)),
    });
  });
}

function writeReference(writer: Writer, run: ReferenceRun): ParagraphChild {
  if (run.show === 'page') return writeField(writer, `PAGEREF ${run.ref} \\h`, '', run.mark);
  return writeField(writer, `REF ${run.ref} \\h \\* MERGEFORMAT`, writer.labels.get(run.ref) ?? '', run.mark);
}

function markOf(writer: Writer, mark: Mark | undefined): { readonly style?: string } {
  return mark === undefined ? {} : { style: writer.styleId(markStyles[mark]) };
}

/** The library takes any component in a paragraph, but its types list only the common ones. */
function asChild(component: XmlComponent): ParagraphChild {
  return component as unknown as ParagraphChild;
}

function lineBreak(): BuilderElement {
  return new BuilderElement({ name: 'w:br' });
}

function tab(): BuilderElement {
  return new BuilderElement({ name: 'w:tab' });
}
