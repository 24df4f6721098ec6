/** When a link of the map counts as confirmed: what is still being filled in has not been agreed to by anyone. */
import type { Decision, Priority } from '../../model/index.ts';
import { decisionFingerprint, priorityFingerprint } from '../suspect.ts';

/** The mark to keep beside a link to a decision; empty, which is "never confirmed", while the decision lacks a part that priorities serve. */
export function markOfDecision(decision: Decision): string {
  const { title, statement, firstMove, proofPoint, winningMetric, givesWay } = decision;
  const complete = [title, statement, firstMove, proofPoint, winningMetric, givesWay].every(
    (text) => text.trim() !== '',
  );
  return complete ? decisionFingerprint(decision) : '';
}

/** The mark to keep beside a link to a priority; empty while the priority lacks its words or its dates. */
export function markOfPriority(priority: Priority): string {
  const { title, startOn, endOn } = priority;
  return title.trim() !== '' && startOn !== null && endOn !== null ? priorityFingerprint(priority) : '';
}
