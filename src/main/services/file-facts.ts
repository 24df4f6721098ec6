/** The facts about an open file that the list of files shows, also after the file is closed. */
import { dueDates } from '../../shared/analysis/due-dates.ts';
import { analyse } from '../../shared/analysis/index.ts';
import { stageStates } from '../../shared/analysis/stage-state.ts';
import type { RecentFacts } from '../../shared/api/home.ts';
import { composeDocument } from '../../shared/document/compose.ts';
import { defaultBrand } from '../../shared/document/settings.ts';
import { compareText } from '../../shared/lib/order.ts';
import { oneLine } from './one-line.ts';
import type { EngagementRows } from './sessions.ts';

/** Days ahead for which dates are kept. */
const daysAhead = 60;

/** Reads the facts of one engagement on a day; everything but `stage`, which only a window knows. */
export function readFacts({ data, kit }: EngagementRows, today: string): Omit<RecentFacts, 'stage'> {
  const input = { data, kit, today };
  const { printedEvidence, drafts } = composeDocument(input, { version: null, brand: defaultBrand });
  const figures = analyse(input, { printedEvidence, drafts, suggestions: {} });
  const issues = data.issue.toSorted((a, b) => compareText(a.issuedOn, b.issuedOn) || compareText(a.id, b.id));
  return {
    title: data.engagement[0]?.title ?? '',
    stages: stageStates(data, figures).map((one) => one.state),
    blockers: figures.readiness.filter((finding) => finding.severity === 'blocker').length,
    issue: issues.at(-1)?.number ?? null,
    drift: figures.drift.value,
    decisionInScope: data.decision.some((row) => row.standing === 'in-scope'),
    due: dueDates(input, daysAhead).map((one) => ({ ...one, at: null, says: oneLine(one.says) })),
  };
}
