/** What may no longer be seen because a piece or its speaker was withdrawn: search and lists leave it out. */
import type { Evidence } from '../model/index.ts';
import { assessPeople, type PeopleRows } from './people.ts';

/** A row by what it belongs to; other fields do not matter. */
export type Belonging = {
  readonly interview?: unknown;
  readonly person?: unknown;
  readonly speaker?: unknown;
  readonly evidence?: unknown;
  readonly withdrawn?: unknown;
};

/**
 * Tells of any row whether it was withdrawn: by itself, with the person who said it, with the conversation in which nobody
 * else spoke, or with the evidence that it hangs on. `evidenceOf` looks a piece up.
 */
export function withdrawnBy(
  data: PeopleRows,
  evidenceOf: (id: string) => Evidence | null,
): (row: Belonging) => boolean {
  const people = assessPeople(data);
  const gone = (person: unknown): boolean =>
    typeof person === 'string' && people.byId.get(person)?.consent === 'withdrawn';
  const parts = Map.groupBy(data.participant, ({ interview }) => interview);
  const closed = new Set(
    [...parts].flatMap(([interview, all]) =>
      all.every(({ person, consent }) => consent === 'withdrawn' || gone(person)) ? [interview] : [],
    ),
  );
  const isWithdrawn = (row: Belonging): boolean => {
    if (row.withdrawn === true || gone(row.person) || gone(row.speaker)) return true;
    // Somebody who is known to have said it speaks for themselves, whoever else was there.
    if (typeof row.speaker !== 'string' && typeof row.interview === 'string' && closed.has(row.interview)) return true;
    if (typeof row.evidence !== 'string') return false;
    const piece = evidenceOf(row.evidence);
    return piece !== null && isWithdrawn(piece);
  };
  return isWithdrawn;
}
