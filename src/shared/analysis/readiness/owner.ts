/** Who owns a priority or leads an initiative, and whether that is exactly one named person. */
import { foldText } from '../../lib/text.ts';
import type { Kit } from '../../method/kit.ts';
import type { ClientData, Stakeholder } from '../../model/index.ts';
import { isBlank, wordFinder } from './words.ts';

/** One named person, or what stands in the place of one. */
export type Owner = {
  readonly kind: 'one' | 'none' | 'group' | 'several';
  readonly name: string;
  /** The person in the list; null for a name that is typed only. */
  readonly person: Stakeholder | null;
};

/** Reads who is meant: the person that is referred to goes before the name that was typed. */
export type OwnerReader = (reference: string | null, typed: string) => Owner;

/** A reader for the people of a file and the group words of a kit. */
export function ownerReader(data: Pick<ClientData, 'stakeholder'>, kit: Kit): OwnerReader {
  const groupWord = wordFinder(kit.content.words.group_owner);
  const units = new Set([...kit.content.functions, ...kit.content.levels].map((one) => foldText(one.name)));
  const byId = new Map(data.stakeholder.map((row) => [row.id, row]));
  const named = (name: string): Stakeholder | null => {
    const same = data.stakeholder.filter((row) => foldText(row.name.trim()) === foldText(name));
    return same.length === 1 ? (same[0] ?? null) : null;
  };
  return (reference, typed) => {
    const referred = reference === null ? null : (byId.get(reference) ?? null);
    const name = (referred?.name ?? typed).trim();
    return { kind: kindOf(name), name, person: referred ?? (isBlank(name) ? null : named(name)) };
  };

  function kindOf(name: string): Owner['kind'] {
    if (!/\p{L}/u.test(name)) return 'none';
    if (several.test(foldText(name))) return 'several';
    return groupWord(name) !== null || units.has(foldText(name)) ? 'group' : 'one';
  }
}

/** What stands between two names. */
const several = /[&,;/+]|(?<![\p{L}\p{N}])(?:and|or|und|oder|et|och|og|en)(?![\p{L}\p{N}])/u;
