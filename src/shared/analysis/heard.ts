/** Who was heard, by function and level, and who is still missing. */
import type { AnalysisInput } from './input.ts';
import { assessPeople } from './people.ts';
import { type Group, groupFunctions, groupLevels, isIn, type View } from './small-groups.ts';

/** People of one function or level who were heard. */
export type HeardRow = { readonly group: Group; readonly people: readonly string[] };

/** Who was heard. */
export type Heard = {
  /** Everybody who was heard and did not withdraw, customers included. */
  readonly people: readonly string[];
  readonly customers: readonly string[];
  /** Voices of group conversations that nobody put a name to; they belong to no row. */
  readonly unknownVoices: number;
  readonly byFunction: readonly HeardRow[];
  readonly byLevel: readonly HeardRow[];
  /** Functions and levels of the kit of which nobody was heard, customers aside. */
  readonly unheardFunctions: readonly string[];
  readonly unheardLevels: readonly string[];
};

/** Reads who took part in conversations that were begun. */
export function assessHeard({ data, kit }: AnalysisInput, view: View = 'inside'): Heard {
  const { counted, begun } = assessPeople(data);
  const heard = counted.filter((person) => person.heard);
  const rowsOf = (groups: readonly Group[], key: 'function' | 'level'): HeardRow[] =>
    groups.map((group) => ({
      group,
      people: heard.filter((person) => isIn(group, person[key])).map((person) => person.id),
    }));
  const missing = (ids: ReadonlySet<string>, key: 'function' | 'level'): string[] =>
    [...ids].filter((id) => id !== 'customer' && !heard.some((person) => person[key] === id));
  return {
    people: heard.map((person) => person.id),
    customers: heard.filter((person) => person.customer).map((person) => person.id),
    unknownVoices: data.participant.filter(
      (row) => row.person === null && row.consent !== 'withdrawn' && begun.has(row.interview),
    ).length,
    byFunction: rowsOf(groupFunctions([heard], kit, view), 'function'),
    byLevel: rowsOf(groupLevels([heard], kit, view), 'level'),
    unheardFunctions: missing(kit.ids.functions, 'function'),
    unheardLevels: missing(kit.ids.levels, 'level'),
  };
}
