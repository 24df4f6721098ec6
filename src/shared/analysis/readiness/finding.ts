/** What a check of readiness finds: a code, a sentence, and the place to mend. */
import type { EntityName } from '../../model/index.ts';

/** A blocker keeps the document from being issued, a warning can be accepted with a reason, advice asks for nothing. */
export type Severity = 'blocker' | 'warning' | 'advice';

/** The stages of the work, 1 Scope to 8 Review. */
export type Stage = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Where a finding is mended. */
export type Place = {
  readonly entity: EntityName;
  readonly id: string;
  /** Field of the row that is to be filled in or changed; the first of them where there are several. */
  readonly field?: string;
  /** What tells apart several findings of one code at one row: an id of the kit, a field. */
  readonly part?: string;
  readonly stage: Stage;
};

/** Figures and names of a sentence. Days are YYYY-MM-DD, shares 0 to 100. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/** One finding of the checks. */
export type ReadinessFinding = {
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly place: Place;
  readonly params: Params;
  /** A warning that somebody accepted. */
  readonly accepted?: { readonly reason: string; readonly by: string };
};

/** What a check hands over for one fault: the place may leave out the stage that its entity belongs to. */
export type Fault = {
  readonly place: Omit<Place, 'stage'> & { readonly stage?: Stage };
  readonly params?: Params;
  /** Picks another sentence of the same code. */
  readonly variant?: string;
  /** Where this fault weighs less than its code does. */
  readonly severity?: Severity;
};

/** A place as an accepted check keeps it: it stays the same while parts of the row are mended. */
export function placeKey({ entity, id, part }: Pick<Place, 'entity' | 'id' | 'part'>): string {
  return [entity, id, part].filter((one) => one !== undefined).join(':');
}

/** The stage at which rows of an entity are edited. */
export function stageOf(entity: EntityName): Stage {
  return stages[entity] ?? 6;
}

const stages: Partial<Record<EntityName, Stage>> = {
  client: 1,
  engagement: 1,
  scopeWidening: 1,
  symptom: 1,
  stakeholder: 1,
  limit: 1,
  experiment: 1,
  source: 2,
  passage: 2,
  backlogItem: 2,
  comparison: 2,
  interview: 3,
  participant: 3,
  voice: 3,
  turn: 3,
  answer: 3,
  evidence: 3,
  rating: 4,
  finding: 4,
  axisRating: 4,
  step: 5,
  constraint: 5,
  completedReading: 5,
  paragraphEdit: 7,
  issue: 7,
  review: 8,
  reading: 8,
};
