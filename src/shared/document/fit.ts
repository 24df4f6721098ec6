/** The search for the settings that make a document fit: candidates are laid out, the best is taken, each step is weighed. */
import { defaultSettings } from './settings.ts';
import type { Density, LayoutSettings, Paper } from './settings.ts';

/** The steps that may make a document shorter. */
export const fitChanges = [
  'density-tight',
  'keep-loose',
  'quotes-1',
  'patterns-4',
  'patterns-3',
  'criteria-merged',
  'detail-appendix',
] as const;

/** One step that may make a document shorter. */
export type FitChange = (typeof fitChanges)[number];

/** What is left out of the document at a level; level 0 leaves out nothing. */
export type ContentSettings = {
  readonly quotes: 1 | 2;
  readonly patterns: 3 | 4 | 5;
  readonly mergedCriteria: boolean;
  readonly appendix: boolean;
};

/** A level of content: what the step before it left out besides. */
export type ContentLevel = { readonly change: FitChange | null; readonly content: ContentSettings };

/** What a document has that could be left out; steps that change nothing are not tried. */
export type ContentAvailable = {
  readonly patterns: number;
  readonly hasSecondQuotes: boolean;
  readonly hasSeveralCriteria: boolean;
  readonly hasDetail: boolean;
};

/** One way to set the document. */
export type FitCandidate = {
  /** Index of the content level. */
  readonly level: number;
  readonly settings: LayoutSettings;
  readonly changes: readonly FitChange[];
};

/** What a layout says of a candidate. */
export type Measured = { readonly pages: number; readonly pageFill: readonly number[]; readonly splits: number };

/** A candidate that was laid out. `gain` is in pages against the same candidate without its last step. */
export type TriedCandidate = { readonly candidate: FitCandidate; readonly measured: Measured; readonly gain: number };

/** A candidate as it is told to a person: its steps, its pages, and what its last step gained in pages. */
export type TriedStep = { readonly changes: readonly FitChange[]; readonly pages: number; readonly gain: number };

/** The pages that a document of this tier may have, both included. */
export type PageRange = { readonly min: number; readonly max: number };

/** The best candidate, whether it is inside the range, and all that was tried, in order. */
export type FitOutcome = {
  readonly best: TriedCandidate;
  readonly fits: boolean;
  readonly tried: readonly TriedCandidate[];
};

/** A page that is filled less than this, and is not the last, looks unfinished. */
export const leastFill = 0.6;

/** A last page that is filled less than this holds a line or two that somebody forgot. */
export const leastLastFill = 0.08;

/** The levels of content in the order in which they are given up; what changes nothing is left out of the list. */
export function contentLevels(available: ContentAvailable): readonly ContentLevel[] {
  let content = fullContent;
  const levels: ContentLevel[] = [{ change: null, content }];
  for (const { change, set, applies } of contentSteps) {
    if (!applies(available)) continue;
    content = { ...content, ...set };
    levels.push({ change, content });
  }
  return levels;
}

/** Each single step that would leave something out of a content, and the content after it; steps taken already are no offer. */
export function contentOffers(
  content: ContentSettings,
  available: ContentAvailable,
): readonly { readonly change: FitChange; readonly content: ContentSettings }[] {
  return contentSteps
    .filter(({ applies }) => applies(available))
    .map(({ change, set }) => ({ change, content: { ...content, ...set } }))
    .filter((offer) => lessThan(offer.content, content));
}

/** All of the content: what a document starts from. */
export const fullContent: ContentSettings = { quotes: 2, patterns: 5, mergedCriteria: false, appendix: false };

const contentSteps: readonly {
  readonly change: FitChange;
  readonly set: Partial<ContentSettings>;
  readonly applies: (available: ContentAvailable) => boolean;
}[] = [
  { change: 'quotes-1', set: { quotes: 1 }, applies: (available) => available.hasSecondQuotes },
  { change: 'patterns-4', set: { patterns: 4 }, applies: (available) => available.patterns > 4 },
  { change: 'patterns-3', set: { patterns: 3 }, applies: (available) => available.patterns > 3 },
  { change: 'criteria-merged', set: { mergedCriteria: true }, applies: (available) => available.hasSeveralCriteria },
  { change: 'detail-appendix', set: { appendix: true }, applies: (available) => available.hasDetail },
];

function lessThan(one: ContentSettings, other: ContentSettings): boolean {
  return (
    one.quotes < other.quotes ||
    one.patterns < other.patterns ||
    Number(one.mergedCriteria) > Number(other.mergedCriteria) ||
    Number(one.appendix) > Number(other.appendix)
  );
}

/** The ways to set one content: density normal, then tight (never open to fill pages); keep rules strict, then loose. */
export function layoutVariants(
  paper: Paper,
  density?: Density,
): readonly { readonly settings: LayoutSettings; readonly changes: readonly FitChange[] }[] {
  const densities: readonly (readonly [Density, readonly FitChange[]])[] =
    density === undefined
      ? [
          [defaultSettings.density, []],
          ['tight', ['density-tight']],
        ]
      : [[density, []]];
  return (['strict', 'loose'] as const).flatMap((keep) =>
    densities.map(([each, changes]) => ({
      settings: { paper, density: each, keep },
      changes: keep === 'loose' ? [...changes, 'keep-loose' as const] : changes,
    })),
  );
}

/**
 * Searches for the best setting. Content is given up only when no way to set the fuller content is inside the range;
 * a document that is too short is left as it is, since nothing is ever enlarged. Laying out costs the time, so the
 * search ends with the first candidate that cannot be bettered.
 */
export function searchFit(
  levels: readonly Pick<ContentLevel, 'change'>[],
  variants: ReturnType<typeof layoutVariants>,
  range: PageRange,
  measure: (candidate: FitCandidate) => Measured,
): FitOutcome {
  const tried: TriedCandidate[] = [];
  const attempt = (level: number, at: number): TriedCandidate | null => {
    const variant = variants[at];
    if (variant === undefined) return null;
    const given = levels.slice(0, level + 1).flatMap(({ change }) => (change === null ? [] : [change]));
    const candidate = { level, settings: variant.settings, changes: [...variant.changes, ...given] };
    const measured = measure(candidate);
    const done = { candidate, measured, gain: gainOver(tried, candidate, measured) };
    tried.push(done);
    return done;
  };
  const last = variants.length - 1;
  for (let level = 0; level < levels.length; level += 1) {
    // Once the full content fits in no way, the tightest setting alone tells whether a level can fit.
    const order = variants.map((_, at) => (level === 0 ? at : last - at));
    for (const at of order) {
      if (isOutclassed(variants[at]?.settings.density, tried, range)) continue;
      const done = attempt(level, at);
      if (done === null) break;
      const isFirst = level === 0 && at === 0;
      if (isFirst && done.measured.pages < range.min) return outcome(tried, range);
      if (isUnbeatable(done, range)) return outcome(tried, range);
      if (level > 0 && at === last && done.measured.pages > range.max) break;
    }
    if (tried.some(({ candidate, measured }) => candidate.level === level && distance(measured.pages, range) === 0))
      break;
  }
  return outcome(tried, range);
}

/** Pages and the filled part of the last one: the length that shows what a step gains even if no page is saved. */
export function lengthOf(measured: Measured): number {
  return measured.pages - 1 + (measured.pageFill.at(-1) ?? 1);
}

function outcome(tried: readonly TriedCandidate[], range: PageRange): FitOutcome {
  const [best] = tried.toSorted((one, other) => compareRanks(rank(one, range), rank(other, range)));
  if (best === undefined) throw new RangeError('A fit needs a level and a variant');
  return { best, fits: distance(best.measured.pages, range) === 0, tried };
}

function isUnbeatable({ candidate, measured }: TriedCandidate, range: PageRange): boolean {
  const isGood = distance(measured.pages, range) === 0 && underfilled(measured) === 0;
  return (
    isGood && (candidate.changes.length === 0 || (measured.splits === 0 && candidate.settings.density === 'normal'))
  );
}

/** Whether a faultless candidate is there already and this density is no nearer to normal. */
function isOutclassed(density: Density | undefined, tried: readonly TriedCandidate[], range: PageRange): boolean {
  if (density === defaultSettings.density) return false;
  return tried.some(({ measured }) => {
    return distance(measured.pages, range) === 0 && underfilled(measured) === 0 && measured.splits === 0;
  });
}

function rank({ candidate, measured }: TriedCandidate, range: PageRange): readonly number[] {
  return [
    distance(measured.pages, range),
    underfilled(measured),
    measured.splits,
    candidate.settings.density === defaultSettings.density ? 0 : 1,
    candidate.changes.length,
  ];
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

function distance(pages: number, { min, max }: PageRange): number {
  return Math.max(0, min - pages, pages - max);
}

function underfilled({ pageFill }: Measured): number {
  const last = pageFill.length > 1 && (pageFill.at(-1) ?? 1) < leastLastFill ? 1 : 0;
  return pageFill.slice(0, -1).filter((fill) => fill < leastFill).length + last;
}

function gainOver(tried: readonly TriedCandidate[], candidate: FitCandidate, measured: Measured): number {
  const before = candidate.changes.slice(0, -1);
  const parent = tried.find(({ candidate: { changes } }) => sameSteps(changes, before)) ?? tried[0];
  return parent === undefined ? 0 : Math.round((lengthOf(parent.measured) - lengthOf(measured)) * 100) / 100;
}

function sameSteps(one: readonly FitChange[], other: readonly FitChange[]): boolean {
  return one.length === other.length && one.every((change) => other.includes(change));
}
