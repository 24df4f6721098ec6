/** What the sections write from: the engagement's rows, its figures as they may leave the machine, and the words for them. */
import { assessConflicts, type ConflictMap } from '../analysis/conflict-map.ts';
import { assessConstraint, type ConstraintReading } from '../analysis/constraint.ts';
import { assessCoverage, type Coverage } from '../analysis/coverage.ts';
import { assessEvidence, type EvidenceIndex } from '../analysis/evidence.ts';
import { assessHeardNotShared, type HeardNotShared } from '../analysis/heard-not-shared.ts';
import { assessHeard, type Heard } from '../analysis/heard.ts';
import { type AnalysisInput, engagementOf } from '../analysis/input.ts';
import { byPosition, byRowId } from '../analysis/order.ts';
import { assessPeople, isProtected, type People } from '../analysis/people.ts';
import { assessPlayback, type Playback } from '../analysis/playback.ts';
import { assessPulse, type Pulse } from '../analysis/pulse.ts';
import { assessRouting, type Routing } from '../analysis/routing.ts';
import { assessPatterns, type PatternReading } from '../analysis/severity.ts';
import type { Kit } from '../method/kit.ts';
import type { ClientData, Criterion, Decision, Engagement, Objection, Priority } from '../model/index.ts';
import { type Names, namesFor } from './names.ts';
import { type Voices, voicesFor } from './voices.ts';
import { documentLocale } from './words/language.ts';
import { vocabularyOf, type Words, wordsFor } from './words/words.ts';

/** Everything that is the same for every version, length and look of one document. */
export type Material = {
  readonly input: AnalysisInput;
  readonly data: ClientData;
  readonly kit: Kit;
  readonly engagement: Engagement;
  /** The client's name as sentences use it. */
  readonly client: string;
  readonly words: Words;
  readonly names: Names;
  readonly voices: Voices;
  readonly people: People;
  readonly evidence: EvidenceIndex;
  readonly coverage: Coverage;
  readonly constraint: ConstraintReading;
  /** In rank order. */
  readonly patterns: readonly PatternReading[];
  readonly routing: Routing;
  readonly conflicts: readonly ConflictMap[];
  /** Small groups are merged in these four. */
  readonly heard: Heard;
  readonly pulse: Pulse;
  readonly playback: Playback;
  readonly notShared: readonly HeardNotShared[];
  /** The decisions that the document translates, in scope or carried, in the order of the map. */
  readonly decisions: readonly Decision[];
  /** The first decision in scope; null while none is. */
  readonly inScope: Decision | null;
  /** Priorities of those decisions, in the order of the map. */
  readonly priorities: readonly Priority[];
  readonly prioritiesOf: (decision: string) => readonly Priority[];
  readonly criteriaOf: (priority: string) => readonly Criterion[];
  /** Answered objections by the decision under which they stand. */
  readonly objectionsOf: (decision: string) => readonly Objection[];
};

/** Computes the figures and gathers the rows. `data` holds the rows of one engagement. */
export function gatherMaterial(input: AnalysisInput): Material {
  const { data, kit } = input;
  const client = data.client[0] ?? { name: '', profile: null, locale: '' };
  const vocabulary = vocabularyOf(kit, client);
  const words = wordsFor(kit, documentLocale(kit.content.language, client.locale), vocabulary);
  const names = namesFor(input, words);
  const people = assessPeople(data);
  const evidence = assessEvidence(data, people);
  const patterns = assessPatterns(input);
  const decisions = data.decision.filter((row) => row.standing !== 'noted').toSorted(byPosition);
  const prioritiesOf: Material['prioritiesOf'] = (decision) =>
    data.priority.filter((row) => row.decision === decision).toSorted(inOrder);
  return {
    input,
    data,
    kit,
    engagement: engagementOf(data),
    client: vocabulary['client'] ?? '',
    words,
    names,
    voices: voicesFor(input, { people, evidence, names, words }),
    people,
    evidence,
    coverage: assessCoverage(input),
    constraint: assessConstraint(input),
    patterns,
    routing: assessRouting(input, patterns),
    conflicts: assessConflicts(input),
    heard: assessHeard(input, 'outside'),
    pulse: assessPulse(input, 'outside'),
    playback: assessPlayback(input, 'outside'),
    notShared: assessHeardNotShared(input, 'outside'),
    decisions,
    inScope: decisions.find((row) => row.standing === 'in-scope') ?? null,
    priorities: decisions.flatMap((decision) => prioritiesOf(decision.id)),
    prioritiesOf,
    criteriaOf: (priority) => data.criterion.filter((row) => row.priority === priority).toSorted(inOrder),
    objectionsOf: objectionReader(data, evidence, decisions),
  };
}

/**
 * Whether figures of these people would show what one of them said: fewer than three, any of them protected. Merging
 * groups cannot hide anybody where there is no other group to merge with.
 */
export function isTooFew({ people }: Material, ids: readonly string[]): boolean {
  return ids.length < 3 && ids.some((id) => isProtected(people.byId.get(id)?.consent ?? null));
}

/** Order of rows that people can move; ties by age. */
export function inOrder(
  a: { readonly position: number; readonly id: string },
  b: { readonly position: number; readonly id: string },
): number {
  return a.position - b.position || byRowId(a, b);
}

/** An objection stands under the decision that it changed, else under one that it was linked to, else under the first. */
function objectionReader(
  data: ClientData,
  evidence: EvidenceIndex,
  decisions: readonly Decision[],
): Material['objectionsOf'] {
  const ofPriority = new Map(data.priority.map((row) => [row.id, row.decision]));
  const ofStop = new Map(data.stop.map((row) => [row.id, row.decision ?? ofPriority.get(row.priority ?? '')]));
  const placeOf = (row: Objection): string | undefined => {
    const own = row.decision ?? ofPriority.get(row.priority ?? '') ?? ofStop.get(row.stop ?? '');
    const linked = evidence.links
      .filter((link) => link.evidence === row.evidence)
      .flatMap((link) => link.decision ?? ofPriority.get(link.priority ?? '') ?? []);
    return own ?? linked[0] ?? decisions[0]?.id;
  };
  const answered = data.objection
    .filter((row) => row.disposition !== null && evidence.counted.get(row.evidence)?.quotable === true)
    .toSorted(byRowId);
  return (decision) => answered.filter((row) => placeOf(row) === decision);
}
