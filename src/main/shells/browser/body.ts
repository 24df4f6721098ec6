/** Bodies of requests: counted while they are read, and plain JSON of a sane shape or refused. */
import type { IncomingMessage } from 'node:http';
import { parseStrictJson } from '../../lib/strict-json.ts';

/** A parsed body, or the status that refuses it. */
export type Body = { readonly value: unknown } | { readonly refused: number };

/** Reads and parses a body of at most `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > limit) return { refused: 413 };
      pieces.push(piece);
    }
  } catch {
    // The sender went away before the end.
    return { refused: 400 };
  }
  return parseBody(Buffer.concat(pieces));
}

/** Parses a body: UTF-8 without a mark, not nested beyond reason, no key that reaches for a prototype. */
export function parseBody(bytes: Uint8Array): Body {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return parseStrictJson(text) ?? { refused: 400 };
  } catch {
    return { refused: 400 };
  }
}
