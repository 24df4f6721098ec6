/** Who would be recognised in spite of a consent that protects them: the only one of a function and level, or one of few. */
import type { People, Person } from './people.ts';
import { hidingCrowd } from './small-groups.ts';

/** A protected person who would be recognised, and why. */
export type Recognisable = {
  readonly person: Person;
  readonly consent: 'anonymous' | 'background';
  /**
   * `only-one`: nobody else of this function and level was heard, so a quote may not be printed (R08). `few`: the function
   * or the level has fewer people than hide one of them, so what leaves the machine merges it. `unplaced`: without
   * function or level it cannot be told.
   */
  readonly why: 'only-one' | 'few' | 'unplaced';
  /** The group that is too small, with how many were heard in it, this person included. */
  readonly group: { readonly function: string | null; readonly level: string | null; readonly people: number };
};

/** Whether somebody else of the same function and level was heard, so that words cannot be put down to one person. */
export function hasCompany(person: Person, people: People): boolean {
  const { function: inFunction, level } = person;
  return inFunction === null || level === null || othersHeard(people, person, { function: inFunction, level }) > 0;
}

/**
 * Why a person would be recognised by what is theirs; null where the consent protects nobody or the group is large enough.
 * It holds for people who are only planned as well: the mark comes before the first word is used.
 */
export function assessRecognisable(person: Person | undefined, people: People): Recognisable | null {
  if (person === undefined) return null;
  const { consent, function: inFunction, level } = person;
  if (consent !== 'anonymous' && consent !== 'background') return null;
  const found = (why: Recognisable['why'], group: Recognisable['group']): Recognisable => ({
    person,
    consent,
    why,
    group,
  });
  if (inFunction === null || level === null) return found('unplaced', { function: inFunction, level, people: 1 });
  if (!hasCompany(person, people)) return found('only-one', { function: inFunction, level, people: 1 });
  const [smallest] = [
    { function: inFunction, level: null },
    { function: null, level },
  ]
    .map((group) => ({ ...group, people: othersHeard(people, person, group) + 1 }))
    .toSorted((a, b) => a.people - b.people);
  return smallest !== undefined && smallest.people < hidingCrowd ? found('few', smallest) : null;
}

type Place = { readonly function: string | null; readonly level: string | null };

function othersHeard(people: People, person: Person, place: Place): number {
  return people.counted.filter(
    (one) =>
      one.heard &&
      one.id !== person.id &&
      (place.function === null || one.function === place.function) &&
      (place.level === null || one.level === place.level),
  ).length;
}
