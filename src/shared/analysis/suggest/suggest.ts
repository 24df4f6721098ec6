/**
 * Ranks the strategic decisions and priorities that an item of the backlog may serve, by text alone, and says which of
 * the item's words decided. It links nothing: a suggestion is a reading aid for the person who does.
 *
 * The texts are cut into word stems (`text-terms.ts`) and become weighted vectors (`vectors.ts`); how strongly each word
 * pulls towards each target is learned from the strategy, the backlog and the accepted links (`learn.ts`). No model
 * is fetched and no chance is involved: the same texts give the same result, in whatever order the items come.
 *
 * Score = c ÷ (c + 0.2) × s. c is how much of the item is covered by the words of the target and of the other items
 * believed to belong to it, without what the item itself lent; s is the target's part in the item's matches with all
 * targets (match ÷ root of the sum of their squares). So it falls when little matches, and when everything does.
 * Strength says how often suggestions of that score were right in the plans it was measured with: *strong* from 0.45
 * (about four in five), *fair* from 0.3 (three in five), else *weak*. Where not even the first reaches 0.1 nothing is
 * suggested; behind a first one others are named as weak down to 0.03, since the right one is often second or third.
 */
import { type SuggestItem, type SuggestModel, type SuggestOptions, type SuggestTarget } from './model.ts';
import { prepareSuggestions, relativesOf } from './model.ts';
import { type Reading, type Standing, decidingWords, orderTargets, readItem } from './reading.ts';

/** A target with its score for an item, 0–1. */
export interface RankedTarget {
  readonly kind: 'decision' | 'priority';
  readonly id: string;
  readonly title: string;
  readonly score: number;
}

/** How far a suggestion can be relied on; the steps are explained at the top of this file. */
export type SuggestStrength = 'weak' | 'fair' | 'strong';

/** A ranked target worth showing, with the words that decided, weightiest first, as they are written in the item. */
export interface Suggestion extends RankedTarget {
  readonly strength: SuggestStrength;
  readonly words: readonly string[];
  /** Only where the item's own words say nothing: the key of the parent, epic or linked item whose words these are. */
  readonly via?: string;
}

const STRONG = 0.45;
const FAIR = 0.3;
const LEAST_FIRST = 0.1;
const LEAST_FURTHER = 0.03;
const MOST_SUGGESTIONS = 5;

/** Suggestions for each of the items by key, in the order of the items; an item without any has an empty list. */
export function suggestTargets(
  targets: readonly SuggestTarget[],
  items: readonly SuggestItem[],
  options: SuggestOptions = {},
): ReadonlyMap<string, readonly Suggestion[]> {
  const model = prepareSuggestions(targets, items, options);
  return new Map(items.map((item) => [item.key, suggestForItem(model, item)]));
}

/** Up to five suggestions for one item, best first; none where the match is too weak to mean anything. */
export function suggestForItem(model: SuggestModel, item: SuggestItem): readonly Suggestion[] {
  const reading = readItem(model, item);
  const suggestions: Suggestion[] = [];
  for (const standing of orderTargets(model, reading, MOST_SUGGESTIONS)) {
    const least = suggestions.length === 0 ? LEAST_FIRST : LEAST_FURTHER;
    if (standing.reach < least) break;
    const ranked = toRanked(model, standing);
    const why = ranked && explain(model, reading, standing.k);
    if (ranked && why) suggestions.push({ ...ranked, strength: strengthOf(standing.score), ...why });
  }
  return suggestions;
}

/** All targets for one item, best first, however weak; equal ones in the order in which the targets were given. */
export function rankTargets(model: SuggestModel, item: SuggestItem): readonly RankedTarget[] {
  return orderTargets(model, readItem(model, item)).flatMap((standing) => toRanked(model, standing) ?? []);
}

/** The step of a suggestion's score (0–1). */
export function strengthOf(score: number): SuggestStrength {
  if (score >= STRONG) return 'strong';
  return score >= FAIR ? 'fair' : 'weak';
}

function toRanked(model: SuggestModel, { k, score }: Standing): RankedTarget | undefined {
  const target = model.targets[k];
  return target && { kind: target.kind, id: target.id, title: target.title, score };
}

/** The words behind a suggestion: the item's own, else those of a relative; undefined where there are none to show. */
function explain(model: SuggestModel, reading: Reading, k: number): Pick<Suggestion, 'words' | 'via'> | undefined {
  const words = decidingWords(model, reading, k);
  if (words.length > 0) return { words };
  for (const relative of relativesOf(reading.item, model.positions)) {
    const item = model.items[relative.item];
    const told = item ? decidingWords(model, readItem(model, item), k) : [];
    if (item && told.length > 0) return { words: told, via: item.key };
  }
  return undefined;
}
