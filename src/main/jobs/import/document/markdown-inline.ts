/** The plain text of a line of Markdown: words stay, marks go. */

/** Plain text and how many pictures stood in it. */
export type InlineText = { readonly text: string; readonly pictures: number };

/** Removes emphasis, link targets, tags and attribute lists; list items in HTML become lines of their own. */
export function plainInline(source: string): InlineText {
  const kept: string[] = [];
  const keep = (text: string): string => `\u{F0000}${kept.push(text) - 1}\u{F0001}`;
  let pictures = 0;
  let text = withoutComments(source)
    .replace(/(`{1,3})([^`\n]+)\1/g, (_, _ticks: string, code: string) => keep(code.trim()))
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(mark))
    .replace(/!\[[^\][]*\](?:\([^()]*\)|\[[^\][]*\])/g, () => (pictures++, ''))
    .replace(/<img\b[^<>]*>/gi, () => (pictures++, ''))
    .replace(/\[\^[^\][\s]{1,80}\]/g, '')
    .replace(/\[([^\][]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\][]*\])/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/gi, '$1')
    .replace(/\{::?\/?[^{}]*\}|\{#[\w-]+\}/g, '')
    .replace(/<(?:br|li|p|tr|div)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi, '');
  for (let round = 0; round < 3; round++) {
    text = text
      .replace(/(\*{1,3}|~~)(?=\S)([^*~]*\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]*\S)\1(?![\p{L}\p{N}_])/gu, '$2');
  }
  text = text
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, entity)
    .replace(/\u{F0000}(\d+)\u{F0001}/gu, (_, index: string) => kept[Number(index)] ?? '');
  return { text, pictures };
}

/** Leaves out what stands between the signs of a comment; one that never ends is text, and is looked for once. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) break;
    kept.push(text.slice(from, at));
    from = end + 3;
  }
  return kept.join('') + text.slice(from);
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const allowed = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return allowed ? String.fromCodePoint(code) : whole;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
};
