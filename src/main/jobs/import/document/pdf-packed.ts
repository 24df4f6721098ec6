/** How large a packed part of a PDF becomes, told without keeping what comes out. */
import { constants, inflateSync, type Zlib } from 'node:zlib';

/** Bytes that went in and bytes that come out; `more` says that the limit was reached. */
export type Unpacked = { readonly from: number; readonly to: number; readonly more: boolean };

/** Measures a part by the last of its filters; those before it turn text into bytes. Null for what is not packed. */
export function measurePart(bytes: Buffer, filters: readonly string[], limit: number): Unpacked | null {
  let part = bytes;
  let scanned = 0;
  for (const filter of filters) {
    const in85 = /^(?:ASCII85Decode|A85)$/u.test(filter);
    if (in85 || /^(?:ASCIIHexDecode|AHx)$/u.test(filter)) {
      const letters = upTo(part, in85 ? '~' : '>');
      scanned += letters.length;
      part = in85 ? fromAscii85(letters, limit) : fromHex(letters);
    } else if (filter.startsWith('LZW')) return lzwLength(part, limit);
    else if (/^(?:RunLengthDecode|RL)$/u.test(filter)) return runLength(part, limit);
    else break;
  }
  // By what it is and not by what is said about it: the header of the packing is known.
  const inflated = ((part[0] ?? 0) & 0x0f) === 8 ? inflatedLength(part, limit) : null;
  return inflated ?? (scanned === 0 ? null : { from: scanned, to: part.length, more: false });
}

function upTo(part: Buffer, end: string): Buffer {
  const at = part.indexOf(end);
  return at < 0 ? part : part.subarray(0, at);
}

function fromHex(letters: Buffer): Buffer {
  return Buffer.from(letters.toString('latin1').replaceAll(/\s/gu, ''), 'hex');
}

type Inflated = { readonly buffer: Buffer; readonly engine: Zlib & { readonly bytesWritten: number } };

function inflatedLength(part: Buffer, limit: number): Unpacked | null {
  try {
    // The end of the part may not be known; whatever follows it is not looked at.
    const options = { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH, info: true };
    const { buffer, engine } = inflateSync(part, options) as unknown as Inflated;
    return { from: engine.bytesWritten, to: buffer.length, more: false };
  } catch (error) {
    const more = error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    return more ? { from: part.length, to: limit, more } : null;
  }
}

function runLength(part: Buffer, limit: number): Unpacked {
  let to = 0;
  let at = 0;
  while (at < part.length && part[at] !== 128 && to <= limit) {
    const length = part[at] ?? 128;
    to += length < 128 ? length + 1 : 257 - length;
    at += length < 128 ? length + 2 : 2;
  }
  return { from: at, to, more: to > limit };
}

/** Only the length of what each code stands for is kept. */
function lzwLength(part: Buffer, limit: number): Unpacked {
  const lengths = new Uint32Array(4097).fill(1, 0, 256);
  let [next, width, held, bits, to, before, at] = [258, 9, 0, 0, 0, 0, 0];
  while (at < part.length && to <= limit) {
    for (; bits < width; bits += 8) held = ((held << 8) | (part[at++] ?? 0)) & 0xffffff;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) [next, width, before] = [258, 9, 0];
    else {
      const length = code < next ? (lengths[code] ?? 1) : before + 1;
      if (before > 0 && next < 4096) lengths[next++] = before + 1;
      to += length;
      before = length;
      width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
    }
  }
  return { from: at, to, more: to > limit };
}

function fromAscii85(text: Buffer, limit: number): Buffer {
  const out = Buffer.alloc(Math.min(limit, text.length * 4 + 4));
  let [value, digits, at] = [0, 0, 0];
  for (const sign of text) {
    if (at + 4 > out.length) break;
    if (sign === 122 && digits === 0) at = out.writeUInt32BE(0, at);
    else if (sign >= 33 && sign <= 117) {
      value = value * 85 + (sign - 33);
      if (++digits === 5) {
        at = out.writeUInt32BE(value % 0x1_0000_0000, at);
        [value, digits] = [0, 0];
      }
    }
  }
  return out.subarray(0, at);
}
