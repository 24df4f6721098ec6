/** One item read against a model: its score for each target, and the words that made it. */
import { type Relative, addRelatives, sharesOf } from './learn.ts';
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
const HEARSAY = 0.2;
/** What the weightiest word counts for the score: a single word may be there by chance. */
const FIRST_WORD = 0.5;
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
  const relatives = relativesOf(item, model.positions);
  if (position !== undefined && known && saysTheSame(known, item)) {
    const [from, to] = [model.vectors.starts[position], model.vectors.starts[position + 1]];
    const match = model.learned.scores.slice(position * size, (position + 1) * size);
    addRelatives(match, relatives, model.learned.scores);
    return {
      item,
      places: model.readings[position] ?? [],
      terms: model.vectors.terms.subarray(from, to),
      weights: model.vectors.weights.subarray(from, to),
      match,
      echo: model.learned.echo.subarray(position * size, (position + 1) * size),
      relatives,
    };
  }
  return { item, ...matchNewText(model, item, relatives), echo: new Float32Array(size), relatives };
}

/** The best targets, as many as asked for; equal ones (to a millionth) in the order in which they were given. */
export function orderTargets(model: SuggestModel, reading: Reading, most = reading.match.length): readonly Standing[] {
  const { match, echo } = reading;
  let squares = 0;
  const ranks = new Int32Array(match.length);
  match.forEach((value, k) => {
    squares += value * value;
    ranks[k] = Math.round(value * 1e6);
  });
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
const TAKEN = -(2 ** 31);

function toScore(covered: number, part: number): number {
  return (covered / (covered + HALF_COVERED)) * part;
}

/** How far the target's own words and accepted links cover the item, its relatives included. */
function firmMatch(model: SuggestModel, { terms, weights, relatives }: Reading, k: number): number {
  let firm = firmWords(model, terms, weights, k);
  for (const [item, share] of sharesOf(relatives)) {
    const [from, to] = [model.vectors.starts[item], model.vectors.starts[item + 1]];
    firm += share * firmWords(model, model.vectors.terms.subarray(from, to), model.vectors.weights.subarray(from, to), k);
  }
  return firm;
}

function firmWords({ targets, learned }: SuggestModel, terms: Int32Array, weights: Float64Array, k: number): number {
  let [sum, most] = [0, 0];
  for (let j = 0; j < terms.length; j++) {
    const gain = (weights[j] ?? 0) * (learned.firm[(terms[j] ?? 0) * targets.length + k] ?? 0);
    sum += gain;
    if (gain > most) most = gain;
  }
  return Math.max(0, sum - (1 - FIRST_WORD) * most);
}

/** The item's words that speak for the target more than for the others, weightiest first, as written in the item. */
export function decidingWords(model: SuggestModel, reading: Reading, k: number): readonly string[] {
  const size = model.targets.length;
  const { pull, pullSums } = model.learned;
  let echoSum = 0;
  for (const value of reading.echo) echoSum += value;
  const leads = new Float64Array(reading.terms.length);
  let most = 0;
  for (let j = 0; j < leads.length; j++) {
    const term = reading.terms[j] ?? 0;
    const weight = reading.weights[j] ?? 0;
    const gain = (pull[term * size + k] ?? 0) - weight * (reading.echo[k] ?? 0);
    const others = (pullSums[term] ?? 0) - weight * echoSum - gain;
    const lead = weight * (gain - others / Math.max(1, size - 1));
    leads[j] = lead;
    most = Math.max(most, lead);
  }
  if (most < LEAST_GAIN) return [];
  const chosen: { readonly term: number; readonly lead: number }[] = [];
  leads.forEach((lead, j) => {
    if (lead >= LEAST_PART * most) chosen.push({ term: reading.terms[j] ?? 0, lead });
  });
  chosen.sort((a, b) => b.lead - a.lead);
  const gains = chosen
    .slice(0, MOST_WORDS)
    .map(({ term, lead }) => [model.vocabulary.words[term] ?? '', lead] as const);
  return writtenWords(reading, new Map(gains));
}

function matchNewText(
  model: SuggestModel,
  item: SuggestItem,
  relatives: readonly Relative[],
): Omit<Reading, 'item' | 'echo' | 'relatives'> {
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
  addRelatives(match, relatives, model.learned.scores);
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
function writtenWords({ item, places }: Reading, gains: ReadonlyMap<string, number>): readonly string[] {
  const told = new Set<string>();
  const words: { readonly word: string; readonly gain: number }[] = [];
  textsOf(item).forEach((text, i) => {
    for (const { start, end, terms } of runsOf(places[i], gains)) {
      if (terms.every((term) => told.has(term))) continue;
      for (const term of terms) told.add(term);
      words.push({ word: text.slice(start, end), gain: Math.max(...terms.map((term) => gains.get(term) ?? 0)) });
    }
  });
  return words.toSorted((a, b) => b.gain - a.gain).map(({ word }) => word);
}

/** A stretch of a text and the chosen terms it is made of. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly string[];
}

function runsOf(places: TextTerms | undefined, gains: ReadonlyMap<string, number>): readonly Run[] {
  const runs: Run[] = [];
  places?.terms.forEach((term, j) => {
    if (!gains.has(term)) return;
    const [start, end] = [places.starts[j] ?? 0, places.ends[j] ?? 0];
    const last = runs.at(-1);
    if (last && last.end > start) runs[runs.length - 1] = { start: last.start, end, terms: [...last.terms, term] };
    else runs.push({ start, end, terms: [term] });
  });
  return runs;
}
