/** Opens a ZIP archive without believing it: every name, size and place is checked, and unpacking is counted. */
import { crc32, inflateRawSync } from 'node:zlib';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

/** A checked archive; parts are unpacked one by one, only when asked for. */
export type GuardedZip = {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of a part; refuses a part that is missing, damaged or larger than it may be. */
  read(name: string): Buffer;
};

/** Checks the directory of an archive and gives access to its parts. */
export function openZip(bytes: Buffer): GuardedZip {
  const entries = new Map(readDirectory(bytes).map((entry) => [entry.name, entry]));
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new Refusal('import-archive-broken', { problem: `${name} is missing` });
      const content = unpack(bytes, entry, limits.archiveTotal - unpacked);
      unpacked += content.length;
      return content;
    },
  };
}

/** Unpacks one entry, stopping at the first byte beyond what it may hold; the size it declares is only compared. */
function unpack(bytes: Buffer, entry: ZipEntry, left: number): Buffer {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  const byRatio = Math.max(limits.archiveRatioFrom, packed.length * limits.archiveRatio);
  const cap = Math.min(limits.archiveEntry, left, byRatio);
  const content = entry.method === 0 ? packed : inflate(packed, cap, entry.name);
  if (content.length > cap) throw bomb(entry.name, cap);
  if (content.length !== entry.size) throw broken(`${entry.name} has another size than the file says`);
  if (crc32(content) !== entry.crc) throw broken(`${entry.name} does not match its checksum`);
  return content;
}

function inflate(packed: Buffer, cap: number, name: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(cap, 1) });
  } catch (error) {
    if (error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw bomb(name, cap);
    throw broken(`${name} cannot be unpacked`);
  }
}

function bomb(part: string, cap: number): Refusal {
  return new Refusal('import-archive-bomb', { part, limit: Math.ceil(cap / 1_000_000) });
}

function broken(problem: string): Refusal {
  return new Refusal('import-archive-broken', { problem });
}
