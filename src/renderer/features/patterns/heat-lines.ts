/** The rows of the heat maps: the pulse of each function and level, with what the function retells and works on. */
import type { HeardNotShared } from '../../../shared/analysis/heard-not-shared.ts';
import type { Pulse, PulseCell, PulseRow } from '../../../shared/analysis/pulse.ts';
import type { Group } from '../../../shared/analysis/small-groups.ts';
import { type Kit, nameIn, wordingFor } from '../../../shared/method/kit.ts';
import { listWords } from './why.ts';

/** One function or level. */
export type HeatLine = {
  readonly id: string;
  readonly name: string;
  /** People behind the pulse. */
  readonly n: number;
  /** One for each element, in kit order. */
  readonly cells: readonly PulseCell[];
  /** What it retells against what it works on; null for levels and where nobody was asked. */
  readonly shared: HeardNotShared | null;
};

/** Functions of which somebody answered or was asked to retell, in kit order; merged ones last. */
export function functionLines(
  pulse: readonly PulseRow[],
  shared: readonly HeardNotShared[],
  kit: Kit,
): readonly HeatLine[] {
  const order = [...kit.ids.functions, 'other-functions', 'not-set'];
  const ids = [...new Set([...pulse.map((row) => row.group.id), ...shared.map((row) => row.group.id)])];
  return ids
    .toSorted((a, b) => placeIn(order, a) - placeIn(order, b))
    .flatMap((id) => {
      const row = pulse.find((one) => one.group.id === id);
      const other = shared.find((one) => one.group.id === id) ?? null;
      const group = row?.group ?? other?.group;
      if (group === undefined) return [];
      const cells = row?.cells ?? kit.content.elements.map((element) => emptyCell(element.id));
      return [{ id, name: functionName(kit, group), n: row?.people.length ?? 0, cells, shared: other }];
    });
}

/** Levels from the top down. */
export function levelLines(pulse: readonly PulseRow[], kit: Kit): readonly HeatLine[] {
  return pulse.map(({ group, people, cells }) => ({
    id: group.id,
    name: levelName(kit, group),
    n: people.length,
    cells,
    shared: null,
  }));
}

/** The colour of a score: 0 for 80 and more, which agrees, to 4 for less than 20. */
export function heatLevel(value: number): 0 | 1 | 2 | 3 | 4 {
  return (4 - Math.min(4, Math.max(0, Math.floor(value / 20)))) as 0 | 1 | 2 | 3 | 4;
}

/** What small groups become in anything that leaves this computer, by id of the group that stands here; nothing where it stands. */
export function mergedOutside(inside: Pulse, outside: Pulse, kit: Kit): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  const look = (rows: readonly PulseRow[], others: readonly PulseRow[], say: (group: Group) => string): void => {
    for (const { group } of rows) {
      const [member] = group.members;
      const there = others.find((row) => member !== undefined && row.group.members.includes(member));
      if (there?.group.merged === true) merged.set(group.id, say(there.group));
    }
  };
  look(inside.byFunction, outside.byFunction, () => 'Other functions');
  look(inside.byLevel, outside.byLevel, (group) => levelName(kit, group));
  return merged;
}

/** The short name of an element, as the document has it. */
export function elementName(kit: Kit, id: string): string {
  return `element.${id}` in kit.content.document ? wordingFor(kit, `element.${id}`) : nameIn(kit.content.elements, id);
}

/** The name of a function, or of those that were merged. */
export function functionName(kit: Kit, { id, members, merged }: Group): string {
  if (merged) return 'Other functions';
  const [member] = members;
  return id === 'not-set' || member === null || member === undefined
    ? 'Without a function'
    : nameIn(kit.content.functions, member);
}

/** The name of a level, or of those that were merged. */
export function levelName(kit: Kit, { members }: Group): string {
  return listWords(members.map((member) => (member === null ? 'Without a level' : nameIn(kit.content.levels, member))));
}

function emptyCell(element: PulseCell['element']): PulseCell {
  return { element, value: null, n: 0, answers: [] };
}

function placeIn(order: readonly string[], id: string): number {
  const at = order.indexOf(id);
  return at < 0 ? order.length : at;
}
