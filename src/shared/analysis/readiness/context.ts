/** What the checks look at: the rows with their look-ups, and the figures that other sections computed. */
import { type Kit, tierOf } from '../../method/kit.ts';
import type { KitTier } from '../../method/kit-schema.ts';
import type { ClientData, Criterion, Decision, Engagement, Priority } from '../../model/index.ts';
import { assessConstraint, type ConstraintReading } from '../constraint.ts';
import { assessCoverage, type Coverage } from '../coverage.ts';
import { patternsInDocument } from '../document-patterns.ts';
import { assessEvidence, type EvidenceIndex } from '../evidence.ts';
import { type AnalysisInput, engagementOf } from '../input.ts';
import { byPosition, byRowId } from '../order.ts';
import { assessPeople, type People, type Person } from '../people.ts';
import { assessPatterns, type PatternReading } from '../severity.ts';
import { assessSuspectLinks, type SuspectLink } from '../suspect.ts';
import { isBlank } from './words.ts';
import { type Owner, ownerReader } from './owner.ts';

/** What only the document's composer knows. */
export type ReadinessOptions = {
  /** Pages of the document and how that is known. */
  readonly pages?: { readonly count: number; readonly source: 'computed' | 'guessed' | 'read' };
  /** Ids of the evidence that the document quotes; without it, what is marked as preferred for the document is judged. */
  readonly printedEvidence?: readonly string[];
  /** Ids of the patterns in the document; without it, those that `patternsInDocument` picks. */
  readonly documentPatterns?: readonly string[];
  /** Marks of the paragraphs as they would be drafted now, by key. */
  readonly drafts?: ReadonlyMap<string, string>;
};

/** Figures of other sections, where they are known already. */
export type KnownFigures = {
  readonly patterns: readonly PatternReading[];
  readonly coverage: Coverage;
  readonly constraint: ConstraintReading;
  readonly suspect: readonly SuspectLink[];
};

/** Everything that a check may look at. */
export type ReadinessContext = KnownFigures & {
  readonly input: AnalysisInput;
  readonly data: ClientData;
  readonly kit: Kit;
  readonly today: string;
  readonly options: ReadinessOptions;
  readonly engagement: Engagement;
  readonly tier: KitTier;
  readonly people: People;
  /** People of the client who were heard, customers aside. */
  readonly heard: readonly Person[];
  readonly evidence: EvidenceIndex;
  /** Ids of the evidence whose words the document quotes. */
  readonly printed: readonly string[];
  readonly inDocument: readonly PatternReading[];
  readonly inScope: readonly Decision[];
  /** Decisions in scope or carried: those that the document translates, in the order of the map. */
  readonly translated: readonly Decision[];
  /** In the order of the map. */
  readonly priorities: readonly Priority[];
  readonly prioritiesOf: (decision: string) => readonly Priority[];
  readonly criteriaOf: (priority: string) => readonly Criterion[];
  readonly ownerOf: (priority: Priority) => Owner;
  readonly leadOf: (initiative: ClientData['initiative'][number]) => Owner;
};

/** Gathers what the checks look at; figures that are not known yet are computed. */
export function readinessContext(
  input: AnalysisInput,
  options: ReadinessOptions,
  known: Partial<KnownFigures>,
): ReadinessContext {
  const { data, kit, today } = input;
  const engagement = engagementOf(data);
  const people = assessPeople(data);
  const patterns = known.patterns ?? assessPatterns(input);
  const decisions = data.decision.toSorted(byPosition);
  const place = new Map(decisions.map((row, at) => [row.id, at]));
  const priorities = data.priority.toSorted(
    (a, b) =>
      (place.get(a.decision) ?? place.size) - (place.get(b.decision) ?? place.size) ||
      a.position - b.position ||
      byRowId(a, b),
  );
  const readOwner = ownerReader(data, kit);
  const chosen = options.documentPatterns;
  return {
    input,
    data,
    kit,
    today,
    options,
    engagement,
    tier: tierOf(kit, engagement.tier),
    people,
    heard: people.counted.filter((person) => person.heard && !person.customer),
    evidence: assessEvidence(data, people),
    printed: options.printedEvidence ?? preferredQuotes(data),
    patterns,
    inDocument:
      chosen === undefined
        ? patternsInDocument(patterns, data.finding)
        : patterns.filter((one) => chosen.includes(one.pattern.id)),
    coverage: known.coverage ?? assessCoverage(input),
    constraint: known.constraint ?? assessConstraint(input),
    suspect: known.suspect ?? assessSuspectLinks(data, options.drafts),
    inScope: decisions.filter((row) => row.standing === 'in-scope'),
    translated: decisions.filter((row) => row.standing !== 'noted'),
    priorities,
    prioritiesOf: (decision) => priorities.filter((row) => row.decision === decision),
    criteriaOf: (priority) =>
      data.criterion
        .filter((row) => row.priority === priority)
        .toSorted((a, b) => a.position - b.position || byRowId(a, b)),
    ownerOf: (priority) => readOwner(priority.owner, priority.ownerName),
    leadOf: (initiative) => readOwner(initiative.lead, initiative.leadName),
  };
}

/** How a sentence names a row: by its label, else by its own words in quotation marks, else by what it is. */
export function nameOf(
  row: { readonly label?: string; readonly title?: string; readonly metric?: string; readonly what?: string },
  otherwise: string,
): string {
  if (row.label !== undefined && !isBlank(row.label)) return row.label;
  const words = (row.title ?? row.metric ?? row.what ?? '').trim();
  return words === '' ? otherwise : `“${words}”`;
}

function preferredQuotes(data: ClientData): string[] {
  return data.evidence
    .filter((row) => row.printed && row.kind === 'quote' && !row.withdrawn)
    .toSorted(byRowId)
    .map((row) => row.id);
}
