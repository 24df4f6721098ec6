/** Writes ZIP archives byte by byte, honest ones and every kind of dishonest one. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part with what its headers shall claim; what is left out is told truthfully. */
export type MadePart = {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  /** Already packed data, for content too large to hold. */
  readonly packed?: Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly crc?: number;
  /** Unix mode, for links. */
  readonly mode?: number;
  readonly localName?: string;
  /** Points to the data of an earlier part instead of writing its own. */
  readonly sameAs?: number;
};

/** What the end of the directory shall claim. */
export type MadeEnd = { readonly count?: number; readonly zip64?: boolean };

/** The archive. */
export function makeZip(parts: readonly MadePart[], end: MadeEnd = {}): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name as string);
    const content = Buffer.from(part.content ?? '');
    const method = part.method ?? 8;
    const packed = part.packed ?? (method === 0 ? content : deflateRawSync(content));
    const fields = Buffer.alloc(24);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(part.crc ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? content.length, 18);
    const localName = Buffer.from(part.localName ?? name);
    const start = part.sameAs === undefined ? at : (starts[part.sameAs] ?? 0);
    starts.push(start);
    if (part.sameAs === undefined) {
      const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.alloc(2), localName, packed]);
      local.writeUInt16LE(localName.length, 26);
      local.writeUInt16LE(0, 28);
      pieces.push(local);
      at += local.length;
    }
    const entry = Buffer.alloc(46);
    entry.write('504b0102', 'hex');
    entry.writeUInt16LE(part.mode === undefined ? 20 : 0x0314, 4);
    fields.copy(entry, 6, 0, 22);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(((part.mode ?? 0) << 16) >>> 0, 38);
    entry.writeUInt32LE(start, 42);
    directory.push(entry, name);
  }
  const central = Buffer.concat(directory);
  const tail = Buffer.alloc(22);
  tail.write('504b0506', 'hex');
  const count = end.count ?? parts.length;
  tail.writeUInt16LE(Math.min(count, 0xffff), 8);
  tail.writeUInt16LE(Math.min(count, 0xffff), 10);
  tail.writeUInt32LE(end.zip64 === true ? 0xffffffff : central.length, 12);
  tail.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, central, tail]);
}

/** A gigabyte of zeros, packed without ever being held: one packed megabyte, again and again. */
export function packedGigabyte(): Buffer {
  const block = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  return Buffer.concat([...Array.from({ length: 1024 }, () => block), Buffer.from('0300', 'hex')]);
}
