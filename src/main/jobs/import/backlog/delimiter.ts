/** Finds the character that cuts a text into columns. */
import type { Dialect } from '../../../../shared/api/import-types.ts';

/** The delimiter of a text that is a table, or null when it reads like prose. */
export function sniffDelimiter(text: string): Dialect['delimiter'] | null {
  const best = rank(text)[0];
  if (best === undefined || best.records < 2 || best.share < 0.8) return null;
  if (/^\s*\|/.test(text) && best.delimiter === '|') return null;
  // Two parts around one comma are a sentence more often than a table.
  const certain = best.columns >= 3 || best.delimiter !== ',' || (best.share === 1 && best.records >= 3);
  return certain ? best.delimiter : null;
}

/** The most likely delimiter of a text that is said to be a table, with what speaks for it; null when nothing does. */
export function guessDelimiter(text: string): DelimiterRank | null {
  return rank(text)[0] ?? null;
}

/** A delimiter, how many columns it makes, and in what share of how many records. */
export type DelimiterRank = {
  readonly delimiter: Dialect['delimiter'];
  readonly columns: number;
  readonly share: number;
  readonly records: number;
};

const candidates: readonly Dialect['delimiter'][] = [',', ';', '\t', '|'];

/** A delimiter is good when most records have the same number of columns, and better the more there are. */
function rank(text: string): DelimiterRank[] {
  const ranks = candidates.flatMap((delimiter): DelimiterRank[] => {
    const counts = countColumns(text, delimiter);
    const tally = new Map<number, number>();
    for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
    const [columns, hits] = [...tally]
      .filter(([count]) => count > 1)
      .toSorted((a, b) => b[1] * Math.log2(b[0]) - a[1] * Math.log2(a[0]))[0] ?? [0, 0];
    return columns === 0 ? [] : [{ delimiter, columns, share: hits / counts.length, records: counts.length }];
  });
  return ranks.toSorted((a, b) => b.share * Math.log2(b.columns) - a.share * Math.log2(a.columns));
}

/** Columns of each of the first 200 records; a record that the sample cuts off does not count. */
function countColumns(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let columns = 1;
  let quoted = false;
  let cellStart = true;
  let content = false;
  for (let at = 0; at < text.length && counts.length < 200; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') at++;
      else if (letter === '"') quoted = false;
      continue;
    }
    if (letter === '"' && cellStart) quoted = content = true;
    else if (letter === '\n') {
      if (content) counts.push(columns);
      columns = 1;
      content = false;
    } else if (letter === delimiter) columns++;
    else if (letter !== '\r' && letter !== ' ') content = true;
    cellStart = letter === delimiter || letter === '\n';
  }
  if (content && counts.length < 3) counts.push(columns);
  return counts;
}
