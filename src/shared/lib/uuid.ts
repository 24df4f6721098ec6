/** UUIDs of version 7: made of a clock and randomness that are handed in, ordered by age. */

/** Where ids come from: `now` in milliseconds since 1970, `random` fills a buffer. */
export type IdPorts = { readonly now: () => number; readonly random: (bytes: Uint8Array) => void };

/** A maker of UUIDv7s that never goes backwards, also when the clock does (RFC 9562, monotonic counter in rand_a). */
export function uuidMaker(ports: IdPorts): () => string {
  let last = 0;
  let count = 0;
  const letters: number[] = Array.from({ length: 36 }, () => dash);
  return () => {
    const now = Math.max(ports.now(), last);
    count = now === last ? count + 1 : 0;
    // 12 bits of counter: when they are used up within a millisecond, the next one is borrowed.
    last = count > 0xfff ? now + 1 : now;
    if (count > 0xfff) count = 0;
    const bytes = new Uint8Array(16);
    ports.random(bytes);
    for (let at = 5, rest = last; at >= 0; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
    bytes[6] = 0x70 | (count >> 8);
    bytes[7] = count & 0xff;
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    let at = 0;
    for (const [index, byte] of bytes.entries()) {
      if (index === 4 || index === 6 || index === 8 || index === 10) letters[at++] = dash;
      letters[at++] = digits.charCodeAt(byte >> 4);
      letters[at++] = digits.charCodeAt(byte & 0xf);
    }
    // Made at once from its letters: an import makes an id for each row, and pieces would have to be joined again and again.
    return String.fromCharCode(...letters);
  };
}

const digits = '0123456789abcdef';
const dash = 0x2d;
