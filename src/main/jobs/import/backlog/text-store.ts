/** Keeps long texts outside the heap until they are sent: 200,000 descriptions as strings would not fit the process. */

/** Texts by handle; a handle says where a text begins and how many bytes it has. */
export type TextStore = {
  put(text: string): TextHandle;
  get(handle: TextHandle): string;
};

/** A short text itself, or the place of a long one. */
export type TextHandle = string | { readonly piece: number; readonly start: number; readonly bytes: number };

const PIECE = 4 << 20;
const SHORT = 60;

/** Opens an empty store. */
export function openTextStore(): TextStore {
  const pieces: Buffer[] = [];
  let used = PIECE;
  return {
    put(text) {
      if (text.length <= SHORT) return text;
      const bytes = Buffer.byteLength(text);
      if (used + bytes > PIECE) {
        pieces.push(Buffer.allocUnsafeSlow(Math.max(PIECE, bytes)));
        used = 0;
      }
      const start = used;
      pieces.at(-1)?.write(text, start);
      used += bytes;
      return { piece: pieces.length - 1, start, bytes };
    },
    get(handle) {
      if (typeof handle === 'string') return handle;
      const { piece, start, bytes } = handle;
      return pieces[piece]?.toString('utf8', start, start + bytes) ?? '';
    },
  };
}
