/** One item read against a model: its score for each target, and the words that made it. */
import { type Relative, addRelatives, shareOf } from './learn.ts';
import { type ItemTerms, type SuggestItem, type SuggestModel } from './model.ts';
import { countItem, readTexts, relativesOf, textsOf } from './model.ts';
import type { TextTerms } from './text-terms.ts';
import { toVectors } from './vectors.ts';

/** An item as a vector, with what it matches. */
export interface Reading {
  readonly item: SuggestItem;
  readonly places: ItemTerms;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  /** Per target: the match that decides the order, relatives included. */
  readonly match: Float32Array;
  /** Per target: the part of the match that the item gave itself in self-training; 0 for an item not learned from. */
  readonly echo: Float32Array;
  /** The sum of `echo`. */
  readonly echoSum: number;
  readonly relatives: readonly Relative[];
}

/** A target by its position, with the score 0–1 that is shown. */
export interface Standing {
  readonly k: number;
  readonly score: number;
  /** What the score would be if every match were as firm as the target's own words (0–1): whether to show it at all. */
  readonly reach: number;
}

/** Covering a fifth of an item is half of what can be hoped for. */
const HALF_COVERED = 0.2;
/** What a match counts for the score that rests on related words and on other items that nobody linked. */
const HEARSAY = 0.1;
/** What the weightiest word counts for the score: a single word may be there by chance. */
const FIRST_WORD = 0.25;
const MOST_WORDS = 6;
/** Below this a gain is rounding. */
const LEAST_GAIN = 1e-6;
/** A word that gave less than this part of what the weightiest gave did not decide. */
const LEAST_PART = 0.15;

/** Reads an item that the model may or may not have learned from. */
export function readItem(model: SuggestModel, item: SuggestItem): Reading {
  const size = model.targets.length;
  const position = model.positions.get(item.key);
  const known = position === undefined ? undefined : model.items[position];
  if (position !== undefined && known && saysTheSame(known, item)) {
    const { vectors, learned, readings } = model;
    const relatives = (item === known ? model.relatives[position] : undefined) ?? relativesOf(item, model.positions);
    const [from, to] = [vectors.starts[position], vectors.starts[position + 1]];
    const match = learned.scores.slice(position * size, (position + 1) * size);
    addRelatives(match, 0, relatives, learned.scores, size);
    const echo = learned.echo.subarray(position * size, (position + 1) * size);
    let echoSum = 0;
    for (let k = 0; k < size; k++) echoSum += echo[k] ?? 0;
    return {
      item,
      places: readings[position] ?? [],
      terms: vectors.terms.subarray(from, to),
      weights: vectors.weights.subarray(from, to),
      match,
      echo,
      echoSum,
      relatives,
    };
  }
  const relatives = relativesOf(item, model.positions);
  return { item, ...matchNewText(model, item, relatives), echo: new Float32Array(size), echoSum: 0, relatives };
}

/** The best targets, as many as asked for; equal ones (to a millionth) in the order in which they were given. */
export function orderTargets(model: SuggestModel, reading: Reading, most = reading.match.length): readonly Standing[] {
  const { match, echo } = reading;
  let squares = 0;
  const ranks: number[] = [];
  for (const value of match) {
    squares += value * value;
    ranks.push(Math.round(value * 1e6));
  }
  const standings: Standing[] = [];
  let [score, reach] = [1, 1];
  while (standings.length < Math.min(most, match.length)) {
    let k = -1;
    for (let other = 0; other < ranks.length; other++)
      if ((ranks[other] ?? 0) > (k < 0 ? TAKEN : (ranks[k] ?? 0))) k = other;
    ranks[k] = TAKEN;
    const part = squares > 0 ? Math.max(0, match[k] ?? 0) / Math.sqrt(squares) : 0;
    const covered = Math.max(0, (match[k] ?? 0) - (echo[k] ?? 0));
    const firm = Math.min(covered, firmMatch(model, reading, k));
    // An item's second target may seem better covered than the first, for example by its own words: it is held below it.
    reach = Math.min(reach, toScore(covered, part));
    score = Math.min(score, toScore(firm + HEARSAY * (covered - firm), part));
    standings.push({ k, score, reach });
  }
  return standings;
}

/** Below all ranks. */
const TAKEN = -Infinity;

function toScore(covered: number, part: number): number {
  return (covered / (covered + HALF_COVERED)) * part;
}

/** How far the target's own words and accepted links cover the item, its relatives included. */
function firmMatch(model: SuggestModel, { terms, weights, relatives }: Reading, k: number): number {
  const { starts, ...all } = model.vectors;
  let firm = firmWords(model, terms, weights, 0, terms.length, k);
  for (const { item, weight } of relatives)
    firm +=
      shareOf(weight, relatives) *
      firmWords(model, all.terms, all.weights, starts[item] ?? 0, starts[item + 1] ?? 0, k);
  return firm;
}

/** The same for the words of one item, given by where they stand. */
function firmWords(
  { targets, learned }: SuggestModel,
  terms: Int32Array,
  weights: Float64Array,
  from: number,
  to: number,
  k: number,
): number {
  const { firm } = learned;
  const size = targets.length;
  let sum = 0;
  let most = 0;
  for (let j = from; j < to; j++) {
    const gain = (weights[j] ?? 0) * (firm[(terms[j] ?? 0) * size + k] ?? 0);
    sum += gain;
    if (gain > most) most = gain;
  }
  return Math.max(0, sum - (1 - FIRST_WORD) * most);
}

/** The item's words that speak for the target more than for the others, weightiest first, as written in the item. */
export function decidingWords(model: SuggestModel, reading: Reading, k: number): readonly string[] {
  const size = model.targets.length;
  const { pull, pullSums } = model.learned;
  const { terms, weights, echo, echoSum } = reading;
  const own = echo[k] ?? 0;
  const leads: number[] = [];
  let most = 0;
  for (let j = 0; j < terms.length; j++) {
    const term = terms[j] ?? 0;
    const weight = weights[j] ?? 0;
    const gain = (pull[term * size + k] ?? 0) - weight * own;
    const others = (pullSums[term] ?? 0) - weight * echoSum - gain;
    const lead = weight * (gain - others / Math.max(1, size - 1));
    leads.push(lead);
    if (lead > most) most = lead;
  }
  if (most < LEAST_GAIN) return [];
  const chosen: number[] = [];
  for (let j = 0; j < leads.length; j++) if ((leads[j] ?? 0) >= LEAST_PART * most) chosen.push(j);
  chosen.sort((a, b) => (leads[b] ?? 0) - (leads[a] ?? 0));
  chosen.length = Math.min(chosen.length, MOST_WORDS);
  return writtenWords(model, reading, chosen, leads);
}

function matchNewText(
  model: SuggestModel,
  item: SuggestItem,
  relatives: readonly Relative[],
): Omit<Reading, 'item' | 'echo' | 'echoSum' | 'relatives'> {
  const size = model.targets.length;
  const unseen = new Map<string, number>();
  const known = model.vocabulary.words.length;
  const number = (term: string): number => {
    const id = model.vocabulary.find(term) ?? unseen.get(term) ?? known + unseen.size;
    if (id >= known) unseen.set(term, id);
    return id;
  };
  const places = readTexts(model.read, item);
  const counts = countItem(number, places);
  const rarity = new Float64Array(known + unseen.size).fill(rarestOf(model));
  rarity.set(model.rarity);
  const { terms, weights } = toVectors([counts], rarity);
  const match = new Float32Array(size);
  terms.forEach((term, j) => {
    for (let k = 0; k < size; k++)
      match[k] = (match[k] ?? 0) + (weights[j] ?? 0) * (model.learned.pull[term * size + k] ?? 0);
  });
  addRelatives(match, 0, relatives, model.learned.scores, size);
  return { places, terms, weights, match };
}

function rarestOf(model: SuggestModel): number {
  return model.rarity.reduce((most, value) => Math.max(most, value), 0);
}

function saysTheSame(a: SuggestItem, b: SuggestItem): boolean {
  if (a === b) return true;
  const [first, second] = [textsOf(a), textsOf(b)];
  return first.length === second.length && first.every((text, i) => text === second[i]);
}

/** The chosen terms as they first stand in the item; overlapping pairs of characters are joined to one word. */
function writtenWords(
  { vocabulary }: SuggestModel,
  { item, places, terms }: Reading,
  chosen: readonly number[],
  leads: readonly number[],
): readonly string[] {
  const gains = new Map<string, number>();
  for (const j of chosen) gains.set(vocabulary.words[terms[j] ?? 0] ?? '', leads[j] ?? 0);
  const told = new Set<string>();
  const words: Run[] = [];
  for (let text = 0; text < places.length && told.size < gains.size; text++) {
    const { terms: read, starts, ends } = places[text] ?? NOTHING;
    let run: Run | undefined;
    for (let j = 0; j < read.length; j++) {
      const term = read[j] ?? '';
      const gain = gains.get(term);
      if (gain === undefined) continue;
      const [start, end] = [starts[j] ?? 0, ends[j] ?? 0];
      if (run && run.end > start) {
        run.end = end;
        run.gain = Math.max(run.gain, gain);
      } else run = { text, start, end, gain };
      if (!told.has(term) && words.at(-1) !== run) words.push(run);
      told.add(term);
    }
  }
  words.sort((a, b) => b.gain - a.gain);
  const texts = textsOf(item);
  return words.map(({ text, start, end }) => texts[text]?.slice(start, end) ?? '');
}

/** A stretch of a text made of chosen terms. */
interface Run {
  readonly text: number;
  readonly start: number;
  end: number;
  gain: number;
}

const NOTHING: TextTerms = { terms: [], starts: [], ends: [] };
