/** The kit's symptoms: each has the rating of the highest of its indicators. */
import type { KitContent } from '../method/kit-schema.ts';
import type { Rating } from '../model/index.ts';
import { assessEvidence, type Backing, backingOf } from './evidence.ts';
import type { AnalysisInput } from './input.ts';
import { assessIndicators } from './severity.ts';

/** One symptom with its rating and what made it. */
export type SymptomReading = {
  readonly symptom: KitContent['symptoms'][number];
  /** 0 to 4; null while none of its indicators is rated. */
  readonly value: number | null;
  /** The ratings that were compared. */
  readonly ratings: readonly Rating[];
  readonly support: Backing;
  readonly counter: Backing;
};

/** Every symptom of the kit, in kit order. */
export function assessSymptoms(input: AnalysisInput): readonly SymptomReading[] {
  const indicators = assessIndicators(input);
  const evidence = assessEvidence(input.data);
  return input.kit.content.symptoms.map((symptom) => {
    const ratings = symptom.indicators.flatMap((id) => {
      const reading = indicators.get(id);
      return reading === undefined || reading.lead === null || reading.value === null ? [] : [reading.lead];
    });
    const values = ratings.flatMap((rating) => rating.value ?? []);
    const rated = new Set(ratings.map((rating) => rating.indicator));
    return {
      symptom,
      value: values.length === 0 ? null : Math.max(...values),
      ratings,
      ...backingOf(evidence, (link) => link.indicator !== null && rated.has(link.indicator)),
    };
  });
}
