/** Gathers the pieces of an input that has to be looked at as a whole. */
import { Refusal } from './refusal.ts';

/** All bytes in one piece; `limit` is in bytes. */
export async function collectBytes(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  return Buffer.concat(await collectPieces(bytes, limit));
}

/** What is asked of an input while it comes, once its first piece is seen: how large it may be, and each piece by itself. */
export type Intake = { readonly limit: number; readonly look?: (piece: Buffer) => void };

/** All pieces as they came, for inputs too large to copy; `limit` is in bytes, or is found from the first piece. */
export async function collectPieces(
  bytes: AsyncIterable<Uint8Array>,
  limit: number | ((head: Buffer) => Intake),
): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  let size = 0;
  let intake: Intake | null = null;
  for await (const piece of bytes) {
    const own = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    intake ??= typeof limit === 'number' ? { limit } : limit(own);
    size += own.length;
    if (size > intake.limit) throw new Refusal('import-too-large', { limit: Math.round(intake.limit / 1_000_000) });
    intake.look?.(own);
    pieces.push(own);
  }
  return pieces;
}
