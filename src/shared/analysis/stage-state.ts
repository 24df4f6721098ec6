/** How far each stage is, and the one fact that stands beside it: the same in the sidebar and in the list of files. */
import { compareText } from '../lib/order.ts';
import { latestOf } from '../lib/dates.ts';
import type { ClientData } from '../model/index.ts';
import type { Analysis } from './index.ts';
import type { Stage } from './readiness/finding.ts';

/** How far a stage is: untouched, begun, or with all that it asks for and no blocker. */
export type StageProgress = 'empty' | 'half' | 'full';

/** The one thing worth saying about a stage. */
export type StageFact =
  /** Open checks of the worst kind that there is. */
  | { readonly fact: 'checks'; readonly severity: 'blocker' | 'warning'; readonly count: number }
  /** Interviews that were held, patterns that have a severity. */
  | { readonly fact: 'progress'; readonly done: number; readonly of: number }
  | { readonly fact: 'confirmed' }
  | { readonly fact: 'draft' }
  | { readonly fact: 'ready' }
  | { readonly fact: 'issued'; readonly number: string }
  /** Day of the next review. */
  | { readonly fact: 'next'; readonly on: string };

/** One stage. */
export type StageState = {
  readonly stage: Stage;
  readonly state: StageProgress;
  readonly fact: StageFact | null;
};

/** What of the analysis the stages are read from. */
export type StageFigures = Pick<Analysis, 'readiness' | 'patterns' | 'constraint'>;

/** The eight stages of one engagement, in their order. Blockers come before a stage's own fact, warnings after it. */
export function stageStates(data: ClientData, analysis: StageFigures): readonly StageState[] {
  return stages.map((read, index) => {
    const stage = (index + 1) as Stage;
    const { begun, done, fact } = read(data, analysis);
    const blockers = countOpen(analysis, 'blocker', stage);
    const warnings = countOpen(analysis, 'warning', stage);
    const full = done && blockers === 0;
    return {
      stage,
      state: full ? 'full' : begun || done ? 'half' : 'empty',
      fact: checks('blocker', begun ? blockers : 0) ?? fact ?? checks('warning', begun ? warnings : 0),
    };
  });
}

type Own = { readonly begun: boolean; readonly done: boolean; readonly fact: StageFact | null };
type Read = (data: ClientData, analysis: StageFigures) => Own;

const stages: readonly Read[] = [scope, sources, interviews, patterns, constraint, map, document, review];

function scope(data: ClientData): Own {
  const engagement = data.engagement[0];
  const decided = data.decision.some((row) => row.standing === 'in-scope' && row.statement !== '');
  const known = [engagement?.sponsor, engagement?.startOn, engagement?.endOn].map((value) => (value ?? null) !== null);
  const others = [data.stakeholder, data.symptom, data.limit].some((rows) => rows.length > 0);
  return { begun: decided || others || known.includes(true), done: decided && !known.includes(false), fact: null };
}

function sources(data: ClientData): Own {
  const strategy = data.source.some((row) => row.kind === 'strategy');
  const backlog = data.backlogItem.length > 0;
  return { begun: data.source.length > 0 || backlog, done: strategy && backlog, fact: null };
}

function interviews(data: ClientData): Own {
  const of = data.interview.length;
  const done = data.interview.filter((row) => row.status === 'done').length;
  return { begun: of > 0, done: of > 0 && done === of, fact: of === 0 ? null : { fact: 'progress', done, of } };
}

function patterns(data: ClientData, { patterns: readings }: StageFigures): Own {
  const begun = data.rating.some((row) => row.value !== null);
  const of = readings.length;
  const done = readings.filter((one) => one.severity !== null).length;
  return { begun, done: begun && done === of, fact: begun ? { fact: 'progress', done, of } : null };
}

function constraint(data: ClientData, { constraint: reading }: StageFigures): Own {
  const done = reading.confirmed !== null && !reading.reopened;
  return { begun: data.step.length > 0, done, fact: done ? { fact: 'confirmed' } : null };
}

function map(data: ClientData): Own {
  const begun = data.priority.length > 0;
  return { begun, done: begun, fact: null };
}

// A document can be written as soon as the map holds something; nothing of the whole engagement may stand against issuing it.
function document(data: ClientData, { readiness }: StageFigures): Own {
  const last = data.issue.toSorted((a, b) => compareText(a.issuedOn, b.issuedOn) || compareText(a.id, b.id)).at(-1);
  if (last !== undefined) return { begun: true, done: true, fact: { fact: 'issued', number: last.number } };
  const begun = data.priority.length > 0 || data.paragraphEdit.length > 0;
  const ready = begun && !readiness.some((finding) => finding.severity === 'blocker');
  return { begun, done: ready, fact: begun ? { fact: ready ? 'ready' : 'draft' } : null };
}

function review(data: ClientData): Own {
  const held = latestOf(data.review.map((row) => row.on)) ?? '';
  const last = data.review.filter((row) => row.on === held).at(-1);
  const next = data.plannedReview.flatMap((row) => (row.on !== null && row.on > held ? [row.on] : [])).toSorted()[0];
  return {
    begun: data.review.length > 0,
    done: last !== undefined && last.refresh !== null,
    fact: next === undefined ? null : { fact: 'next', on: next },
  };
}

function countOpen({ readiness }: StageFigures, severity: 'blocker' | 'warning', stage: Stage): number {
  return readiness.filter(
    (finding) => finding.severity === severity && finding.place.stage === stage && finding.accepted === undefined,
  ).length;
}

function checks(severity: 'blocker' | 'warning', count: number): StageFact | null {
  return count === 0 ? null : { fact: 'checks', severity, count };
}
