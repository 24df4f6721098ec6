/** What suggestions are made from: targets, items and accepted links, read and learned once for many questions. */
import { type Learned, type Relative, learnPull } from './learn.ts';
import { findRelated, type RelatedWords } from './related.ts';
import { type TermReader, type TextTerms, createTermReader } from './text-terms.ts';
import { type TermCounts, type Vectors, Vocabulary, countTexts, toVectors, weighRarity } from './vectors.ts';

/** A decision or a priority that items can serve. */
export interface SuggestTarget {
  readonly id: string;
  readonly kind: 'decision' | 'priority';
  readonly title: string;
  readonly text: string;
}

/** An item of the backlog; relatives that are not among the items are ignored. */
export interface SuggestItem {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly labels?: readonly string[];
  readonly parentKey?: string;
  readonly epicKey?: string;
  readonly linkedKeys?: readonly string[];
}

/** A link that a person made or accepted; its item need not be among those to rank. */
export interface AcceptedLink {
  readonly targetId: string;
  readonly item: SuggestItem;
}

/** What is taken into account besides the texts. */
export interface SuggestOptions {
  /** Language of the texts as a code such as `en` or `de-CH`; `en` if missing. */
  readonly language?: string;
  readonly accepted?: readonly AcceptedLink[];
  /** Which stems mean related things; without it only shared words count. */
  readonly related?: RelatedWords;
}

/** The terms of each text of an item, in the order of `textsOf`. */
export type ItemTerms = readonly TextTerms[];

/** Everything learned from one set of targets and items. */
export interface SuggestModel {
  readonly targets: readonly SuggestTarget[];
  readonly items: readonly SuggestItem[];
  readonly positions: ReadonlyMap<string, number>;
  /** Per item: the terms of each of its texts. */
  readonly readings: readonly ItemTerms[];
  /** Per item: its relatives. */
  readonly relatives: readonly (readonly Relative[])[];
  readonly vocabulary: Vocabulary;
  readonly rarity: Float64Array;
  readonly vectors: Vectors;
  readonly learned: Learned;
  readonly read: TermReader;
}

const TITLE_OF_TARGET = 3;
const TITLE_OF_ITEM = 1.5;
const LOOSE_TIE = 0.5;

/** Learns from targets, items and accepted links: the costly step, to be repeated when one of them changes. */
export function prepareSuggestions(
  targets: readonly SuggestTarget[],
  items: readonly SuggestItem[],
  options: SuggestOptions = {},
): SuggestModel {
  const read = createTermReader(options.language ?? 'en');
  const vocabulary = new Vocabulary();
  const accepted = options.accepted ?? [];
  const byKey = new Map([...accepted.map((link) => link.item), ...items].map((item) => [item.key, item]));
  // In the order of their keys, so that no sum depends on the order in which items come.
  const sorted = [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const positions = new Map(sorted.map((item, i) => [item.key, i]));
  const number = (term: string): number => vocabulary.add(term);
  const targetCounts = targets.map(({ title, text }) =>
    countTerms(number, [read(title), TITLE_OF_TARGET], [read(text), 1]),
  );
  const readings = sorted.map((item) => readTexts(read, item));
  const itemCounts = readings.map((terms) => countItem(number, terms));
  const counts = [...targetCounts, ...itemCounts];
  const rarity = weighRarity(countTexts(counts, vocabulary.words.length), counts.length);
  const vectors = toVectors(itemCounts, rarity);
  const relatives = sorted.map((item) => relativesOf(item, positions));
  const learned = learnPull({
    related: findRelated(vocabulary.words, options.language ?? 'en', options.related),
    targets: toVectors(targetCounts, rarity),
    items: vectors,
    rarity,
    relatives,
    accepted: acceptedTargets(accepted, targets, positions),
  });
  return { targets, items: sorted, positions, readings, relatives, vocabulary, rarity, vectors, learned, read };
}

/** The texts of an item in reading order. */
export function textsOf(item: SuggestItem): readonly string[] {
  return [item.title, item.text, ...(item.labels ?? [])];
}

/** Reads the texts of an item. */
export function readTexts(read: TermReader, item: SuggestItem): ItemTerms {
  return textsOf(item).map((text) => read(text));
}

/** How often each term stands in an item, its title counting more; terms are numbered by `number`. */
export function countItem(number: (term: string) => number, texts: ItemTerms): TermCounts {
  return countTerms(number, ...texts.map((text, i): CountedText => [text, i === 0 ? TITLE_OF_ITEM : 1]));
}

/** The known items that tell something about an item, each once. */
export function relativesOf(item: SuggestItem, positions: ReadonlyMap<string, number>): readonly Relative[] {
  if (item.parentKey === undefined && item.epicKey === undefined && !item.linkedKeys?.length) return [];
  const weights = new Map<number, number>();
  const add = (key: string | undefined, weight: number): void => {
    const position = key === undefined || key === item.key ? undefined : positions.get(key);
    if (position !== undefined && !weights.has(position)) weights.set(position, weight);
  };
  add(item.parentKey, 1);
  add(item.epicKey, 1);
  for (const key of item.linkedKeys ?? []) add(key, LOOSE_TIE);
  return [...weights].map(([position, weight]) => ({ item: position, weight }));
}

/** The terms of a text and what each of them counts. */
type CountedText = readonly [TextTerms, number];

function countTerms(number: (term: string) => number, ...texts: readonly CountedText[]): TermCounts {
  const counts = new Map<number, number>();
  for (const [{ terms }, weight] of texts)
    for (const term of terms) {
      const id = number(term);
      counts.set(id, (counts.get(id) ?? 0) + weight);
    }
  return counts;
}

function acceptedTargets(
  links: readonly AcceptedLink[],
  targets: readonly SuggestTarget[],
  positions: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly number[]> {
  const columns = new Map(targets.map((target, k) => [target.id, k]));
  const accepted = new Map<number, number[]>();
  for (const { targetId, item } of links) {
    const [position, k] = [positions.get(item.key), columns.get(targetId)];
    if (position === undefined || k === undefined) continue;
    const list = accepted.get(position) ?? [];
    if (!list.includes(k))
      accepted.set(
        position,
        [...list, k].toSorted((a, b) => a - b),
      );
  }
  // In the order of the items, again for sums that do not depend on the order of the links.
  return new Map([...accepted].toSorted(([a], [b]) => a - b));
}
