/** Refuses a PDF whose packed parts would unpack beyond reason, before anything else looks into it. */
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { measurePart } from './pdf-packed.ts';

/** Tries every packed part; pictures are left alone, since they are never unpacked. */
export function refuseBomb(bytes: Buffer): void {
  let total = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const before = bytes.toString('latin1', Math.max(0, at - 400), at);
    if (before.endsWith('end')) continue;
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    // A picture says how large it is; what only calls itself one may be something else.
    if (/\/Subtype\s*\/Image\b/u.test(dictionary) && /\/(?:Width|W)\s/u.test(dictionary)) continue;
    const filters = filtersOf(dictionary, at);
    const start = at + 6 + (bytes[at + 6] === 13 ? 1 : 0) + 1;
    // Where the part says that it ends is not believed: what is packed knows its own end.
    const unpacked = measurePart(bytes.subarray(start), filters, limits.archiveEntry);
    if (unpacked === null) continue;
    const { from, to, more } = unpacked;
    if (more) throw bomb(limits.archiveEntry);
    if (to > limits.archiveRatioFrom && to > from * limits.archiveRatio) throw bomb(from * limits.archiveRatio);
    total += Math.max(from, to);
    if (total > limits.archiveTotal * 2) throw bomb(limits.archiveTotal * 2);
  }
}

/** The names of the filters in their order; who hides them or packs twice means no good. */
function filtersOf(dictionary: string, at: number): readonly string[] {
  const said = /\/(?:Filter|F)\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+)/u.exec(dictionary)?.[1] ?? '';
  const filters = said.match(/[^/\s[\]]+/gu) ?? [];
  const refuse = (problem: string): Refusal => new Refusal('import-archive-unsafe', { problem, part: `byte ${at}` });
  if (filters.some((name) => name.includes('#'))) throw refuse('a part whose packing is hidden');
  if ((dictionary.match(/\/(?:Fl(?:ateDecode)?|LZW(?:Decode)?|RL|RunLengthDecode)\b/gu)?.length ?? 0) > 1)
    throw refuse('a part that is packed twice');
  return filters;
}

function bomb(limit: number): Refusal {
  return new Refusal('import-archive-bomb', { part: 'a page', limit: Math.ceil(limit / 1_000_000) });
}
