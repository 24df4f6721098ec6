/** What a person said last counts: answers given again replace the earlier ones. */
import { compareText } from '../lib/order.ts';
import type { ClientData } from '../model/index.ts';
import { byRowId } from './order.ts';
import type { People, Person } from './people.ts';

type Said = {
  readonly id: string;
  readonly person: string;
  readonly interview: string | null;
  readonly on: string | null;
};

/** A row that counts, with the person behind it. */
export type Latest<T> = { readonly row: T; readonly person: Person };

/**
 * The latest row of each person and key, by id of the row. Its day is its own, else that of its interview; of one day
 * the younger row counts. Rows of customers and of people who withdrew are left out.
 */
export function latestOfEach<T extends Said>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  data: ClientData,
  people: People,
): readonly Latest<T>[] {
  const heldOn = new Map(data.interview.map((row) => [row.id, row.heldOn ?? row.plannedOn]));
  const dayOf = (row: T): string => row.on ?? (row.interview === null ? null : heldOn.get(row.interview)) ?? '';
  const latest = new Map<string, Latest<T>>();
  for (const row of rows.toSorted((a, b) => compareText(dayOf(a), dayOf(b)) || byRowId(a, b))) {
    const person = people.byId.get(row.person);
    if (person === undefined || person.customer || person.consent === 'withdrawn') continue;
    latest.set(JSON.stringify([row.person, keyOf(row)]), { row, person });
  }
  return [...latest.values()].toSorted((a, b) => byRowId(a.row, b.row));
}
