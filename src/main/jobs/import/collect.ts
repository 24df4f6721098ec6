/** Gathers the pieces of an input that has to be looked at as a whole. */
import { Refusal } from './refusal.ts';

/** All bytes in one piece; `limit` is in bytes. */
export async function collectBytes(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  return Buffer.concat(await collectPieces(bytes, limit));
}

/** All pieces as they came, for inputs too large to copy; `limit` is in bytes. */
export async function collectPieces(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > limit) throw new Refusal('import-too-large', { limit: Math.round(limit / 1_000_000) });
    pieces.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length));
  }
  return pieces;
}
