/** Reads the directory of a ZIP archive and refuses every trick that readers of archives are known to disagree on. */
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** One file of an archive; its place and sizes are those of the directory, checked against the local header. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerStart: number;
  readonly dataStart: number;
};

/** The files of an archive (folders are skipped), after all checks that need no unpacking. */
export function readDirectory(bytes: Buffer): readonly ZipEntry[] {
  const end = findEnd(bytes);
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let at = end.directoryStart;
  let total = 0;
  for (let index = 0; index < end.count; index++) {
    if (at + 46 > end.start || bytes.readUInt32LE(at) !== 0x02014b50) throw broken('its directory is cut off');
    const nameLength = bytes.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end.start) throw broken('its directory is cut off');
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = checkName(rawName);
    checkAttributes(bytes, at, name);
    const folded = name.normalize('NFC').toLowerCase();
    if (seen.has(folded)) throw unsafe('the same name twice', name);
    seen.add(folded);
    const entry = locate(bytes, at, rawName, name, end.directoryStart);
    total += entry.size;
    if (entry.size > limits.archiveEntry) throw bomb(name, limits.archiveEntry);
    if (total > limits.archiveTotal) throw bomb('the archive', limits.archiveTotal);
    if (!name.endsWith('/')) entries.push(entry);
    at = next;
  }
  if (at !== end.start) throw broken('its directory does not end where it should');
  refuseOverlap(entries);
  for (const entry of entries) refuseNested(bytes, entry);
  return entries;
}

type DirectoryEnd = { readonly start: number; readonly count: number; readonly directoryStart: number };

function findEnd(bytes: Buffer): DirectoryEnd {
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + 22 + bytes.readUInt16LE(at + 20) !== bytes.length) continue;
    const count = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 12);
    const directoryStart = bytes.readUInt32LE(at + 16);
    if (count > limits.archiveEntries)
      throw new Refusal('import-too-many', { limit: limits.archiveEntries, what: 'parts' });
    const zip64 = count === 0xffff || size === 0xffffffff || directoryStart === 0xffffffff;
    if (zip64 || (at >= 20 && bytes.readUInt32LE(at - 20) === 0x07064b50)) {
      throw unsafe('the form for archives beyond 4 GB', 'directory');
    }
    const parts = bytes.readUInt16LE(at + 4) !== 0 || bytes.readUInt16LE(at + 6) !== 0;
    if (parts || bytes.readUInt16LE(at + 8) !== count) throw unsafe('an archive in several pieces', 'directory');
    if (directoryStart + size !== at) throw broken('its directory is not where it should be');
    return { start: at, count, directoryStart };
  }
  throw broken('it has no directory');
}

function checkName(raw: Buffer): string {
  const name = raw.toString('utf8');
  const shown = JSON.stringify(name.slice(0, 80)).slice(1, -1);
  if (name.length === 0 || name.includes('\uFFFD')) throw unsafe('a name that is not text', shown);
  if (name.includes('\0')) throw unsafe('a name with a zero byte', shown);
  if (name.includes('\\')) throw unsafe('a name with a backslash', shown);
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) throw unsafe('a name that starts at the root of a disk', shown);
  if (name.split('/').includes('..')) throw unsafe('a name that leaves its folder', shown);
  return name;
}

function checkAttributes(bytes: Buffer, at: number, name: string): void {
  const flags = bytes.readUInt16LE(at + 8);
  if ((flags & 0x2041) !== 0) throw new Refusal('import-encrypted');
  const method = bytes.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw unsafe('an uncommon way of packing', name);
  const unixType = (bytes.readUInt16LE(at + 40) & 0xf000) >>> 0;
  if (unixType !== 0 && unixType !== 0x8000 && unixType !== 0x4000) throw unsafe('a link or device', name);
  for (const offset of [20, 24, 42]) {
    if (bytes.readUInt32LE(at + offset) === 0xffffffff) throw unsafe('the form for archives beyond 4 GB', name);
  }
}

/** Finds the data of an entry; the local header has to tell the same name and method as the directory. */
function locate(bytes: Buffer, at: number, rawName: Buffer, name: string, directoryStart: number): ZipEntry {
  const headerStart = bytes.readUInt32LE(at + 42);
  if (headerStart + 30 > directoryStart || bytes.readUInt32LE(headerStart) !== 0x04034b50) {
    throw broken(`${name} is not where the directory says`);
  }
  const localName = bytes.subarray(headerStart + 30, headerStart + 30 + bytes.readUInt16LE(headerStart + 26));
  const method = bytes.readUInt16LE(at + 10);
  if (!localName.equals(rawName) || bytes.readUInt16LE(headerStart + 8) !== method) {
    throw unsafe('two different descriptions of a part', name);
  }
  const dataStart = headerStart + 30 + localName.length + bytes.readUInt16LE(headerStart + 28);
  const packedSize = bytes.readUInt32LE(at + 20);
  const size = bytes.readUInt32LE(at + 24);
  if (dataStart + packedSize > directoryStart) throw broken(`${name} is cut off`);
  if (method === 0 && size !== packedSize) throw unsafe('two different sizes of a part', name);
  return { name, method, crc: bytes.readUInt32LE(at + 16), packedSize, size, headerStart, dataStart };
}

function refuseOverlap(entries: readonly ZipEntry[]): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.headerStart - b.headerStart)) {
    if (entry.headerStart < end) throw unsafe('parts that lie over each other', entry.name);
    end = entry.dataStart + entry.packedSize;
  }
}

/** Word keeps the data of a chart as a workbook under "embeddings": never opened, but no reason to refuse. */
function refuseNested(bytes: Buffer, entry: ZipEntry): void {
  if (/(^|\/)embeddings\//.test(entry.name)) return;
  const archive = /\.(zip|jar|7z|rar|gz|bz2|xz|tar|tgz|cab|iso|docx|docm|xlsx|xlsm|pptx|odt|ods)$/i.test(entry.name);
  const stored = entry.method === 0 && entry.packedSize > 4 && bytes.readUInt32LE(entry.dataStart) === 0x04034b50;
  if (archive || stored) throw unsafe('an archive inside the archive', entry.name);
}

function unsafe(problem: string, part: string): Refusal {
  return new Refusal('import-archive-unsafe', { problem, part });
}

function broken(problem: string): Refusal {
  return new Refusal('import-archive-broken', { problem });
}

function bomb(part: string, cap: number): Refusal {
  return new Refusal('import-archive-bomb', { part, limit: cap / 1_000_000 });
}
