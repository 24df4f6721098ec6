/** Refuses a PDF whose packed parts would unpack beyond reason, before anything else looks into it. */
import { constants, inflateSync } from 'node:zlib';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

/** Tries every packed part; pictures are left alone, since they are never unpacked. */
export function refuseBomb(bytes: Buffer): void {
  let total = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const before = bytes.toString('latin1', Math.max(0, at - 400), at);
    if (before.endsWith('end')) continue;
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    if (/\/Subtype\s*\/Image\b/u.test(dictionary)) continue;
    if ((dictionary.match(/\/(?:Fl(?:ateDecode)?|LZW(?:Decode)?)\b/gu)?.length ?? 0) > 1)
      throw new Refusal('import-archive-unsafe', { problem: 'a part that is packed twice', part: `byte ${at}` });
    const start = at + 6 + (bytes[at + 6] === 13 ? 1 : 0) + 1;
    if (bytes[start] !== undefined && (bytes[start] & 0x0f) === 8) total += unpackedSize(bytes, start);
    if (total > limits.archiveTotal * 2) throw bomb(limits.archiveTotal * 2);
  }
}

/** 0 for what is not packed after all: reading it is another's concern. */
function unpackedSize(bytes: Buffer, start: number): number {
  try {
    // The end of the part is not known; whatever follows it is not looked at.
    return inflateSync(bytes.subarray(start), {
      maxOutputLength: limits.archiveEntry,
      finishFlush: constants.Z_SYNC_FLUSH,
    }).length;
  } catch (error) {
    if (error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw bomb(limits.archiveEntry);
    return 0;
  }
}

function bomb(limit: number): Refusal {
  return new Refusal('import-archive-bomb', { part: 'a page', limit: limit / 1_000_000 });
}
