/** How rows are named to a person, and the commonest looks into them. */
import type { ClientData, Decision, EntityName, Priority, RowOf, Stakeholder } from '../../shared/model/index.ts';
import { entities } from '../../shared/model/index.ts';

/** A person as the team calls them: the role, else the name. */
export function personName(person: Pick<Stakeholder, 'name' | 'role'> | undefined): string {
  if (person === undefined) return '';
  return person.role !== '' ? person.role : person.name;
}

/** A person with both, where both are known. */
export function personFull(person: Pick<Stakeholder, 'name' | 'role'>): string {
  if (person.name !== '' && person.role !== '') return `${person.name}, ${person.role}`;
  return personName(person) || 'Nameless person';
}

/**
 * What each person is called so that no two are called the same: the role (with `full` name and role), then both, then
 * with where they are in the company, and a number where all of that is the same.
 */
export function namesApart(
  people: readonly Stakeholder[],
  { full = false, place = () => '' }: { full?: boolean; place?: (person: Stakeholder) => string } = {},
): ReadonlyMap<string, string> {
  const steps = [
    ...(full ? [] : [(person: Stakeholder) => personName(person) || 'Nameless person']),
    personFull,
    (person: Stakeholder) => [personFull(person), place(person)].filter(Boolean).join(', '),
  ];
  const names = new Map<string, string>();
  const name = (some: readonly Stakeholder[], [step, ...next]: readonly ((person: Stakeholder) => string)[]): void => {
    const groups = Map.groupBy(some, (person) => (step === undefined ? '' : step(person)));
    for (const [says, alike] of groups) {
      const [only] = alike;
      if (step === undefined)
        for (const [at, person] of alike.entries())
          names.set(person.id, `${names.get(person.id) ?? ''}${at === 0 ? '' : ` (${at + 1})`}`);
      else {
        for (const person of alike) names.set(person.id, says);
        if (alike.length > 1 && only !== undefined) name(alike, next);
      }
    }
  };
  name(people, steps);
  return names;
}

const apart = new WeakMap<readonly Stakeholder[], ReadonlyMap<string, string>>();

/** What a person of a list is called there; reckoned once for the same list. */
export function nameAmong(people: readonly Stakeholder[], id: string | null): string {
  if (id === null) return '';
  const names = apart.get(people) ?? namesApart(people);
  apart.set(people, names);
  return names.get(id) ?? '';
}

/** A decision in a few words: its title, else the start of its statement. */
export function decisionName(decision: Pick<Decision, 'title' | 'statement'>): string {
  if (decision.title !== '') return decision.title;
  const [start = ''] = decision.statement.split(/(?<=[.;:])\s|\n/u);
  return start === '' ? 'Decision without words' : start;
}

/** The text that names a row of any entity. */
export function rowName(data: ClientData, entity: EntityName, id: string): string {
  const row = (data[entity] as readonly RowOf<EntityName>[]).find((one) => one.id === id);
  if (row === undefined) return '';
  if (entity === 'stakeholder') return nameAmong(data.stakeholder, id);
  if (entity === 'decision') return decisionName(row as Decision);
  const { title } = entities[entity];
  const text = title === null ? '' : (row as Readonly<Record<string, unknown>>)[title];
  return typeof text === 'string' && text !== '' ? text : entities[entity].one;
}

/** Rows in the order that people gave them; by age where they gave none. */
export function inOrder<R extends { readonly id: string; readonly position: number }>(rows: readonly R[]): R[] {
  return rows.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** The position that puts a row last. */
export function lastPosition(rows: readonly { readonly position: number }[]): number {
  return rows.reduce((last, row) => Math.max(last, row.position), 0) + 1;
}

/** The owner of a priority as a person reads it: somebody of the list, or the name as it was typed. */
export function ownerName(priority: Pick<Priority, 'owner' | 'ownerName'>, people: readonly Stakeholder[]): string {
  return priority.owner === null ? priority.ownerName : personName(people.find(({ id }) => id === priority.owner));
}
