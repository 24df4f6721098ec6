/** Links whose far end changed since they were last confirmed. */
import { fingerprint } from '../lib/fingerprint.ts';
import type { ClientData, Criterion, Decision, EntityName, Passage, Priority } from '../model/index.ts';
import { byRowId } from './order.ts';
import { newestVersions } from './source-chain.ts';

/** An end of a link: a row. */
export type LinkEnd = { readonly entity: EntityName; readonly id: string };

/** A link to look at again. */
export type SuspectLink = {
  readonly kind: 'priority-decision' | 'criterion-priority' | 'decision-passage' | 'paragraph-draft';
  readonly from: LinkEnd;
  /** Field of `from` that keeps the mark; writing `now` into it confirms the link. */
  readonly field: 'decisionSeen' | 'prioritySeen' | 'passageSeen' | 'draftSeen';
  /** Null where the far end is no row (a draft), or is gone. */
  readonly to: LinkEnd | null;
  readonly seen: string;
  /** Mark of the far end as it is; empty when it is gone. */
  readonly now: string;
};

/** What a priority depends on in its decision. Its standing, place and proposition sheet do not change what it asks for. */
export function decisionFingerprint(decision: Decision): string {
  const { title, statement, firstMove, proofPoint, winningMetric, givesWay } = decision;
  return markOf([title, statement, firstMove, proofPoint, winningMetric, givesWay]);
}

/** What a criterion depends on in its priority: what it is and when it runs. Its owner may change and it is read the same. */
export function priorityFingerprint(priority: Priority): string {
  const { title, decision, startOn, endOn } = priority;
  return markOf([title, decision, startOn, endOn]);
}

/** What a decision depends on in its passage: the words, and that no newer version of the document has none of them. */
export function passageFingerprint({ text }: Pick<Passage, 'text'>, newer?: string): string {
  return markOf(newer === undefined ? [text] : [text, newer]);
}

/**
 * Links whose far end is no longer what was seen, oldest row first. A link that was never confirmed has nothing to
 * compare and is not suspect. `drafts` gives the marks of the paragraphs as they would be drafted now, by key;
 * without it, edited paragraphs are not judged.
 */
export function assessSuspectLinks(data: ClientData, drafts?: ReadonlyMap<string, string>): SuspectLink[] {
  return [...priorityLinks(data), ...criterionLinks(data), ...passageLinks(data), ...draftLinks(data, drafts)];
}

/** Suspect links that touch a row at either end. */
export function suspectAt(links: readonly SuspectLink[], entity: EntityName, id: string): SuspectLink[] {
  const touches = (end: LinkEnd | null): boolean => end !== null && end.entity === entity && end.id === id;
  return links.filter((link) => touches(link.from) || touches(link.to));
}

function priorityLinks(data: ClientData): SuspectLink[] {
  const decisions = new Map(data.decision.map((row) => [row.id, row]));
  return data.priority.toSorted(byRowId).flatMap((row: Priority) => {
    const far = decisions.get(row.decision);
    return compare({
      kind: 'priority-decision',
      from: { entity: 'priority', id: row.id },
      field: 'decisionSeen',
      to: far === undefined ? null : { entity: 'decision', id: far.id },
      seen: row.decisionSeen,
      now: far === undefined ? '' : decisionFingerprint(far),
    });
  });
}

function criterionLinks(data: ClientData): SuspectLink[] {
  const priorities = new Map(data.priority.map((row) => [row.id, row]));
  return data.criterion.toSorted(byRowId).flatMap((row: Criterion) => {
    const far = priorities.get(row.priority);
    return compare({
      kind: 'criterion-priority',
      from: { entity: 'criterion', id: row.id },
      field: 'prioritySeen',
      to: far === undefined ? null : { entity: 'priority', id: far.id },
      seen: row.prioritySeen,
      now: far === undefined ? '' : priorityFingerprint(far),
    });
  });
}

function passageLinks(data: ClientData): SuspectLink[] {
  const passages = new Map(data.passage.map((row) => [row.id, row]));
  const newest = newestVersions(data.source);
  return data.decision.toSorted(byRowId).flatMap((row: Decision) => {
    const far = row.passage === null ? undefined : passages.get(row.passage);
    return compare({
      kind: 'decision-passage',
      from: { entity: 'decision', id: row.id },
      field: 'passageSeen',
      to: far === undefined ? null : { entity: 'passage', id: far.id },
      seen: row.passageSeen,
      now: far === undefined ? '' : passageFingerprint(far, newest.get(far.source)),
    });
  });
}

function draftLinks(data: ClientData, drafts: ReadonlyMap<string, string> | undefined): SuspectLink[] {
  if (drafts === undefined) return [];
  return data.paragraphEdit.toSorted(byRowId).flatMap((row) =>
    compare({
      kind: 'paragraph-draft',
      from: { entity: 'paragraphEdit', id: row.id },
      field: 'draftSeen',
      to: null,
      seen: row.draftSeen,
      now: drafts.get(row.key) ?? '',
    }),
  );
}

function compare(link: SuspectLink): SuspectLink[] {
  return link.seen === '' || link.seen === link.now ? [] : [link];
}

/** Spaces at the ends and runs of spaces are no change of meaning. */
function markOf(values: readonly (string | null)[]): string {
  return fingerprint(values.map((value) => value?.trim().replaceAll(/\s+/gu, ' ') ?? null));
}
