/** Bodies of requests: counted while they are read, and plain JSON of a sane shape or refused. */
import type { IncomingMessage } from 'node:http';

/** A parsed body, or the status that refuses it. */
export type Body = { readonly value: unknown } | { readonly refused: number };

/** Deepest nesting of a body; the contract needs about ten. */
const deepest = 64;

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
  if (nesting(bytes) > deepest) return { refused: 400 };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return /__proto__|\\u/u.test(text) && reachesForPrototype(value) ? { refused: 400 } : { value };
  } catch {
    return { refused: 400 };
  }
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [...Buffer.from('"\\{}[]')];

/** How deep the brackets go; counted on the bytes, so that nothing has to be built to find out. */
function nesting(bytes: Uint8Array): number {
  let depth = 0;
  let most = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText) {
      if (byte === backslash) at++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === openBrace || byte === openBracket) most = Math.max(most, ++depth);
    else if (byte === closeBrace || byte === closeBracket) depth--;
  }
  return most;
}

function reachesForPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(reachesForPrototype);
}
