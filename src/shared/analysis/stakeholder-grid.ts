/** Whom to hear, as a grid of function by level: who was heard, who is planned, who nobody has asked yet. */
import type { Kit } from '../method/kit.ts';
import type { ClientData, Stakeholder } from '../model/index.ts';
import { byRowId } from './order.ts';
import { assessPeople, type PeopleRows } from './people.ts';

/** How far the hearing of a person is. Who withdrew, or is not to be heard, is missing nowhere. */
export type HearingState = 'heard' | 'planned' | 'unplanned' | 'not-to-hear' | 'withdrawn';

/** A person with how far their hearing is. */
export type GridPerson = { readonly row: Stakeholder; readonly state: HearingState };

/** One place of the grid. */
export type GridCell = {
  readonly level: string;
  /** Somebody of this function can be at this level. */
  readonly exists: boolean;
  readonly people: readonly GridPerson[];
};

/** One function with its levels. */
export type GridRow = { readonly function: string; readonly cells: readonly GridCell[] };

/** The grid, in the order of the kit. */
export type StakeholderGrid = {
  readonly rows: readonly GridRow[];
  /** People whose function or level is not set, or is none of the kit's. */
  readonly nowhere: readonly GridPerson[];
  readonly counts: Readonly<Record<HearingState, number>>;
  /**
   * Functions with people in the list of whom nobody was heard or is planned, though somebody is to be heard or owns a
   * priority; `owning` are those of them that own one.
   */
  readonly unheard: { readonly functions: readonly string[]; readonly owning: readonly string[] };
};

/** Places every person. */
export function assessStakeholderGrid(data: PeopleRows & Pick<ClientData, 'priority'>, kit: Kit): StakeholderGrid {
  const people = placePeople(data);
  const at = Map.groupBy(people, ({ row }) => `${row.function}\t${row.level}`);
  const rows = kit.content.functions.map(({ id }) => ({
    function: id,
    cells: kit.content.levels.map(({ id: level }) => {
      const here = at.get(`${id}\t${level}`) ?? [];
      return { level, exists: here.length > 0 || canExist(kit, id, level), people: here };
    }),
  }));
  return {
    rows,
    nowhere: people.filter(({ row }) => !isPlaced(row, kit)),
    counts: {
      heard: countOf(people, 'heard'),
      planned: countOf(people, 'planned'),
      unplanned: countOf(people, 'unplanned'),
      'not-to-hear': countOf(people, 'not-to-hear'),
      withdrawn: countOf(people, 'withdrawn'),
    },
    unheard: unheardFunctions(people, data.priority, kit),
  };
}

/** The guide that people of a level are usually heard with; null where the kit has none for it. */
export function guideFor(kit: Kit, level: string | null): string | null {
  return kit.content.guides.find((guide) => level !== null && guide.for.levels.includes(level))?.id ?? null;
}

/** Customers are a function and a level of their own, and a board stands over the whole rather than in one function. */
function canExist(kit: Kit, inFunction: string, level: string): boolean {
  if (inFunction === 'customer' || level === 'customer') return inFunction === level;
  return level !== 'board' || inFunction === 'general-management' || !kit.ids.functions.has('general-management');
}

function placePeople(data: PeopleRows): GridPerson[] {
  const { byId } = assessPeople(data);
  const waiting = new Set(
    data.interview.filter((row) => row.status === 'planned' && row.heldOn === null).map((row) => row.id),
  );
  const planned = new Set(data.participant.filter((row) => waiting.has(row.interview)).map((row) => row.person));
  return [...byId.values()]
    .map(({ row, consent, heard }): GridPerson => {
      if (consent === 'withdrawn') return { row, state: 'withdrawn' };
      if (heard) return { row, state: 'heard' };
      if (planned.has(row.id)) return { row, state: 'planned' };
      return { row, state: row.toHear ? 'unplanned' : 'not-to-hear' };
    })
    .toSorted((a, b) => byRowId(a.row, b.row));
}

function isPlaced(row: Stakeholder, kit: Kit): boolean {
  const { functions, levels } = kit.ids;
  return row.function !== null && row.level !== null && functions.has(row.function) && levels.has(row.level);
}

function unheardFunctions(
  people: readonly GridPerson[],
  priorities: ClientData['priority'],
  kit: Kit,
): StakeholderGrid['unheard'] {
  const owners = new Set(priorities.map((row) => row.owner));
  const owns = ({ row }: GridPerson): boolean => owners.has(row.id);
  const functions: string[] = [];
  const owning: string[] = [];
  for (const { id } of kit.content.functions) {
    const here = people.filter(({ row, state }) => row.function === id && state !== 'withdrawn');
    const isReached = here.some(({ state }) => state === 'heard' || state === 'planned');
    if (isReached || !here.some((person) => person.state === 'unplanned' || owns(person))) continue;
    functions.push(id);
    if (here.some(owns)) owning.push(id);
  }
  return { functions, owning };
}

function countOf(people: readonly GridPerson[], state: HearingState): number {
  return people.filter((person) => person.state === state).length;
}
