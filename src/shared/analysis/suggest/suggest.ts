/**
 * Ranks the strategic decisions and priorities that an item of the backlog may serve, by text alone, and says which of
 * the item's words decided. It links nothing: a suggestion is a reading aid for the person who does.
 *
 * The texts are cut into word stems (`text-terms.ts`) and become weighted vectors (`vectors.ts`); how strongly each word
 * pulls towards each target is learned from the strategy, the backlog, the accepted links and a table of related words
 * (`learn.ts`, `related.ts`). No model is fetched and no chance is involved: the same texts give the same result, in
 * whatever order the items come.
 *
 * Score = c ÷ (c + 0.2) × s. c is how much of the item is covered by words of the target itself and by what people linked
 * with it; of these the weightiest counts a quarter, as a single word may be there by chance, and a match that rests on
 * related words or on other unlinked items counts a tenth. s is the target's part in the item's matches with all targets
 * (match ÷ root of the sum of their squares). So the score falls when little matches, when everything does, and when the
 * match is hearsay: items without a decision of their own lend one another their words, and look alike to no purpose.
 * The order of the targets is that of the whole match.
 *
 * Strength: *strong* from 0.45, *fair* from 0.3, else *weak*. In six plans of other organisations a first suggestion was
 * right in 11 of 12 cases where strong, 68 of 74 where fair, and about every second time where weak.
 * Weak ones are listed, since the right one is often among them: the first where related words and unlinked items,
 * counted in full, take the score to 0.1, others behind it down to 0.02.
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
const LEAST_FURTHER = 0.02;
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
