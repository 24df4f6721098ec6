/** How much the evidence behind a pattern can carry. */
import type { Backing } from './evidence.ts';

/** From well supported to rated without evidence. */
export type Confidence = 'high' | 'medium' | 'low' | 'none';

/** Confidence with what made it. */
export type ConfidenceReading = {
  readonly confidence: Confidence;
  /** Counter-evidence comes from at least as many independent sources as the support. */
  readonly contested: boolean;
  readonly support: Backing;
  readonly counter: Backing;
};

/** What a severity counts for in the rank. */
export const confidenceWeights: Readonly<Record<Confidence, number>> = { high: 1, medium: 0.8, low: 0.5, none: 0 };

/** Reads confidence from independent sources for and against. */
export function assessConfidence(support: Backing, counter: Backing): ConfidenceReading {
  const contested = counter.sources.length > 0 && counter.sources.length >= support.sources.length;
  const plain = plainConfidence(support);
  return { confidence: contested ? lowered[plain] : plain, contested, support, counter };
}

const lowered: Readonly<Record<Confidence, Confidence>> = { high: 'medium', medium: 'low', low: 'low', none: 'none' };

function plainConfidence({ sources, functions, levels }: Backing): Confidence {
  if (sources.length >= 3 && functions.length >= 2 && levels.length >= 2) return 'high';
  if (sources.length >= 2) return 'medium';
  return sources.length === 1 ? 'low' : 'none';
}
