/** How functions, levels and people are called in the document: a person by name only where that was permitted. */
import { isNamed, type Group } from '../analysis/small-groups.ts';
import { type OwnerReader, ownerReader } from '../analysis/readiness/owner.ts';
import type { AnalysisInput } from '../analysis/input.ts';
import { nameIn } from '../method/kit.ts';
import type { Stakeholder } from '../model/index.ts';
import { clause, lowerFirst, plain } from './words/text.ts';
import type { Words } from './words/words.ts';

/** Somebody who answers for something, as the document shows it: a name where it may stand, and the role. */
export type Shown = { readonly name: string | null; readonly role: string };

/** The names of one document. */
export type Names = {
  readonly function: (id: string | null) => string;
  /** A level in the plural of so many people of it, in the middle of a sentence: executives. */
  readonly level: (id: string | null, count: number) => string;
  /** A row of a figure: one function or several that stand together. */
  readonly functionGroup: (group: Group) => string;
  /** A row of a figure in the middle of a sentence: one level, or neighbouring ones that stand together. */
  readonly levelGroup: (group: Group) => string;
  /** One person by a field that refers to them and the name typed beside it; null where nobody is set. */
  readonly person: (reference: string | null, typed: string) => Shown | null;
  /** What somebody typed where a person or a group is meant: a person's name only with permission, else as it was typed. */
  readonly typed: (text: string) => string;
  /** A person on one line; null where nobody is set. */
  readonly personLine: (reference: string | null, typed: string) => string | null;
};

/** Names for the rows of an engagement. */
export function namesFor({ data, kit }: AnalysisInput, words: Words): Names {
  const read = ownerReader(data, kit);
  const functionName = (id: string | null): string =>
    id === null ? words.say('group.no-function') : nameIn(kit.content.functions, id);
  const levelName = (id: string | null): string =>
    id === null ? words.say('group.no-level') : nameIn(kit.content.levels, id);
  const level: Names['level'] = (id, count) =>
    id !== null && words.has(`level.${id}`)
      ? words.say(`level.${id}`, {}, count)
      : lowerFirst(levelName(id), words.locale);
  const person: Names['person'] = (reference, typed) => showOwner(read, reference, typed, functionName, words);
  return {
    function: functionName,
    level,
    functionGroup: (group) => {
      if (!isNamed(group)) return functionName(null);
      return group.merged ? words.say('group.other-functions') : functionName(group.members[0] ?? null);
    },
    typed: (text) => {
      const name = clause(text);
      const { person: known } = read(null, name);
      return known === null || known.permitsNaming ? name : roleOf(known, functionName) || words.say('person.unnamed');
    },
    levelGroup: ({ members }) => words.list(members.map((id) => level(id, several))),
    person,
    personLine: (reference, typed) => {
      const shown = person(reference, typed);
      if (shown === null) return null;
      return shown.name === null ? shown.role : withRole(shown.name, shown.role);
    },
  };
}

/** The count that asks for a name in the plural. */
const several = 2;

/** A name with its role behind it. */
export function withRole(name: string, role: string): string {
  return role === '' ? name : `${name}, ${role}`;
}

/** What a person is called without the name: the role, else the function; empty where neither is known. */
export function roleOf(person: Stakeholder, functionName: (id: string | null) => string): string {
  const role = plain(person.role);
  if (role !== '') return role;
  return person.function === null ? '' : functionName(person.function);
}

/** A name that is only typed has no permission on file and is not printed; a group's name points to nobody. */
function showOwner(
  read: OwnerReader,
  reference: string | null,
  typed: string,
  functionName: (id: string | null) => string,
  words: Words,
): Shown | null {
  const { kind, name, person } = read(reference, typed);
  if (kind === 'none' && person === null) return null;
  if (kind === 'group') return { name: null, role: name };
  const role = person === null ? '' : roleOf(person, functionName);
  if (person?.permitsNaming === true && plain(person.name) !== '') return { name: plain(person.name), role };
  return { name: null, role: role === '' ? words.say('person.unnamed') : role };
}
