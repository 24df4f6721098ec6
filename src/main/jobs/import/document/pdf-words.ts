/** Puts the lines of a paragraph together: words that were broken at the end of a line become whole again. */

/** Joins lines to a text. */
export type LineJoiner = (lines: readonly string[]) => string;

/** A joiner that knows the words of the whole document: they say which hyphens belong to a word. */
export function lineJoiner(texts: readonly string[]): LineJoiner {
  const known = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)*(?!-)/gu)) known.add(word.toLowerCase());
  }
  return (lines) => lines.reduce((text, line) => (text === '' ? line : joinTwo(text, line, known)), '');
}

function joinTwo(text: string, line: string, known: ReadonlySet<string>): string {
  const broken = /(\p{L}+(?:-\p{L}+)*)[-\u00AD\u2010]$/u.exec(text);
  const next = /^\p{L}+/u.exec(line)?.[0] ?? '';
  if (broken === null || next === '') return withoutSpace(text, line) ? text + line : `${text} ${line}`;
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  const first = broken[1] ?? '';
  const whole = `${first}${next}`.toLowerCase();
  const kept = `${first}-${next}`.toLowerCase();
  const hyphen = next !== next.toLowerCase() || (known.has(kept) && !known.has(whole));
  return (hyphen ? text : text.slice(0, -1)) + line;
}

/** Chinese and Japanese have no spaces between words, and a line may break anywhere. */
function withoutSpace(text: string, line: string): boolean {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
  return (wide.test(text.at(-1) ?? '') && wide.test(line[0] ?? '')) || /[/–—]$/u.test(text);
}
