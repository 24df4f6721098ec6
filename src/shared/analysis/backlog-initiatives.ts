/** Initiatives of the backlog: what open items belong to, and which of them run at the same time. */
import type { Kit } from '../method/kit.ts';
import type { BacklogItem } from '../model/index.ts';
import { compareText } from '../lib/order.ts';
import { foldText } from '../lib/text.ts';
import type { OpenItem } from './backlog-items.ts';
import { byRowId } from './order.ts';

/** A parent or epic with its open items. */
export type BacklogInitiative = {
  /** Unique among all backlogs of the file. */
  readonly key: string;
  /** The parent's own row; null where the export names it only. */
  readonly row: BacklogItem | null;
  readonly title: string;
  readonly items: readonly OpenItem[];
};

/** Initiatives that run at the same time. */
export type ParallelWork = {
  readonly initiatives: readonly BacklogInitiative[];
  /** Per function of the kit, in kit order; an initiative counts in each function that works on it. */
  readonly functions: readonly { readonly function: string; readonly initiatives: readonly string[] }[];
  /** Per name in the tracker, most initiatives first. */
  readonly owners: readonly OwnerLoad[];
};

/** Initiatives that have one person's name on them; more than three is fragmentation. */
export type OwnerLoad = {
  readonly owner: string;
  readonly initiatives: readonly string[];
  readonly fragmented: boolean;
};

/**
 * Initiatives of the open items: an item's epic, else the topmost of its parents.
 * @param rows every item of the file, as a parent may be closed.
 */
export function gatherInitiatives(
  items: readonly OpenItem[],
  rows: readonly BacklogItem[],
): readonly BacklogInitiative[] {
  // Of items with one key the youngest row stands for it, in whatever order they come.
  const byKey = new Map(rows.toSorted(byRowId).map((row) => [keyIn(row.source, row.key), row]));
  const children = items.flatMap((item) => {
    const name = topOf(item.row, byKey);
    return name === null ? [] : [{ name, key: keyIn(item.row.source, name), item }];
  });
  const groups = [...Map.groupBy(children, (child) => child.key)];
  return groups
    .map(([key, group]) => {
      const row = byKey.get(key) ?? null;
      return { key, row, title: row?.title ?? group[0]?.name ?? '', items: group.map((child) => child.item) };
    })
    .toSorted((a, b) => compareText(a.key, b.key));
}

/** Initiatives with an item in progress; null where no item has a parent, as nothing can be told then. */
export function assessParallelWork(initiatives: readonly BacklogInitiative[], kit: Kit): ParallelWork | null {
  if (initiatives.length === 0) return null;
  const running = initiatives.filter((one) => inProgress(one).length > 0);
  const functions = [...kit.ids.functions].map((id) => ({
    function: id,
    initiatives: running.filter((one) => inProgress(one).some((item) => item.function === id)).map((one) => one.key),
  }));
  const owners = new Map<string, { names: string[]; initiatives: string[] }>();
  for (const one of running) {
    const names = [one.row?.assignee ?? '', ...inProgress(one).map((item) => item.row.assignee)];
    const seen = new Map(
      names.filter((name) => name.trim() !== '').map((name) => [foldText(name.trim()), name.trim()]),
    );
    for (const [folded, name] of seen) {
      const load = owners.get(folded) ?? { names: [], initiatives: [] };
      load.names.push(name);
      load.initiatives.push(one.key);
      owners.set(folded, load);
    }
  }
  return {
    initiatives: running,
    functions: functions.filter((one) => one.initiatives.length > 0),
    owners: [...owners.values()]
      .map(({ names, initiatives: own }) => ({
        owner: names.toSorted()[0] ?? '',
        initiatives: own,
        fragmented: own.length > parallelLimit,
      }))
      .toSorted((a, b) => b.initiatives.length - a.initiatives.length || compareText(a.owner, b.owner)),
  };
}

/** Key of an item among the backlogs of a file. */
export function keyIn(source: string, key: string): string {
  return `${source} ${key}`;
}

const parallelLimit = 3;

function inProgress(initiative: BacklogInitiative): readonly OpenItem[] {
  return initiative.items.filter((item) => item.row.status === 'progress');
}

function topOf(row: BacklogItem, byKey: ReadonlyMap<string, BacklogItem>): string | null {
  const passed = new Set<string>([row.key]);
  let top: string | null = null;
  let current: BacklogItem | undefined = row;
  while (current !== undefined) {
    if (current.epicKey !== '' && !passed.has(current.epicKey)) return current.epicKey;
    // An item that is its own ancestor would lead round for ever.
    if (current.parentKey === '' || passed.has(current.parentKey)) break;
    top = current.parentKey;
    passed.add(top);
    current = byKey.get(keyIn(row.source, top));
  }
  return top;
}
