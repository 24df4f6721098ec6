/** The words of the document screen: steps of the fit, sections, lengths. */
import type { ReadinessFinding } from '../../../shared/analysis/readiness/finding.ts';
import type { DrawnDocument } from '../../../shared/document/drawn.ts';
import { type FitChange, lengthOf } from '../../../shared/document/fit.ts';
import type { EntityName } from '../../../shared/model/index.ts';
import { showNumber } from '../../parts/format.ts';

/** What a step of the fit is, as the subject of a sentence. */
export const stepWords: Readonly<Record<FitChange, string>> = {
  'density-tight': 'Tighter rows',
  'keep-loose': 'Blocks that may break over pages',
  'quotes-1': 'One quote for each pattern',
  'patterns-4': 'Four patterns',
  'patterns-3': 'Three patterns',
  'criteria-merged': 'Criteria of a priority in one line',
  'detail-appendix': 'Detail in an appendix',
};

/** Length in pages, the last one as far as it is filled. */
export function pagesOf({ layout }: Pick<DrawnDocument, 'layout'>): number {
  const { pages, pageFill, splits } = layout;
  return Math.max(0, lengthOf({ pages: pages.length, pageFill, splits }));
}

/** A length or a share with one decimal. */
export function showPages(value: number): string {
  return showNumber(Math.round(value * 10) / 10);
}

/** A section as the list names it. */
export function sectionName({ id, title }: { readonly id: string; readonly title: string }): string {
  if (id === 'head') return 'Head';
  return title;
}

const sectionOfEntity: Partial<Record<EntityName, string>> = {
  client: 'head',
  engagement: 'head',
  source: 'basis',
  stakeholder: 'basis',
  interview: 'basis',
  limit: 'basis',
  experiment: 'basis',
  acceptedCheck: 'basis',
  backlogItem: 'found',
  itemLink: 'found',
  comparison: 'found',
  playbackMark: 'found',
  axisRating: 'found',
  evidence: 'patterns',
  evidenceLink: 'patterns',
  rating: 'patterns',
  finding: 'patterns',
  step: 'constraint',
  constraint: 'constraint',
  completedReading: 'constraint',
  decision: 'translation',
  translator: 'translation',
  priority: 'translation',
  criterion: 'translation',
  criterionMilestone: 'translation',
  objection: 'translation',
  liveCase: 'translation',
  dependency: 'translation',
  stop: 'stops',
  measureChange: 'stops',
  modelChange: 'stops',
  initiative: 'ninety-days',
  milestone: 'ninety-days',
  join: 'ninety-days',
  dayOne: 'ninety-days',
  stepBack: 'ninety-days',
  plannedReview: 'working',
  review: 'working',
};

/** The section that a finding of the checks is about; null where no one section is. */
export function sectionOfCheck(
  { place }: ReadinessFinding,
  editedSections: ReadonlyMap<string, string>,
): string | null {
  if (place.entity === 'paragraphEdit') return editedSections.get(place.id) ?? null;
  return sectionOfEntity[place.entity] ?? null;
}
