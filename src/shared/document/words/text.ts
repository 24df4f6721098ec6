/** Small changes to the texts that sentences are made of; they know no word of any language. */

/** The text as one line: what people type over several lines stands in a sentence all the same. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Whether nothing was written. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The text as a sentence: with a full stop unless it ends with a mark of its own. */
export function endSentence(text: string): string {
  const line = plain(text);
  return line === '' || /[.!?…:;。！？؟।](?:["'’”»)\]]*)$/u.test(line) ? line : `${line}.`;
}

/** The text as a part of a sentence: without a full stop at its end. */
export function clause(text: string): string {
  return plain(text).replace(/(?<![.])[.;,]$/u, '');
}

/** With a small first letter, unless the first word is an abbreviation or the language writes nouns large. */
export function lowerFirst(text: string, locale: string): string {
  if (/^de\b/iu.test(locale)) return text;
  return text.replace(/^\p{Lu}(?=\p{Ll}|\s|$)/u, (letter) => letter.toLocaleLowerCase(locale));
}

/** With a capital first letter. */
export function upperFirst(text: string, locale: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale));
}

/** The first clause, which a lead sets in bold, and the rest with the space or sign before it. */
export function splitClause(text: string): readonly [first: string, rest: string] {
  const sign = /[,;] |[.:!?] |[.:!?]$/u.exec(text);
  if (sign === null) return [text, ''];
  const end = sign.index + (/^[,;]/u.test(sign[0]) ? 0 : 1);
  return [text.slice(0, end), text.slice(end)];
}

/** Words of a text, counted by the white between them. */
export function wordCount(text: string): number {
  return plain(text).split(' ').filter(Boolean).length;
}

/** The text, or its first sentences up to so many words with a sign that more follows. */
export function shortenTo(text: string, words: number): string {
  const line = plain(text);
  if (wordCount(line) <= words) return line;
  const sentences = line.match(/.+?(?:[.!?…](?=\s|$)|$)\s*/gu) ?? [line];
  let kept = '';
  for (const sentence of sentences) {
    if (kept !== '' && wordCount(kept + sentence) > words) break;
    kept += sentence;
  }
  const cut = wordCount(kept) > words ? `${line.split(' ').slice(0, words).join(' ')} ` : kept;
  return `${cut.trim()} […]`;
}

/** Sentences one after another; those that are not said are left out. */
export function join(...sentences: readonly (string | null | undefined | false)[]): string {
  return sentences.filter(Boolean).join(' ');
}
