/** What a client file holds: every entity, its row, and the whole of a file as plain data. */
import { client } from './client.ts';
import { kitCopy } from './kit-copy.ts';
import { engagement } from './engagement.ts';
import { scopeWidening } from './scope-widening.ts';
import { symptom } from './symptom.ts';
import { stakeholder } from './stakeholder.ts';
import { source } from './source.ts';
import { sourceFile } from './source-file.ts';
import { passage } from './passage.ts';
import { decision } from './decision.ts';
import { incentiveReading } from './incentive-reading.ts';
import { liveCase } from './live-case.ts';
import { translator } from './translator.ts';
import { namedSuccess } from './named-success.ts';
import { choiceMade } from './choice-made.ts';
import { limit } from './limit.ts';
import { experiment } from './experiment.ts';
import { backlogItem } from './backlog-item.ts';
import { comparison } from './comparison.ts';
import { interview } from './interview.ts';
import { participant } from './participant.ts';
import { voice } from './voice.ts';
import { turn } from './turn.ts';
import { answer } from './answer.ts';
import { pulseAnswer } from './pulse-answer.ts';
import { playbackMark } from './playback-mark.ts';
import { evidence } from './evidence.ts';
import { rating } from './rating.ts';
import { finding } from './finding.ts';
import { axisRating } from './axis-rating.ts';
import { step } from './step.ts';
import { constraint } from './constraint.ts';
import { completedReading } from './completed-reading.ts';
import { priority } from './priority.ts';
import { criterion } from './criterion.ts';
import { criterionMilestone } from './criterion-milestone.ts';
import { dependency } from './dependency.ts';
import { stop } from './stop.ts';
import { itemLink } from './item-link.ts';
import { measureChange } from './measure-change.ts';
import { modelChange } from './model-change.ts';
import { initiative } from './initiative.ts';
import { join } from './join.ts';
import { milestone } from './milestone.ts';
import { dayOne } from './day-one.ts';
import { stepBack } from './step-back.ts';
import { closedWeek } from './closed-week.ts';
import { plannedReview } from './planned-review.ts';
import { evidenceLink } from './evidence-link.ts';
import { objection } from './objection.ts';
import { acceptedCheck } from './accepted-check.ts';
import { paragraphEdit } from './paragraph-edit.ts';
import { issue } from './issue.ts';
import { review } from './review.ts';
import { reviewAnswer } from './review-answer.ts';
import { reviewInsight } from './review-insight.ts';
import { reviewSign } from './review-sign.ts';
import { reviewTrigger } from './review-trigger.ts';
import { reviewStep } from './review-step.ts';
import { reading } from './reading.ts';
import type { Row } from './define.ts';

/** Every entity, parents before what refers to them. */
export const entities = {
  client,
  kitCopy,
  engagement,
  scopeWidening,
  symptom,
  stakeholder,
  source,
  sourceFile,
  passage,
  decision,
  incentiveReading,
  liveCase,
  translator,
  namedSuccess,
  choiceMade,
  limit,
  experiment,
  backlogItem,
  comparison,
  interview,
  participant,
  voice,
  turn,
  answer,
  pulseAnswer,
  playbackMark,
  evidence,
  rating,
  finding,
  axisRating,
  step,
  constraint,
  completedReading,
  priority,
  criterion,
  criterionMilestone,
  dependency,
  stop,
  itemLink,
  measureChange,
  modelChange,
  initiative,
  join,
  milestone,
  dayOne,
  stepBack,
  closedWeek,
  plannedReview,
  evidenceLink,
  objection,
  acceptedCheck,
  paragraphEdit,
  issue,
  review,
  reviewAnswer,
  reviewInsight,
  reviewSign,
  reviewTrigger,
  reviewStep,
  reading,
} as const;

/** Name of an entity. */
export type EntityName = keyof typeof entities;

/** A row of one entity. */
export type RowOf<N extends EntityName> = Row<(typeof entities)[N]>;

/** Rows of a client file by entity. Order within an entity is by id, that is, by age. */
export type ClientData = { readonly [N in EntityName]: readonly RowOf<N>[] };

/** Names of all entities, in the order of `entities`. */
export const entityNames = Object.keys(entities) as readonly EntityName[];

/** A file without rows. */
export function emptyData(): ClientData {
  return Object.fromEntries(entityNames.map((name) => [name, []])) as unknown as ClientData;
}

/** The rows of one engagement, with the rows of the file as a whole. */
export function scopeTo(data: ClientData, engagementId: string): ClientData {
  const belongs = (name: EntityName, row: { readonly id: string }): boolean => {
    if (name === 'engagement') return row.id === engagementId;
    return !('engagement' in row) || row.engagement === engagementId;
  };
  const scoped = entityNames.map((name) => [
    name,
    (data[name] as readonly RowOf<EntityName>[]).filter((row) => belongs(name, row)),
  ]);
  return Object.fromEntries(scoped) as ClientData;
}

/** A row of each entity. */
export type Client = RowOf<'client'>;
export type KitCopy = RowOf<'kitCopy'>;
export type Engagement = RowOf<'engagement'>;
export type ScopeWidening = RowOf<'scopeWidening'>;
export type Symptom = RowOf<'symptom'>;
export type Stakeholder = RowOf<'stakeholder'>;
export type Source = RowOf<'source'>;
export type SourceFile = RowOf<'sourceFile'>;
export type Passage = RowOf<'passage'>;
export type Decision = RowOf<'decision'>;
export type IncentiveReading = RowOf<'incentiveReading'>;
export type LiveCase = RowOf<'liveCase'>;
export type Translator = RowOf<'translator'>;
export type NamedSuccess = RowOf<'namedSuccess'>;
export type ChoiceMade = RowOf<'choiceMade'>;
export type Limit = RowOf<'limit'>;
export type Experiment = RowOf<'experiment'>;
export type BacklogItem = RowOf<'backlogItem'>;
export type Comparison = RowOf<'comparison'>;
export type Interview = RowOf<'interview'>;
export type Participant = RowOf<'participant'>;
export type Voice = RowOf<'voice'>;
export type Turn = RowOf<'turn'>;
export type Answer = RowOf<'answer'>;
export type PulseAnswer = RowOf<'pulseAnswer'>;
export type PlaybackMark = RowOf<'playbackMark'>;
export type Evidence = RowOf<'evidence'>;
export type Rating = RowOf<'rating'>;
export type Finding = RowOf<'finding'>;
export type AxisRating = RowOf<'axisRating'>;
export type Step = RowOf<'step'>;
export type Constraint = RowOf<'constraint'>;
export type CompletedReading = RowOf<'completedReading'>;
export type Priority = RowOf<'priority'>;
export type Criterion = RowOf<'criterion'>;
export type CriterionMilestone = RowOf<'criterionMilestone'>;
export type Dependency = RowOf<'dependency'>;
export type Stop = RowOf<'stop'>;
export type ItemLink = RowOf<'itemLink'>;
export type MeasureChange = RowOf<'measureChange'>;
export type ModelChange = RowOf<'modelChange'>;
export type Initiative = RowOf<'initiative'>;
export type Join = RowOf<'join'>;
export type Milestone = RowOf<'milestone'>;
export type DayOne = RowOf<'dayOne'>;
export type StepBack = RowOf<'stepBack'>;
export type ClosedWeek = RowOf<'closedWeek'>;
export type PlannedReview = RowOf<'plannedReview'>;
export type EvidenceLink = RowOf<'evidenceLink'>;
export type Objection = RowOf<'objection'>;
export type AcceptedCheck = RowOf<'acceptedCheck'>;
export type ParagraphEdit = RowOf<'paragraphEdit'>;
export type Issue = RowOf<'issue'>;
export type Review = RowOf<'review'>;
export type ReviewAnswer = RowOf<'reviewAnswer'>;
export type ReviewInsight = RowOf<'reviewInsight'>;
export type ReviewSign = RowOf<'reviewSign'>;
export type ReviewTrigger = RowOf<'reviewTrigger'>;
export type ReviewStep = RowOf<'reviewStep'>;
export type Reading = RowOf<'reading'>;
