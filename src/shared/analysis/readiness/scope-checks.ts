/** Checks of stage 1: the decision in scope, the terms of the engagement, the document against its tier. */
import { daysBetween } from '../../lib/dates.ts';
import { nameOf, type ReadinessContext } from './context.ts';
import type { Fault, Stage } from './finding.ts';
import { isBlank } from './words.ts';

/** R01: no decision in scope. */
export function noDecisionInScope({ inScope, engagement }: ReadinessContext): Fault[] {
  return inScope.length > 0 ? [] : [{ place: { entity: 'engagement', id: engagement.id, stage: 1 } }];
}

/** R09: pages outside the tier's range. A guessed count only warns. */
export function pagesOutsideTier(context: ReadinessContext): Fault[] {
  const { options, tier, engagement } = context;
  if (options.pages === undefined) return [];
  const { count, source } = options.pages;
  const [from, to] = tier.pages;
  if (count >= from && count <= to) return [];
  const few = count < from;
  const stage = few ? emptyStage(context) : 7;
  return [
    {
      place: { entity: 'engagement', id: engagement.id, part: 'pages', stage },
      params: { count, from, to, stage: stageNames[stage] },
      variant: few ? 'few' : 'many',
      ...(source === 'guessed' && { severity: 'warning' }),
    },
  ];
}

/** R10: more than one decision in scope without a recorded, dated widening for each after the first. */
export function unrecordedWidening({ data, inScope }: ReadinessContext): Fault[] {
  const recorded = data.scopeWidening.filter((row) => row.on !== null && !isBlank(row.reason));
  const named = new Set(recorded.map((row) => row.decision));
  const unnamed = recorded.filter((row) => row.decision === null).length;
  return inScope
    .filter((row) => !named.has(row.id))
    .slice(1 + unnamed)
    .map((row) => ({
      place: { entity: 'decision', id: row.id, field: 'standing', stage: 1 },
      params: { decision: nameOf(row, 'A decision') },
    }));
}

/** R45: fee or dates outside the tier, or the end passed without an issue. */
export function termsOutsideTier({ data, engagement, tier, today }: ReadinessContext): Fault[] {
  const { id, fee, startOn, endOn } = engagement;
  const faults: Fault[] = [];
  const band = tier.fee;
  const sameMoney = band !== undefined && (isBlank(engagement.currency) || engagement.currency === band.currency);
  if (band !== undefined && fee !== null && sameMoney && (fee < band.from || fee > band.to)) {
    const { currency, from, to } = band;
    faults.push({
      place: { entity: 'engagement', id, field: 'fee', part: 'fee' },
      params: { fee, currency, from, to },
      variant: 'fee',
    });
  }
  if (tier.weeks !== undefined && startOn !== null && endOn !== null && !lasts(startOn, endOn, tier.weeks)) {
    const [from, to] = tier.weeks;
    const days = daysBetween(startOn, endOn) + 1;
    faults.push({
      place: { entity: 'engagement', id, field: 'startOn', part: 'weeks' },
      params: { days, from, to },
      variant: 'weeks',
    });
  }
  if (endOn !== null && endOn < today && data.issue.length === 0) {
    faults.push({
      place: { entity: 'engagement', id, field: 'endOn', part: 'overrun' },
      params: { end: endOn },
      variant: 'overrun',
    });
  }
  return faults;
}

/** Whole weeks may leave out their weekend (Monday to Friday week) or name the same weekday at both ends. */
function lasts(start: string, end: string, [from, to]: readonly [number, number]): boolean {
  const days = daysBetween(start, end) + 1;
  return days >= from * 7 - 2 && days <= to * 7 + 1;
}

/** The first stage that gives a thin document nothing to say. */
function emptyStage({ data, translated, heard, inDocument, constraint, priorities }: ReadinessContext): Stage {
  if (translated.length === 0) return 1;
  if (data.source.length === 0) return 2;
  if (heard.length === 0) return 3;
  if (inDocument.length === 0) return 4;
  if (constraint.confirmed === null) return 5;
  return priorities.length === 0 || data.stop.length === 0 || data.initiative.length === 0 ? 6 : 7;
}

const stageNames: Readonly<Record<Stage, string>> = {
  1: 'Scope',
  2: 'Sources',
  3: 'Interviews',
  4: 'Patterns',
  5: 'Constraint',
  6: 'Map',
  7: 'Document',
  8: 'Review',
};
