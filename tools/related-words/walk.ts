/** The random walk over WordNet: stems and meanings as a graph, and where walks that start at a stem lead. */
import type { Counts, Meaning } from './wordnet.ts';

/** A graph with the weights of the edges that leave each node; meanings come first, then stems. */
export interface Graph {
  readonly starts: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
  /** How likely a walk from anywhere is to be at each node. */
  readonly anywhere: Float64Array;
}

/** A vector of length 1, as the weights of some nodes. */
export type Visits = readonly (readonly [node: number, weight: number])[];

/** How readily the walk follows each relation of WordNet (its signs are listed in the manual page wninput). */
const follow = new Map(
  '@ 1 ~ 0.5 + 1.5 & 1 \\ 1.5 < 1 * 1 > 1 ^ 0.7 $ 1 = 0.7 #p 0.5 #m 0.3 #s 0.5 %p 0.5 %m 0.3 %s 0.5 ;c 0.5 -c 0.1'
    .split(/ (?=\D)/)
    .map((entry) => [entry.slice(0, entry.indexOf(' ')), Number(entry.slice(entry.indexOf(' ') + 1))] as const),
);
/** A word of a name of several words leads to its meaning less readily than a name of one word. */
const partOfName = 0.3;
const steps = 6;
const stopAtEachStep = 0.2;
const leastVisit = 2e-4;
/** How many times likelier than from anywhere a visit has to be until it counts ln 2. */
const likelier = 20;
const leastWeight = 0.3;

/** Also numbers the stems as nodes behind the meanings and adds to `uses` how often each was met in texts. */
export function buildGraph(
  meanings: readonly Meaning[],
  counts: Counts,
  stemOf: (word: string) => string,
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
      const weight = follow.get(sign);
      if (target !== undefined && weight !== undefined) edges.push([i, target, weight]);
    }
  });
  return joinEdges(edges, meanings.length + nodes.size);
}

/** Where walks from a node lead. */
export function visitsFrom(graph: Graph, start: number): Visits {
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
