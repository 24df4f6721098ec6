/** Plain text as passages: paragraphs between blank lines, lists, and the headings that people type by hand. */
import { collectPassages, type ReadDocument, type Shape } from './passages.ts';

/** Reads a whole plain text. */
export function readPlainText(text: string): ReadDocument {
  const out = collectPassages();
  for (const block of text.split(/(?:\r\n|\n|\r|\f)[ \t]*(?:(?:\r\n|\n|\r|\f)[ \t]*)+/)) {
    const lines = block.split(/\r\n|\n|\r|\f/).filter((line) => line.trim() !== '');
    const level = headingLevel(lines);
    if (level > 0) out.heading(level, lines[0] ?? '');
    else for (const part of splitItems(lines)) out.body(part.kind, part.text, undefined, part.shape);
  }
  const { passages, firstHeading } = out.finish();
  return { title: firstHeading, language: null, passages, notes: [] };
}

/** A line that is underlined, numbered like a chapter, or in capitals, and alone in its block. */
function headingLevel(lines: readonly string[]): number {
  const [line = '', under = ''] = lines.map((candidate) => candidate.trim());
  if (lines.length === 2 && /^={3,}$/.test(under)) return 1;
  if (lines.length === 2 && /^-{3,}$/.test(under)) return 2;
  if (lines.length !== 1 || line.length > 90 || /[.,;:!?…]$/.test(line)) return 0;
  const number =
    /^(?:(?:chapter|part|section|kapitel|teil|abschnitt|chapitre|partie)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\p{Lu}/iu.exec(
      line,
    );
  if (number !== null) return Math.min(6, (number[1] ?? '').split('.').length);
  const letters = line.match(/\p{L}/gu) ?? [];
  return letters.length >= 3 && /\p{Lu}/u.test(line) && line === line.toUpperCase() && line.length <= 70 ? 1 : 0;
}

type Part = { readonly kind: 'paragraph' | 'item'; readonly text: string; readonly shape: Shape };

function splitItems(lines: readonly string[]): Part[] {
  const parts: { kind: Part['kind']; lines: string[]; shape: Shape }[] = [];
  for (const line of lines) {
    const item = /^\s*([-*•–·‣]|\d{1,3}[.)]|[a-z][.)])\s+(\S.*)$/.exec(line);
    const mark = item?.[1] ?? '';
    if (item !== null)
      parts.push({ kind: 'item', lines: [item[2] ?? ''], shape: { depth: 0, mark: /\w/.test(mark) ? mark : '' } });
    else if (parts.length === 0) parts.push({ kind: 'paragraph', lines: [line.trim()], shape: {} });
    else parts.at(-1)?.lines.push(line.trim());
  }
  return parts.map(({ kind, lines: own, shape }) => ({
    kind,
    shape,
    text: own.join(kind === 'item' || isWrapped(own) ? ' ' : '\n'),
  }));
}

/** Lines of about one length were broken by a program for a narrow page; short ones were broken on purpose. */
function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1);
  return full.length > 0 && full.every((line) => line.length >= 45 && line.length <= 130);
}
