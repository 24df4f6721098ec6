/** What is shared while one document is written: its numbers, references, drawings, and what was left out. */
import type { DocumentTree } from '../../../shared/document/blocks.ts';
import type { LayoutSettings } from '../../../shared/document/settings.ts';
import type { RemovedCharacter } from './clean-text.ts';

/** A picture as it goes into the file: the drawing, and the bitmap for programs that cannot draw it. */
export type Drawing = { readonly svg?: Uint8Array; readonly png: Uint8Array };

/** Everything that the parts of the writer hand to one another. */
export type Writer = {
  readonly document: DocumentTree;
  readonly settings: LayoutSettings;
  /** Ids of the styles in this file, by the ids of ours: a firm's template may call them otherwise. */
  readonly styleId: (id: string) => string;
  /** Number of a caption by its key. */
  readonly captionNumbers: ReadonlyMap<string, number>;
  /** What a bookmark is called (Figure 3), by its name. */
  readonly labels: ReadonlyMap<string, string>;
  readonly pictures: PictureStore;
  readonly removed: RemovedCharacter[];
  /** Whether the paragraphs being written are in a cell, where keep rules are the row's. */
  readonly inCell: boolean;
  readonly counters: { bookmark: number; drawing: number; list: number };
};

/**
 * The pictures of one document. The library hashes and compresses every picture anew, so it is handed a few bytes that
 * stand for each; the picture takes their place when the package is sealed, and no bitmap is drawn before.
 */
export type PictureStore = {
  /** A drawing as SVG with its bitmap; equal drawings are stored once. */
  readonly drawing: (svg: string) => Drawing;
  /** A drawing of which only the bitmap goes into the file. */
  readonly bitmapOf: (svg: string) => Drawing;
  /** A bitmap that is there already. */
  readonly bitmap: (png: Uint8Array) => Drawing;
  /** The picture that a stand-in stands for. */
  readonly original: (standIn: Uint8Array) => Uint8Array | undefined;
};

/** An empty store of pictures; `render` draws SVG as PNG. */
export function createPictureStore(render: (svg: string) => Uint8Array): PictureStore {
  const originals: (() => Uint8Array)[] = [];
  const known = new Map<string, Drawing>();
  const encoder = new TextEncoder();
  const standIn = (original: () => Uint8Array): Uint8Array => encoder.encode(`picture ${originals.push(original)}`);
  const once = (name: string, make: () => Drawing): Drawing => {
    const drawing = known.get(name) ?? make();
    known.set(name, drawing);
    return drawing;
  };
  return {
    drawing: (svg) =>
      once(`drawing ${svg}`, () => ({ svg: standIn(() => encoder.encode(svg)), png: standIn(() => render(svg)) })),
    bitmapOf: (svg) => once(`bitmap ${svg}`, () => ({ png: standIn(() => render(svg)) })),
    bitmap: (png) => ({ png: standIn(() => png) }),
    original: (bytes) => {
      const number = bytes.length > 20 ? null : /^picture (\d+)$/u.exec(new TextDecoder().decode(bytes));
      return number === null ? undefined : originals[Number(number[1]) - 1]?.();
    },
  };
}
