/** Decides how bytes are to be read as text: by their mark, by being valid Unicode, else by the letters they would give. */
import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { Refusal } from '../refusal.ts';

/** An encoding by its name; `skip` is the length of the mark at the start, `confidence` goes from 0 to 1. */
export type Encoding = { readonly name: string; readonly confidence: number; readonly skip: number };

/** Looks at all pieces of a file; text that is neither Unicode nor marked is guessed, with a confidence below 1. */
export function detectEncoding(pieces: readonly Buffer[]): Encoding {
  const head = Buffer.concat(pieces.slice(0, 2)).subarray(0, 65_536);
  const marked = readMark(head);
  if (marked !== null) return marked;
  const wide = looksWide(head);
  if (wide !== null) return { name: wide, confidence: 0.9, skip: 0 };
  const wrong = firstInvalid(pieces);
  if (wrong === null) return { name: 'utf-8', confidence: 1, skip: 0 };
  refuseSurrogate(pieces, wrong);
  return guess(pieces, wrong);
}

/** The encoding that somebody chose by hand, with the mark that the file may still have. */
export function chosenEncoding(name: string, head: Buffer): Encoding {
  const folded = name.toLowerCase();
  const marked = readMark(head);
  return { name: folded, confidence: 1, skip: marked?.name === folded ? marked.skip : 0 };
}

/** "line 12": where a byte lies, for people. */
export function placeOf(pieces: readonly Buffer[], offset: number): string {
  let line = 1;
  let start = 0;
  for (const piece of pieces) {
    const end = Math.min(piece.length, offset - start);
    for (let at = piece.indexOf(10); at >= 0 && at < end; at = piece.indexOf(10, at + 1)) line++;
    start += piece.length;
    if (start >= offset) break;
  }
  return `line ${line}`;
}

/** The offset of the first byte that is not valid UTF-8, or null; a sequence may run over two pieces. */
export function firstInvalid(pieces: readonly Buffer[]): number | null {
  let carry: Buffer = Buffer.alloc(0);
  let start = 0;
  for (const [index, piece] of pieces.entries()) {
    const joined = carry.length === 0 ? piece : Buffer.concat([carry, piece]);
    const cut = index === pieces.length - 1 ? joined.length : wholeCharacters(joined);
    if (!isUtf8(joined.subarray(0, cut))) return start + invalidWithin(joined);
    carry = joined.subarray(cut);
    start += cut;
  }
  return null;
}

/** How many bytes of a piece hold whole UTF-8 characters; at most three are held back. */
export function wholeCharacters(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back++) {
    const byte = piece[piece.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? piece.length - back : piece.length;
  }
  return piece.length;
}

function readMark(head: Buffer): Encoding | null {
  if (head.length >= 4 && head.readUInt32LE(0) === 0x0000feff)
    throw new Refusal('import-encoding', { encoding: 'UTF-32', place: 'its start' });
  if (head.length >= 3 && head.readUIntBE(0, 3) === 0xefbbbf) return { name: 'utf-8', confidence: 1, skip: 3 };
  if (head.length < 2) return null;
  const mark = head.readUInt16BE(0);
  if (mark === 0xfffe) return { name: 'utf-16le', confidence: 1, skip: 2 };
  return mark === 0xfeff ? { name: 'utf-16be', confidence: 1, skip: 2 } : null;
}

/** UTF-16 without a mark: every other byte of mostly Latin text is zero, and zeros stand on one side only. */
function looksWide(head: Buffer): string | null {
  const sample = head.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (half < 2) return null;
  if (odd > half * 0.4 && even < half * 0.02) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.02 ? 'utf-16be' : null;
}

function invalidWithin(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  // The longest valid prefix ends before the first wrong byte; halving finds it in a few steps.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const cut = wholeCharacters(bytes.subarray(0, middle));
    if (isUtf8(bytes.subarray(0, cut))) low = middle;
    else high = middle - 1;
  }
  return wholeCharacters(bytes.subarray(0, low));
}

function refuseSurrogate(pieces: readonly Buffer[], offset: number): void {
  const [first, second] = [byteAt(pieces, offset), byteAt(pieces, offset + 1)];
  if (first !== 0xed || second < 0xa0 || second > 0xbf) return;
  throw new Refusal('import-text-unsafe', { problem: 'half of a character pair', place: placeOf(pieces, offset) });
}

function byteAt(pieces: readonly Buffer[], offset: number): number {
  let start = 0;
  for (const piece of pieces) {
    if (offset < start + piece.length) return piece[offset - start] ?? 0;
    start += piece.length;
  }
  return 0;
}

/** Takes the text around the first byte that is not UTF-8, since the rest says little. */
function guess(pieces: readonly Buffer[], wrong: number): Encoding {
  let start = 0;
  let sample = Buffer.alloc(0);
  for (const piece of pieces) {
    if (start + piece.length > wrong) {
      const from = Math.max(0, wrong - start - 16_384);
      sample = Buffer.from(piece.subarray(from, from + 65_536));
      break;
    }
    start += piece.length;
  }
  const mixed = hasMultibyte(pieces, wrong);
  const high = sample.filter((byte) => byte >= 0x80);
  const best = analyse(sample)
    .map(({ name, confidence }) => ({ name: readable[name] ?? null, confidence: confidence / 100 }))
    .filter((match) => match.name !== null && (!doubleByte.has(match.name) || high.length > 20))
    .toSorted((a, b) => b.confidence - a.confidence)[0];
  const name = best?.name ?? 'windows-1252';
  const confidence = Math.min(0.95, best?.confidence ?? 0.2);
  return { name, confidence: mixed ? Math.min(0.3, confidence) : confidence, skip: 0 };
}

/** Valid UTF-8 letters before the wrong byte: then the file is a mixture, and no encoding will be right. */
function hasMultibyte(pieces: readonly Buffer[], wrong: number): boolean {
  let start = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, Math.max(0, wrong - start));
    if (part.some((byte) => byte >= 0x80)) return true;
    start += piece.length;
    if (start >= wrong) return false;
  }
  return false;
}

const doubleByte = new Set(['shift_jis', 'euc-jp', 'euc-kr', 'big5', 'gb18030']);

/** The encodings that are offered; ISO 8859 is read as its Windows superset, which is what programs write. */
const readable: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'KOI8-R': 'koi8-r',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  Big5: 'big5',
  GB18030: 'gb18030',
};
