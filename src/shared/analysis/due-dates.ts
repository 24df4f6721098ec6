/** What is due in an engagement: the dates of its plan that lie ahead. */
import { addDays } from '../lib/dates.ts';
import { compareText } from '../lib/order.ts';
import type { ClientData } from '../model/index.ts';
import { type AnalysisInput, engagementOf } from './input.ts';
import { assessValidity } from './validity.ts';

/** Something that is due; `says` is what a person calls it. */
export type DueDate = {
  readonly on: string;
  readonly kind: 'interview' | 'handover' | 'review' | 'check' | 'end' | 'start' | 'join' | 'milestone';
  readonly says: string;
};

/** Everything due from today on, so many days ahead, the nearest first. */
export function dueDates(input: AnalysisInput, days: number): readonly DueDate[] {
  const until = addDays(input.today, days);
  return [...terms(input), ...interviews(input.data), ...reviews(input), ...plan(input.data)]
    .flatMap(({ on, ...rest }) => (on !== null && on >= input.today && on <= until ? [{ on, ...rest }] : []))
    .toSorted((a, b) => compareText(a.on, b.on) || compareText(a.says, b.says));
}

type Dated = Omit<DueDate, 'on'> & { readonly on: string | null };

function terms({ data }: AnalysisInput): Dated[] {
  const { startOn, endOn, plannedIssueOn, closedOn } = engagementOf(data);
  if (closedOn !== null) return [];
  const handover: Dated = { on: plannedIssueOn, kind: 'handover', says: `Hand over 1.${data.issue.length}` };
  return [
    { on: startOn, kind: 'start', says: 'Start of the engagement' },
    { on: endOn, kind: 'end', says: 'End of the engagement' },
    handover,
  ];
}

function interviews(data: ClientData): Dated[] {
  const people = new Map(data.stakeholder.map((row) => [row.id, row.role === '' ? row.name : row.role]));
  return data.interview
    .filter((row) => row.status === 'planned')
    .map((row) => {
      const heard = data.participant
        .filter((one) => one.interview === row.id)
        .map((one) => people.get(one.person ?? ''));
      const named = heard.filter((name) => name !== undefined && name !== '').join(', ');
      return {
        on: row.plannedOn,
        kind: 'interview',
        says: [row.title, named, 'Interview'].find((text) => text !== '') ?? '',
      };
    });
}

function reviews(input: AnalysisInput): Dated[] {
  const { data } = input;
  const held = new Set(data.review.map((row) => row.on));
  const planned = data.plannedReview.filter((row) => !held.has(row.on)).toSorted((a, b) => compareText(a.on, b.on));
  const validity = assessValidity(input);
  return [
    ...planned.map((row, index): Dated => ({
      on: row.on,
      kind: 'review',
      says: row.note === '' ? `Review ${data.review.length + index + 1}` : row.note,
    })),
    ...(validity?.issued === true
      ? [
          { on: validity.refreshFrom, kind: 'review', says: 'A refresh of the document is due' } as const,
          { on: validity.until, kind: 'review', says: 'The document runs out' } as const,
        ]
      : []),
  ];
}

function plan(data: ClientData): Dated[] {
  const metric = new Map(data.criterion.map((row) => [row.id, row.metric]));
  const initiative = new Map(data.initiative.map((row) => [row.id, row.title]));
  return [
    ...data.join.map((row): Dated => ({ on: row.on, kind: 'join', says: row.short || row.handsOver || 'Hand-over' })),
    ...data.milestone.map((row): Dated => ({
      on: row.on,
      kind: 'milestone',
      says: row.what || initiative.get(row.initiative) || 'Milestone',
    })),
    ...data.criterion.map((row): Dated => ({ on: row.dueOn, kind: 'check', says: row.metric || 'Criterion' })),
    ...data.criterionMilestone.map((row): Dated => ({
      on: row.on,
      kind: 'check',
      says: metric.get(row.criterion) || 'Criterion',
    })),
  ];
}
