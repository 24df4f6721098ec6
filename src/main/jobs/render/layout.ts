/** Where everything stands on paper, as plain data: pages, lines and rows, shares of a page, and how sure that is. */
import { layoutDocument } from 'docx/layout';
import { hasRightToLeft } from './clean-text.ts';
import { pageSizes } from '../../../shared/document/paper/page.ts';
import { paragraphSpecs } from '../../../shared/document/paper/style-table.ts';
import { mmToPoints, pixelsToPoints } from '../../../shared/document/paper/units.ts';
import { keyedTexts, plainText } from '../../../shared/document/walk.ts';
import type { Document } from 'docx';
import type { DocumentTree } from '../../../shared/document/blocks.ts';
import type { LayoutSettings } from '../../../shared/document/settings.ts';
import type { BlockBox, DocumentLayout, LaidPage } from '../../../shared/document/layout.ts';
import type { BodyPart } from './body.ts';

type Pages = ReturnType<typeof layoutDocument>['pages'];

/** Lays a document out; where the rules stop (an unknown font), it is laid out by the nearest guess and says so. */
export function layOut(
  file: Document,
  parts: readonly BodyPart[],
  settings: LayoutSettings,
  document: DocumentTree,
): DocumentLayout {
  const sure = layoutDocument(file);
  const { pages, stoppedAt: stop } = sure.stoppedAt === undefined ? sure : layoutDocument(file, { guess: true });
  const stoppedAt = sure.stoppedAt === undefined ? uncertainty(document) : (stop ?? sure.stoppedAt);
  const page = pageSizes[settings.paper];
  const top = mmToPoints(page.top);
  const height = mmToPoints(page.height - page.top - page.bottom);
  const sizes = new Map(paragraphSpecs(settings.density).map(({ id, size }) => [id as string, size]));
  const laid = pages.map((each, at) => readPage(each, at + 1, parts, sizes, { top, height }));
  return {
    source: stoppedAt === undefined ? 'computed' : 'guessed',
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    pages: laid,
    shares: sharesOf(laid, height),
    pageFill: laid.map(({ fill }) => fill),
    splits: splitsOf(laid),
  };
}

/** What no rule can tell: letters from the right are in no font that is measured here, and each office takes another. */
function uncertainty(document: DocumentTree): string | undefined {
  const isMeasured = keyedTexts(document).every(({ runs }) => !hasRightToLeft(plainText(runs)));
  return isMeasured ? undefined : 'text that is written from the right';
}

function readPage(
  page: Pages[number],
  number: number,
  parts: readonly BodyPart[],
  sizes: ReadonlyMap<string, number>,
  text: { readonly top: number; readonly height: number },
): LaidPage {
  const boxes = page.body.flatMap((laid): BlockBox[] => {
    const part = parts[laid.index];
    if (part === undefined) return [];
    const origin = { block: part.block, key: part.key, section: part.section, style: part.style };
    if (laid.type === 'table') {
      return laid.rows.map((row) => ({
        ...origin,
        row: row.index,
        y: points(row.y),
        height: points(row.height),
        fontSize: sizes.get('TableText') ?? 0,
        lines: [],
      }));
    }
    const lines = laid.lines.map((line) => ({
      text: line.text,
      x: points(line.x),
      y: points(line.y),
      width: points(line.width),
      height: points(line.height),
      textWidth: points(line.textWidth),
    }));
    const first = lines[0];
    const last = lines.at(-1);
    if (first === undefined || last === undefined) return [];
    const height = round(last.y + last.height - first.y);
    return [{ ...origin, y: first.y, height, fontSize: sizes.get(part.style) ?? 0, lines }];
  });
  const bottom = Math.max(text.top, ...boxes.map((box) => box.y + box.height));
  const opening = page.body[0];
  return {
    number,
    width: points(page.width),
    height: points(page.height),
    fill: round((bottom - text.top) / text.height),
    firstLine: opening === undefined ? '' : firstLineOf(opening, parts),
    boxes,
    guesses: page.guesses ?? [],
  };
}

function firstLineOf(opening: Pages[number]['body'][number], parts: readonly BodyPart[]): string {
  if (opening.type === 'table') return parts[opening.index]?.firstText ?? '';
  return opening.lines.find(({ text }) => text.trim() !== '')?.text.trim() ?? '';
}

/** Heights of lines and rows without the white between them, in pages. */
function sharesOf(pages: readonly LaidPage[], height: number): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const { section, lines, height: boxHeight } of pages.flatMap(({ boxes }) => boxes)) {
    const own = lines.length > 0 ? lines.reduce((sum, line) => sum + line.height, 0) : boxHeight;
    sums.set(section, (sums.get(section) ?? 0) + own);
  }
  return Object.fromEntries([...sums].map(([section, sum]) => [section, round(sum / height)]));
}

/** How many blocks begin on one page and end on another. */
function splitsOf(pages: readonly LaidPage[]): number {
  const lastPage = new Map<string, number>();
  let splits = 0;
  for (const { number, boxes } of pages) {
    for (const key of new Set(boxes.map(({ block }) => block))) {
      if (lastPage.has(key)) splits += 1;
      lastPage.set(key, number);
    }
  }
  return splits;
}

function points(pixels: number): number {
  return round(pixelsToPoints(pixels));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
