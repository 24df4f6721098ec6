/** The words of a caption without its signs, told apart by the voice that WebVTT names. */

/** Words of one voice within a caption; null where no voice is named. */
export type CuePart = { readonly voice: string | null; readonly lines: readonly string[] };

/** Takes tags and entities out; `<v Name>` begins the words of another voice. Whatever is no known tag is a word. */
export function readCueText(lines: readonly string[]): readonly CuePart[] {
  const parts: CuePart[] = [];
  const pieces = lines.join('\n').split(/<v(?:\.[^\s>]*)?[ \t]+([^>\n]*)>/giu);
  for (let at = 0; at < pieces.length; at += 2) {
    const voice = at === 0 ? null : plain(pieces[at - 1] ?? '').trim();
    const own = (pieces[at] ?? '')
      .split('\n')
      .map((line) =>
        plain(line)
          .replace(/[ \t]+/gu, ' ')
          .trim(),
      )
      .filter((line) => line !== '');
    if (own.length > 0) parts.push({ voice, lines: own });
  }
  return parts;
}

const tag = /<\/?(?:v|c|i|b|u|s|font|lang|ruby|rt)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|\{\\an?\d\}/giu;

function plain(text: string): string {
  return text
    .replace(tag, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,4});/giu, (whole, name: string) => entity(name) ?? whole);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '\u200E',
  rlm: '\u200F',
  quot: '"',
  apos: "'",
};

function entity(name: string): string | null {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? null;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const bad = !Number.isInteger(code) || code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return bad ? null : String.fromCodePoint(code);
}
