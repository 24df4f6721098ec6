/** What is asked next when time runs short: what must be asked, then what nothing is known of yet. */
import type { Kit } from '../method/kit.ts';
import type { ClientData, Stakeholder } from '../model/index.ts';
import type { Ask, InterviewPlan } from './interview-plan.ts';

/** Why a question comes when it does: first what must be asked, last the closing. */
export type Reason = 'must' | 'unrated' | 'unheard' | 'rest' | 'closing';

/** A question that is still to be asked. */
export type NextAsk = { readonly ask: Ask; readonly why: Reason };

/** What is known so far, in this interview and in the others of the engagement. */
export type Known = {
  /** Asked in this interview. */
  readonly isDone: (ask: Ask) => boolean;
  /** Questions whose indicator or axis has a rating. */
  readonly rated: ReadonlySet<string>;
  /** Questions on which every function that is in the room was heard before. */
  readonly heard: ReadonlySet<string>;
};

/** The questions that are open, the most important first; within one reason in the order of the guide. */
export function orderWhenShort(plan: InterviewPlan, current: string, known: Known, kit: Kit): readonly NextAsk[] {
  const open = plan.blocks
    .flatMap(({ asks }) => asks)
    .filter((ask) => ask.key !== current && !known.isDone(ask))
    .map((ask) => ({ ask, why: reasonOf(ask, known, kit) }));
  return open.toSorted((a, b) => order.indexOf(a.why) - order.indexOf(b.why));
}

const order: readonly Reason[] = ['must', 'unrated', 'unheard', 'rest', 'closing'];

function reasonOf({ kind, must, question }: Ask, { rated, heard }: Known, kit: Kit): Reason {
  if (kind === 'closing') return 'closing';
  if (kind === 'opening') return 'rest';
  // Playback and pulse are asked in every interview in which they are planned at all.
  if (must || kind !== 'question') return 'must';
  if (question === null) return 'rest';
  if (isRateable(question, kit) && !rated.has(question)) return 'unrated';
  return heard.has(question) ? 'rest' : 'unheard';
}

function isRateable(question: string, kit: Kit): boolean {
  return kit.indicators.has(question) || question.startsWith('axis/');
}

/** Whether a question was asked: something stands under it, or the clock was running when it was shown. */
export function wasAsked({ answer }: Ask): boolean {
  return answer !== null && (answer.askedAt !== null || answer.text.trim() !== '');
}

/** Ids of the questions whose indicator or axis has a rating that counts. */
export function ratedQuestions({ rating, axisRating }: Pick<ClientData, 'rating' | 'axisRating'>): ReadonlySet<string> {
  return new Set([
    ...rating.filter(({ lead, value }) => lead && value !== null).map(({ indicator }) => indicator),
    ...axisRating.filter(({ value }) => value !== null).map(({ axis }) => `axis/${axis}`),
  ]);
}

/** The rows that tell who spoke about what. */
export type SaidRows = Pick<ClientData, 'answer' | 'participant' | 'stakeholder' | 'evidence' | 'evidenceLink'>;

/**
 * Questions on which every one of these functions was heard in another interview: by notes under the question, or by
 * evidence for its indicator. Without any function nothing is missing, so that every question counts as heard.
 */
export function heardQuestions(
  rows: SaidRows,
  interview: string,
  functions: readonly string[],
  questions: readonly string[],
): ReadonlySet<string> {
  const functionOf = new Map(rows.stakeholder.map((person) => [person.id, person.function]));
  const heard = new Map<string, Set<string>>();
  const hear = (question: string, person: Stakeholder['id'] | null): void => {
    const place = person === null ? null : functionOf.get(person);
    if (place === null || place === undefined) return;
    heard.set(question, (heard.get(question) ?? new Set()).add(place));
  };
  const people = Map.groupBy(
    rows.participant.filter(({ consent }) => consent !== 'withdrawn'),
    (row) => row.interview,
  );
  for (const answer of rows.answer) {
    if (answer.question === null || answer.interview === interview || answer.text.trim() === '') continue;
    for (const { person } of people.get(answer.interview) ?? []) hear(answer.question, person);
  }
  const links = Map.groupBy(rows.evidenceLink, (link) => link.evidence);
  for (const piece of rows.evidence) {
    if (piece.withdrawn || piece.interview === null || piece.interview === interview) continue;
    for (const { indicator } of links.get(piece.id) ?? []) if (indicator !== null) hear(indicator, piece.speaker);
  }
  return new Set(questions.filter((question) => functions.every((one) => heard.get(question)?.has(one) === true)));
}
