/** What the file format demands of text: no character that XML forbids, and the direction and script of the rest. */

/** A character that was taken out of a text, and how often. */
export type RemovedCharacter = { readonly key: string; readonly character: string; readonly count: number };

/** Scripts that need to be told to Word. */
export type Script = 'plain' | 'right-to-left' | 'east-asian';

// XML 1.0 has no place for these, not even escaped; Word refuses a file that holds one. The signs that embed or override
// a direction (U+202A to U+202E) would turn around the sentence that a pasted name stands in.
const forbidden = /[^\t\n\r\u{20}-\u{2029}\u{202F}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u;
const letter = /\p{L}/u;

/** The text without forbidden characters, line ends as `\n`; what was taken out is added to the list under the key. */
export function cleanText(text: string, key: string, removed: RemovedCharacter[]): string {
  const counts = new Map<string, number>();
  const clean = text.replace(/\r\n?/gu, '\n').replace(forbidden, (character) => {
    const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return '';
  });
  for (const [character, count] of counts) removed.push({ key, character, count });
  return clean;
}

/**
 * Whether a paragraph runs from the right: most of its letters do, or any in a document of such a language. The first
 * letter would not tell: our sentences may open with a client's name.
 */
export function runsFromRight(text: string, documentLanguage: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const fromRight = letters.filter((one) => rightToLeft.test(one)).length;
  return isRightToLeftLanguage(documentLanguage) ? fromRight > 0 : fromRight > letters.length / 2;
}

/** Whether a text holds any letter of such a script. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Whether a language is written from the right. */
export function isRightToLeftLanguage(language: string): boolean {
  return /^(?:ar|fa|he|ur)\b/iu.test(language);
}

/** Cuts a text where its script changes; digits, spaces and signs stay with what stands before them. */
export function scriptParts(text: string): readonly { readonly text: string; readonly script: Script }[] {
  if (!rightToLeft.test(text) && !eastAsian.test(text)) return [{ text, script: 'plain' }];
  const parts: { text: string; script: Script }[] = [];
  for (const character of text) {
    const last = parts.at(-1);
    const script = scriptOf(character) ?? last?.script ?? 'plain';
    if (last?.script === script) last.text += character;
    else parts.push({ text: character, script });
  }
  return parts;
}

/** The language that a piece of East Asian text is proofed in: kana is Japanese, hangul Korean, else the document's or Chinese. */
export function eastAsianLanguage(text: string, documentLanguage: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja-JP';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko-KR';
  return /^(ja|ko|zh)\b/iu.test(documentLanguage) ? documentLanguage : 'zh-CN';
}

/** The language that a piece of text written from the right is proofed in. */
export function rightToLeftLanguage(text: string, documentLanguage: string): string {
  if (/\p{Script=Hebrew}/u.test(text)) return 'he-IL';
  return /^(ar|fa|ur)\b/iu.test(documentLanguage) ? documentLanguage : 'ar-SA';
}

/** A link that may be written: http, https or mailto, and nothing else. */
export function safeLink(link: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)/iu.test(link) || !URL.canParse(link)) return null;
  return new URL(link).href;
}

function scriptOf(character: string): Script | null {
  if (rightToLeft.test(character)) return 'right-to-left';
  if (eastAsian.test(character)) return 'east-asian';
  return letter.test(character) ? 'plain' : null;
}
