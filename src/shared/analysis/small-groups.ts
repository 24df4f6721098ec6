/** Which functions and levels stand as rows of their own; in what leaves the machine, small groups are merged. */
import type { Kit } from '../method/kit.ts';
import { isProtected, type Person } from './people.ts';

/** Inside the file every row stands; outside, small groups with a protected voice are merged. */
export type View = 'inside' | 'outside';

/** A row of a figure: one function or level, or several merged. */
export type Group = {
  /** The kit's id; `not-set` for people without one; `other-functions`, or the ids of merged levels joined by `+`. */
  readonly id: string;
  /** Ids of the kit, in its order; null stands for people without function or level. */
  readonly members: readonly (string | null)[];
  readonly merged: boolean;
};

/** The people whose figures stand together: one set for each cell of a row, as n can differ between them. */
export type Cells = readonly (readonly Person[])[];

/** Fewer people than this do not hide a protected one. */
export const hidingCrowd = 3;

/** Functions with people in any cell, in kit order; small ones are merged into `other-functions`, which comes last. */
export function groupFunctions(cells: Cells, kit: Kit, view: View): readonly Group[] {
  const single = singleGroups(cells, (person) => person.function, kit.ids.functions);
  if (view === 'inside') return single;
  const isExposed = exposure(cells, (person) => person.function);
  const withheld = single.filter((group) => isExposed(group.members));
  if (withheld.length === 0) return single;
  const sizeOf = (group: Group): number => peopleIn(cells, (person) => person.function, group.members).size;
  // Sorting is stable: groups of one size stay in kit order.
  const rest = single.filter((group) => !withheld.includes(group)).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  // A row that is withheld alone is still exposed, as the total would reveal it: it takes the next smallest with it.
  while (isExposed(withheld.flatMap((group) => group.members))) {
    const next = rest.shift();
    if (next === undefined) break;
    withheld.push(next);
  }
  const members = single.filter((group) => withheld.includes(group)).flatMap((group) => group.members);
  return [...single.filter((group) => rest.includes(group)), { id: 'other-functions', members, merged: true }];
}

/** Levels with people in any cell, from the top down; a small one is merged with the level below, the last with the one above. */
export function groupLevels(cells: Cells, kit: Kit, view: View): readonly Group[] {
  const groups = singleGroups(cells, (person) => person.level, kit.ids.levels);
  if (view === 'inside') return groups;
  const isExposed = exposure(cells, (person) => person.level);
  for (;;) {
    const exposed = groups.findIndex((group) => isExposed(group.members));
    if (exposed === -1 || groups.length < 2) return groups;
    const from = Math.min(exposed, groups.length - 2);
    const members = groups.slice(from, from + 2).flatMap((group) => group.members);
    groups.splice(from, 2, { id: members.map((member) => member ?? notSet).join('+'), members, merged: true });
  }
}

/** Whether a person's function or level belongs to the group. */
export function isIn(group: Group, id: string | null): boolean {
  return group.members.includes(id);
}

/** Whether the group is one or several entries of the kit, not only people without one. */
export function isNamed(group: Group): boolean {
  return group.members.some((member) => member !== null);
}

const notSet = 'not-set';

function singleGroups(cells: Cells, keyOf: (person: Person) => string | null, order: ReadonlySet<string>): Group[] {
  const present = new Set(cells.flat().map(keyOf));
  const known = [...order].filter((id) => present.has(id));
  const unknown = [...present].filter((id): id is string => id !== null && !order.has(id)).toSorted();
  const members = [...known, ...unknown, ...(present.has(null) ? [null] : [])];
  return members.map((member) => ({ id: member ?? notSet, members: [member], merged: false }));
}

/** Tells whether a row of these members would show one cell of a few people of whom any is protected. */
function exposure(cells: Cells, keyOf: (person: Person) => string | null): (members: Group['members']) => boolean {
  return (members) =>
    cells.some((cell) => {
      const people = [...peopleIn([cell], keyOf, members)];
      return people.length < hidingCrowd && people.some((person) => isProtected(person.consent));
    });
}

function peopleIn(
  cells: Cells,
  keyOf: (person: Person) => string | null,
  members: Group['members'],
): ReadonlySet<Person> {
  return new Set(cells.flat().filter((person) => members.includes(keyOf(person))));
}
