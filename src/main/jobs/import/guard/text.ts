/** Bytes into text without a silent loss: what cannot be read is refused with its place. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { Refusal } from '../refusal.ts';
import { firstInvalid, placeOf, wholeCharacters, type Encoding } from './encoding.ts';

/** A whole text; `lost` counts replacement characters that the file itself already holds. */
export type DecodedText = { readonly text: string; readonly lost: number };

/** Reads a whole text; zero bytes, half character pairs and bytes outside the encoding are refused. */
export function decodeText(pieces: readonly Buffer[], encoding: Encoding): DecodedText {
  let text = '';
  for (const piece of textStream(encoding).all(pieces))
    text += typeof piece === 'string' ? piece : piece.toString('utf8');
  return { text, lost: count(text, '\uFFFD') };
}

/** Reads a text piece by piece. UTF-8 is checked and passed on as bytes, which the table reader prefers. */
export type TextStream = {
  /** The next readable part of the input; `last` also takes what was held back. */
  take(piece: Buffer, last: boolean): Buffer | string;
  all(pieces: readonly Buffer[]): Generator<Buffer | string, void>;
};

/** Opens a stream for an encoding; throws a refusal for a name that is not known. */
export function textStream(encoding: Encoding): TextStream {
  const take = encoding.name === 'utf-8' ? unicodeTaker(encoding) : legacyTaker(encoding);
  return {
    take,
    *all(pieces) {
      for (const [index, piece] of pieces.entries()) yield take(piece, index === pieces.length - 1);
    },
  };
}

function unicodeTaker({ skip }: Encoding): TextStream['take'] {
  let carry: Buffer = Buffer.alloc(0);
  let line = 1;
  let first = true;
  return (piece, last) => {
    const fresh = first ? piece.subarray(skip) : piece;
    first = false;
    const joined = carry.length === 0 ? fresh : Buffer.concat([carry, fresh]);
    const cut = last ? joined.length : wholeCharacters(joined);
    const whole = joined.subarray(0, cut);
    if (!isUtf8(whole)) {
      throw new Refusal('import-encoding', {
        encoding: 'UTF-8',
        place: after(line, joined, firstInvalid([joined]) ?? 0),
      });
    }
    const zero = whole.indexOf(0);
    if (zero >= 0) throw new Refusal('import-text-unsafe', { problem: 'a zero byte', place: after(line, whole, zero) });
    for (let at = whole.indexOf(10); at >= 0; at = whole.indexOf(10, at + 1)) line++;
    carry = joined.subarray(cut);
    return whole;
  };
}

function legacyTaker({ name, skip }: Encoding): TextStream['take'] {
  if (!iconv.encodingExists(name)) throw new Refusal('import-encoding', { encoding: name, place: 'its start' });
  const decoder = iconv.getDecoder(name, { stripBOM: false });
  let pending = '';
  let line = 1;
  let first = true;
  return (piece, last) => {
    const decoded = decoder.write(first ? piece.subarray(skip) : piece);
    first = false;
    let text = pending + decoded + (last ? (decoder.end() ?? '') : '');
    // A pair of units may be cut by the end of a piece.
    const split = !last && /[\uD800-\uDBFF]$/.test(text);
    pending = split ? text.slice(-1) : '';
    if (split) text = text.slice(0, -1);
    const problem = findProblem(text, name);
    if (problem !== null) {
      const place = `line ${line + count(text.slice(0, problem.at), '\n')}`;
      if (problem.what === 'encoding') throw new Refusal('import-encoding', { encoding: name, place });
      throw new Refusal('import-text-unsafe', { problem: problem.what, place });
    }
    line += count(text, '\n');
    return text;
  };
}

type Problem = { readonly what: string; readonly at: number };

function findProblem(text: string, name: string): Problem | null {
  const zero = text.indexOf('\0');
  if (zero >= 0) return { what: 'a zero byte', at: zero };
  if (!text.isWellFormed()) {
    const at = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text)?.index ?? 0;
    return { what: 'half of a character pair', at };
  }
  // UTF-16 can hold the replacement character itself; for the others it means a byte that has no letter.
  const lost = name.startsWith('utf-16') ? -1 : text.indexOf('\uFFFD');
  return lost >= 0 ? { what: 'encoding', at: lost } : null;
}

function after(line: number, bytes: Buffer, offset: number): string {
  const within = Number(placeOf([bytes], offset).slice('line '.length));
  return `line ${line + within - 1}`;
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}
