/** Words that are repeated somewhere else: which are telling enough to be looked for, and how a text reads without them. */
import { fingerprint } from '../../lib/fingerprint.ts';
import { parseHead } from '../note-line.ts';

/** What stands where words were taken out of somebody else's text. */
export const takenOut = '[withdrawn]';

/** Texts that are long enough to be those words wherever they stand, longest first; "Yes, I think so" is anybody's. */
export function tellingTexts(texts: Iterable<string>): readonly string[] {
  const telling = [...texts].map((text) => text.trim()).filter(isTelling);
  return [...new Set(telling)].toSorted((a, b) => b.length - a.length);
}

/** Whether one of the texts stands in another text. */
export function repeats(text: string, telling: readonly string[]): boolean {
  return telling.some((words) => text.length >= words.length && text.includes(words));
}

/** A text without the words. */
export function withoutWords(text: string, telling: readonly string[]): string {
  return telling.reduce((left, words) => left.replaceAll(words, takenOut), text);
}

/** Notes without the lines that were marked as one of these texts, whatever their length. */
export function withoutLines(notes: string, texts: readonly string[]): string {
  const wanted = texts.map((text) => text.trim()).filter((text) => text !== '');
  const isMarked = (line: string): boolean => {
    const { to } = parseHead(line, noKinds);
    const words = line.slice(to).trim();
    const bare = words.replace(/^[\p{L}\d-]+:\s*/u, '');
    return wanted.some((text) =>
      [words, bare].some(
        (one) => one === text || (/^[\s]*[#@{]/u.test(one.slice(text.length)) && one.startsWith(text)),
      ),
    );
  };
  const lines = notes.split('\n');
  const left = lines.filter((line) => !isMarked(line));
  return left.length === lines.length ? notes : left.join('\n');
}

/** Mark by which words that were taken back are known again when they come with an import. */
export function wordsMark(text: string): string {
  return fingerprint(text.trim().replaceAll(/\s+/gu, ' ').toLowerCase());
}

// A limit's kind is taken off by its colon: which kinds there are is the kit's to know.
const noKinds: ReadonlySet<string> = new Set();

const longEnough = 24;
// Where a letter is a word, a third of that says as much.
const denseScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function isTelling(text: string): boolean {
  return text.length >= (denseScript.test(text) ? longEnough / 3 : longEnough);
}
