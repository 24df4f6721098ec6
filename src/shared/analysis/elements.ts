/** The three elements read together: two without the third fail in a way that has a name. */
import type { ElementId } from '../method/kit-schema.ts';
import { compare6 } from '../lib/numbers.ts';

/** What the three scores say together. */
export type ElementReading =
  | 'busy-without-belief' // engagement is missing
  | 'wish-without-means' // capability is missing
  | 'each-their-own-way' // clarity is missing
  | 'no-element-carries' // two or three are missing
  | 'all-carry';

/** Reads the scores of the elements, 0 to 100; null while one that matters is not known. */
export function readElements(scores: Readonly<Record<ElementId, number | null>>): ElementReading | null {
  const missing = elements.filter((element) => {
    const score = scores[element];
    return score !== null && compare6(score, 50) < 0;
  });
  if (missing.length >= 2) return 'no-element-carries';
  if (elements.some((element) => scores[element] === null)) return null;
  const [only] = missing;
  return only === undefined ? 'all-carry' : withoutIt[only];
}

const elements: readonly ElementId[] = ['clarity', 'capability', 'engagement'];

const withoutIt: Readonly<Record<ElementId, ElementReading>> = {
  clarity: 'each-their-own-way',
  capability: 'wish-without-means',
  engagement: 'busy-without-belief',
};
