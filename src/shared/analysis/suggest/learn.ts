/**
 * Learns how strongly each term pulls an item towards each target, from the targets' texts, from the backlog itself
 * and from the links that people accepted.
 *
 * 1. Seed. A term of a target's text pulls towards that target by its weight there. An item's score is then the cosine
 *    of the two texts (Salton and Buckley, 1988). Terms of related meaning (`related.ts`) pull along a little.
 * 2. Self-training. Plans are written in other words than the work. Items that match a target lend it their remaining
 *    words, in the measure in which they match it and no other; then all items are scored again, twice over. This
 *    is Rocchio's relevance feedback (1971) done without a reader, with the soft memberships of expectation–maximisation
 *    as in Nigam, McCallum, Thrun and Mitchell, "Text Classification from Labeled and Unlabeled Documents using EM"
 *    (2000), where the sections of the strategy stand for the labelled documents.
 * 3. Accepted links. An item linked by a person is a full member of its target in step 2, whatever its words say. Each
 *    of its terms votes besides, for its target and against the others, with a share that grows as further links agree
 *    (Laplace's rule of succession).
 *
 * Apart from all that a *firm* pull is kept: only of the targets' own words and of what people linked. The order of the
 * targets follows the whole pull, but how sure a suggestion is follows the firm one: what unlinked items lend each other
 * says which target is nearest, and not whether it is near.
 *
 * The pull of a term is linear: what a word contributed to a score can be read off, which is what "which words decided"
 * shows. Time and memory grow with (terms of all items) × (targets).
 */
import type { RelatedPair } from './related.ts';
import type { Vectors } from './vectors.ts';

/** An item that passes a part of its score on to another: a parent, an epic, a linked item. */
export interface Relative {
  readonly item: number;
  /** 1 for a parent or an epic, less for looser ties. */
  readonly weight: number;
}

/** What is learned from; items and targets by their position. */
export interface Lesson {
  readonly targets: Vectors;
  readonly items: Vectors;
  readonly rarity: Float64Array;
  /** Terms of related meaning. */
  readonly related: readonly RelatedPair[];
  readonly relatives: readonly (readonly Relative[])[];
  /** The targets that people linked an item with. */
  readonly accepted: ReadonlyMap<number, readonly number[]>;
}

/** What was learned; tables are laid out row by row with one column per target. */
export interface Learned {
  /** Row per term: its pull towards each target. */
  readonly pull: Float32Array;
  /** Per term: the sum of its pull towards all targets. */
  readonly pullSums: Float64Array;
  /** Row per term: the part of its pull that the targets' own words and accepted links gave it. */
  readonly firm: Float32Array;
  /** Row per item: how far its own words, lent in self-training, raised its own score. */
  readonly echo: Float32Array;
  /** Row per item: its score from its own words, without its relatives. */
  readonly scores: Float32Array;
}

const ROUNDS = 2;
/** How sharply an item is given to its best target: a target with half of the best score gets e^-2 of its share. */
const SHARPNESS = 4;
/** Members at which lent words count half as much as the words of the target itself. */
const HALF_TRUST = 2;
/** The part of its pull that a word would pass on to one that means quite the same. */
const RELATED_SHARE = 0.4;
/** What an item gets of its relatives' scores. */
const RELATIVE_SHARE = 0.5;
/** A least membership for accepted items whose words match nothing yet. */
const LEAST_MATCH = 0.1;
const VOTE = 0.1;
/** Imagined votes spread evenly over the targets, so that one link alone decides little. */
const EVEN_VOTES = 3;

/** Learns the pull of each term towards each target. */
export function learnPull(lesson: Lesson): Learned {
  const size = lesson.targets.starts.length - 1;
  const own = seedPull(lesson, size);
  const seed = pullAlong(own, lesson.related, size);
  const votes = countVotes(lesson, size);
  add(seed, votes);
  let pull = seed;
  let echo = new Float32Array(0);
  for (let round = 0; round < ROUNDS; round++) {
    const scores = withRelatives(scoreItems(lesson.items, pull, size), lesson.relatives, size);
    ({ pull, echo } = lendWords(seed, scores, lesson, size));
  }
  add(own, votes);
  add(own, teach(lesson, size));
  return { pull, pullSums: sumRows(pull, size), firm: own, echo, scores: scoreItems(lesson.items, pull, size) };
}

/** The score of each item (row) for each target (column) from its own words. */
function scoreItems(items: Vectors, pull: Float32Array, size: number): Float32Array {
  const count = items.starts.length - 1;
  const scores = new Float32Array(count * size);
  for (let i = 0; i < count; i++) {
    const row = i * size;
    for (let j = items.starts[i] ?? 0, end = items.starts[i + 1] ?? 0; j < end; j++) {
      const from = (items.terms[j] ?? 0) * size;
      const weight = items.weights[j] ?? 0;
      for (let k = 0; k < size; k++) scores[row + k] = (scores[row + k] ?? 0) + weight * (pull[from + k] ?? 0);
    }
  }
  return scores;
}

function withRelatives(own: Float32Array, relatives: Lesson['relatives'], size: number): Float32Array {
  const scores = own.slice();
  relatives.forEach((list, i) => addRelatives(scores, i * size, list, own, size));
  return scores;
}

/** Adds to one row of scores the relatives' part; `own` holds the scores of all items from their own words. */
export function addRelatives(
  scores: Float32Array,
  row: number,
  relatives: readonly Relative[],
  own: Float32Array,
  size: number,
): void {
  for (const { item, weight } of relatives) {
    const share = shareOf(weight, relatives);
    for (let k = 0; k < size; k++) scores[row + k] = (scores[row + k] ?? 0) + share * (own[item * size + k] ?? 0);
  }
}

/** What an item gets of the score of a relative with this weight. */
export function shareOf(weight: number, relatives: readonly Relative[]): number {
  let total = 0;
  for (const relative of relatives) total += relative.weight;
  return (RELATIVE_SHARE * weight) / Math.max(1, total);
}

function sumRows(table: Float32Array, size: number): Float64Array {
  const sums = new Float64Array(size === 0 ? 0 : table.length / size);
  for (let at = 0, row = 0; at < table.length; at += size, row++)
    for (let k = 0; k < size; k++) sums[row] = (sums[row] ?? 0) + (table[at + k] ?? 0);
  return sums;
}

function seedPull({ targets, rarity }: Lesson, size: number): Float32Array {
  const seed = new Float32Array(rarity.length * size);
  for (let k = 0; k < size; k++)
    for (let j = targets.starts[k] ?? 0, end = targets.starts[k + 1] ?? 0; j < end; j++)
      seed[(targets.terms[j] ?? 0) * size + k] = targets.weights[j] ?? 0;
  return seed;
}

/** The seed, with what related terms pull along. */
function pullAlong(own: Float32Array, related: Lesson['related'], size: number): Float32Array {
  const seed = own.slice();
  for (const { a, b, weight } of related) {
    const [rowA, rowB, share] = [a * size, b * size, RELATED_SHARE * weight];
    for (let k = 0; k < size; k++) {
      seed[rowA + k] = (seed[rowA + k] ?? 0) + share * (own[rowB + k] ?? 0);
      seed[rowB + k] = (seed[rowB + k] ?? 0) + share * (own[rowA + k] ?? 0);
    }
  }
  return seed;
}

/** What the terms of accepted items vote for; empty where nothing was accepted. */
function countVotes({ items, rarity, accepted }: Lesson, size: number): Float32Array {
  if (accepted.size === 0) return new Float32Array(0);
  const votes = new Float32Array(rarity.length * size);
  for (const [item, targets] of accepted)
    for (let j = items.starts[item] ?? 0, end = items.starts[item + 1] ?? 0; j < end; j++)
      for (const k of targets) {
        const at = (items.terms[j] ?? 0) * size + k;
        votes[at] = (votes[at] ?? 0) + 1;
      }
  const rarest = rarity.reduce((most, value) => Math.max(most, value), 0) || 1;
  for (let term = 0; term < rarity.length; term++) {
    const from = term * size;
    let cast = 0;
    for (let k = 0; k < size; k++) cast += votes[from + k] ?? 0;
    for (let k = 0; k < size; k++) {
      const share = ((votes[from + k] ?? 0) + EVEN_VOTES / size) / (cast + EVEN_VOTES) - 1 / size;
      votes[from + k] = (VOTE * share * (rarity[term] ?? 0)) / rarest;
    }
  }
  return votes;
}

/** The words that accepted items alone lend to their targets; empty where nothing was accepted. */
function teach({ items, rarity, accepted }: Lesson, size: number): Float32Array {
  if (accepted.size === 0) return new Float32Array(0);
  const lent = new Float32Array(rarity.length * size);
  const members = new Float64Array(size);
  for (const [item, targets] of accepted)
    for (const k of targets) {
      members[k] = (members[k] ?? 0) + 1 / targets.length;
      for (let j = items.starts[item] ?? 0, end = items.starts[item + 1] ?? 0; j < end; j++) {
        const at = (items.terms[j] ?? 0) * size + k;
        lent[at] = (lent[at] ?? 0) + (items.weights[j] ?? 0) / targets.length;
      }
    }
  const trust = trustIn(lent, members);
  for (let at = 0; at < lent.length; at++) lent[at] = (lent[at] ?? 0) * (trust[at % size] ?? 0);
  return lent;
}

/** What lent words count, per target: all of length 1, then by the number of members that lent them. */
function trustIn(lent: Float32Array, members: Float64Array): Float64Array {
  const size = members.length;
  const squares = new Float64Array(size);
  for (let from = 0; from < lent.length; from += size)
    for (let k = 0; k < size; k++) squares[k] = (squares[k] ?? 0) + (lent[from + k] ?? 0) ** 2;
  return members.map((count, k) => {
    const length = Math.sqrt(squares[k] ?? 0);
    return length > 0 ? count / (count + HALF_TRUST) / length : 0;
  });
}

function add(table: Float32Array, other: Float32Array): void {
  for (let at = 0; at < other.length; at++) table[at] = (table[at] ?? 0) + (other[at] ?? 0);
}

/** One round: memberships from scores, then the pull of the members' words added to the seed. */
function lendWords(
  seed: Float32Array,
  scores: Float32Array,
  { items, accepted }: Lesson,
  size: number,
): { readonly pull: Float32Array; readonly echo: Float32Array<ArrayBuffer> } {
  const lent = new Float32Array(seed.length);
  const echo = new Float32Array(scores.length);
  const members = new Float64Array(size);
  for (let i = 0, row = 0; row < scores.length; i++, row += size) {
    takeMembership(echo, row, scores, accepted.get(i), members);
    for (let j = items.starts[i] ?? 0, end = items.starts[i + 1] ?? 0; j < end; j++) {
      const from = (items.terms[j] ?? 0) * size;
      const weight = items.weights[j] ?? 0;
      for (let k = 0; k < size; k++) lent[from + k] = (lent[from + k] ?? 0) + weight * (echo[row + k] ?? 0);
    }
  }
  const trust = trustIn(lent, members);
  for (let from = 0; from < lent.length; from += size)
    for (let k = 0; k < size; k++) lent[from + k] = (seed[from + k] ?? 0) + (lent[from + k] ?? 0) * (trust[k] ?? 0);
  for (let row = 0; row < echo.length; row += size)
    for (let k = 0; k < size; k++) echo[row + k] = (echo[row + k] ?? 0) * (trust[k] ?? 0);
  return { pull: lent, echo };
}

/** Fills in what the item of a row lends to each target, and counts it among the members. */
function takeMembership(
  loans: Float32Array,
  row: number,
  scores: Float32Array,
  accepted: readonly number[] | undefined,
  members: Float64Array,
): void {
  const size = members.length;
  let top = 0;
  for (let k = 0; k < size; k++) top = Math.max(top, scores[row + k] ?? 0);
  if (accepted) for (const k of accepted) loans[row + k] = 1;
  else if (top > 0)
    for (let k = 0; k < size; k++) {
      const score = scores[row + k] ?? 0;
      loans[row + k] = score > 0 ? Math.exp((score / top - 1) * SHARPNESS) : 0;
    }
  let total = 0;
  for (let k = 0; k < size; k++) total += loans[row + k] ?? 0;
  if (total === 0) return;
  // Membership is shared out whole; what is lent falls with the match, so that weak items teach little.
  const strength = Math.sqrt(Math.max(top, accepted ? LEAST_MATCH : 0));
  for (let k = 0; k < size; k++) {
    const share = loans[row + k] ?? 0;
    members[k] = (members[k] ?? 0) + share / total;
    loans[row + k] = share * strength;
  }
}
