/** Edits of the scope that change several rows at once, as lists of changes. */
import { type Change, insertRow, updateRow } from './change.ts';
import type { Decision, Limit, Priority } from './index.ts';

/** What happens to the decision that another one takes the place of: with priorities it is still translated. */
export function standingAfterScope(
  decision: Pick<Decision, 'id'>,
  priorities: readonly Priority[],
): Decision['standing'] {
  return priorities.some((row) => row.decision === decision.id) ? 'carried' : 'noted';
}

/** Puts a decision in scope in the place of another; `before` is null where there was none. */
export function putInScope(
  chosen: Pick<Decision, 'id'>,
  before: Pick<Decision, 'id'> | null,
  priorities: readonly Priority[],
): readonly Change[] {
  return [...takeOutOfScope(before, priorities), updateRow('decision', chosen.id, { standing: 'in-scope' })];
}

/** Makes a new decision and puts it in scope, in the place of another where there was one. */
export function startInScope(
  made: Pick<Decision, 'id' | 'engagement' | 'statement' | 'position'>,
  before: Pick<Decision, 'id'> | null,
  priorities: readonly Priority[],
): readonly Change[] {
  const { id, ...fields } = made;
  return [...takeOutOfScope(before, priorities), insertRow('decision', id, { ...fields, standing: 'in-scope' })];
}

/** Takes a decision out of scope. */
export function takeOutOfScope(
  decision: Pick<Decision, 'id'> | null,
  priorities: readonly Priority[],
): readonly Change[] {
  if (decision === null) return [];
  return [updateRow('decision', decision.id, { standing: standingAfterScope(decision, priorities) })];
}

/** Takes one more decision into scope, recorded as a choice with its day; its reason is typed afterwards. */
export function widenScope(widening: {
  readonly id: string;
  readonly engagement: string;
  readonly decision: string;
  readonly on: string;
}): readonly Change[] {
  const { id, ...fields } = widening;
  return [updateRow('decision', widening.decision, { standing: 'in-scope' }), insertRow('scopeWidening', id, fields)];
}

/** What a limit turns into, and the change that does it on a day: fixed becomes free to try, all else becomes fixed. */
export function turnLimit(limit: Limit, on: string): { readonly hold: 'fixed' | 'free'; readonly change: Change } {
  const hold = limit.hold === 'fixed' ? 'free' : 'fixed';
  return { hold, change: updateRow('limit', limit.id, { hold, markedOn: on }) };
}
