/** The numbers of captions: counted in the order of the page, the same in the file and on screen. */
import type { CaptionSeries, DocumentTree } from './blocks.ts';

/** Numbers of captions by their key, and what their bookmarks are called (Figure 3). */
export type CaptionCount = {
  readonly captionNumbers: ReadonlyMap<string, number>;
  readonly labels: ReadonlyMap<string, string>;
};

/** Counts captions in the order of the page, each series for itself, and names what bookmarks refer to. */
export function countCaptions(document: DocumentTree): CaptionCount {
  const next: Record<CaptionSeries, number> = { figure: 1, table: 1 };
  const captionNumbers = new Map<string, number>();
  const labels = new Map<string, string>();
  const all = document.sections.flatMap(({ blocks }) => blocks);
  for (const block of all.flatMap((each) => (each.kind === 'pair' ? [...each.left, ...each.right] : [each]))) {
    if (block.kind !== 'caption') continue;
    const number = next[block.series]++;
    captionNumbers.set(block.key, number);
    if (block.bookmark !== undefined) labels.set(block.bookmark, `${document.captionWords[block.series]} ${number}`);
  }
  return { captionNumbers, labels };
}
