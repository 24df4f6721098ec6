/**
 * Which of the words of one engagement mean related things, by a table that is handed in (shipped for English).
 *
 * The table has a line for each stem, frequent ones first: the stem, a space, and a number for each related stem that
 * stands further up. The number is (lines skipped since the last one) × (count of levels) + level; it is written with
 * one digit if small, else with two, and the last digit of all adds `skip` to what follows.
 */

/** A table of related stems: its language, and its text as in `resources/words`. */
export type RelatedWords = { readonly language: string; readonly text: string };

/** Steps of relatedness (a cosine, 0–1): from where each begins, and what it counts. */
export const levels = [
  { from: 0.05, counts: 0.06 },
  { from: 0.08, counts: 0.1 },
  { from: 0.12, counts: 0.15 },
  { from: 0.2, counts: 0.26 },
  { from: 0.35, counts: 0.45 },
  { from: 0.6, counts: 0.75 },
] as const;

/** The digits of the table: all signs that can be printed and mean nothing in a template. */
export const digits = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(33 + i))
  .filter((sign) => !'$\\`'.includes(sign))
  .join('');

/** Numbers below this have one digit. */
export const short = 30;

/** What the last digit adds to the number behind it. */
export const skip = short + (digits.length - 1 - short) * digits.length;

/** Two related terms, by their position in the list that was asked about, with how closely they are related (0–1). */
export interface RelatedPair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** The related pairs among terms that were read as `language` (a code such as `en-GB`); none where there is no table. */
export function findRelated(
  terms: readonly string[],
  language: string,
  words: RelatedWords | undefined,
): readonly RelatedPair[] {
  if (words === undefined || language.toLowerCase().split(/[-_]/)[0] !== words.language) return [];
  const table = cutLines(words.text);
  // By line of the table: the position among the terms, plus one.
  const positions = new Int32Array(table.size);
  const lines = terms.map((term) => table.get(term));
  lines.forEach((line, at) => {
    if (line) positions[line.number] = at + 1;
  });
  const pairs: RelatedPair[] = [];
  lines.forEach((line, a) => {
    if (line)
      readLine(line.related, (other, level) => {
        const b = (positions[other] ?? 0) - 1;
        const weight = levels[level]?.counts;
        if (b >= 0 && weight !== undefined) pairs.push({ a, b, weight });
      });
  });
  return pairs;
}

/** A line of the table. */
interface Line {
  readonly number: number;
  readonly related: string;
}

let cut: { readonly text: string; readonly lines: ReadonlyMap<string, Line> } | undefined;

/** Cut into lines once for each table; the numbers of a line are read for the words at hand only. */
function cutLines(text: string): ReadonlyMap<string, Line> {
  if (cut?.text !== text) {
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line, number): readonly [string, Line] => {
        const space = line.indexOf(' ');
        return [line.slice(0, space), { number, related: line.slice(space + 1) }];
      });
    cut = { text, lines: new Map(lines) };
  }
  return cut.lines;
}

const values = new Map([...digits].map((digit, value) => [digit.codePointAt(0) ?? 0, value]));

function readLine(related: string, found: (other: number, level: number) => void): void {
  let other = -1;
  let skipped = 0;
  for (let i = 0; i < related.length; i++) {
    const digit = values.get(related.codePointAt(i) ?? 0) ?? 0;
    if (digit === digits.length - 1) {
      skipped += skip;
      continue;
    }
    let number = skipped + digit;
    if (digit >= short) {
      i++;
      const second = values.get(related.codePointAt(i) ?? 0) ?? 0;
      number = skipped + short + (digit - short) * digits.length + second;
    }
    other += 1 + Math.floor(number / levels.length);
    found(other, number % levels.length);
    skipped = 0;
  }
}
