/** The order in which open items stand, and the groups that part them. */
import type { OpenItem } from '../../../../shared/analysis/backlog-items.ts';
import { compareText } from '../../../../shared/lib/order.ts';

/** Ways to sort; `likely` has strong suggestions first. */
export const sorts = {
  likely: 'Likely links first',
  oldest: 'Oldest first',
  untouched: 'Longest untouched first',
  effort: 'Most effort first',
  function: 'By function',
  key: 'By key',
} as const;

/** A way to sort. */
export type Sort = keyof typeof sorts;

/** Ways to group. */
export const groupings = {
  none: 'Not grouped',
  cluster: 'By cluster that nothing ties to the strategy',
  initiative: 'By parent or epic',
  function: 'By function',
} as const;

/** A way to group. */
export type Grouping = keyof typeof groupings;

/** A row of the list: an item, or the heading of those that follow. */
export type Entry =
  | { readonly kind: 'item'; readonly item: OpenItem }
  | { readonly kind: 'group'; readonly id: string; readonly says: string; readonly count: number };

/** What sorting and grouping go by, of an item. */
export type Facts = {
  /** 0 for no suggestion to 3 for a strong one. */
  readonly rank: (item: OpenItem) => number;
  readonly functionName: (item: OpenItem) => string;
  /** The group of an item in a grouping and where it comes among the others; null for none. */
  readonly groupOf: (item: OpenItem, grouping: Grouping) => { readonly says: string; readonly place: number } | null;
};

/** Puts items in order, under headings where they are grouped; what belongs to no group comes last. */
export function arrange(
  items: readonly OpenItem[],
  { sort, grouping }: { readonly sort: Sort; readonly grouping: Grouping },
  facts: Facts,
): readonly Entry[] {
  const sorted = items.toSorted((a, b) => comparing[sort](a, b, facts));
  if (grouping === 'none') return sorted.map((item) => ({ kind: 'item', item }));
  const groups = new Map<string, { place: number; items: OpenItem[] }>();
  for (const item of sorted) {
    const { says, place } = facts.groupOf(item, grouping) ?? { says: rest[grouping], place: Infinity };
    const group = groups.get(says) ?? { place, items: [] };
    group.items.push(item);
    groups.set(says, group);
  }
  return [...groups]
    .toSorted(([a, one], [b, other]) => comparePlaces(one.place, other.place) || compareText(a, b))
    .flatMap(([says, group]): Entry[] => [
      { kind: 'group', id: `group ${says}`, says, count: group.items.length },
      ...group.items.map((item): Entry => ({ kind: 'item', item })),
    ]);
}

type Comparing = (a: OpenItem, b: OpenItem, facts: Facts) => number;

const comparing: Readonly<Record<Sort, Comparing>> = {
  likely: (a, b, { rank }) => rank(b) - rank(a),
  oldest: (a, b) => compareDays(a.row.createdOn, b.row.createdOn),
  untouched: (a, b) => compareDays(a.row.updatedOn ?? a.row.createdOn, b.row.updatedOn ?? b.row.createdOn),
  effort: (a, b) => (b.row.effort ?? -1) - (a.row.effort ?? -1),
  function: (a, b, { functionName }) => compareNames(functionName(a), functionName(b)),
  key: (a, b) => a.row.key.localeCompare(b.row.key, 'en', { numeric: true }),
};

const rest: Readonly<Record<Grouping, string>> = {
  none: '',
  cluster: 'In no such cluster',
  initiative: 'Without a parent or epic',
  function: 'Without a function',
};

/** What has no day comes last. */
function compareDays(a: string | null, b: string | null): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : compareText(a, b);
}

function compareNames(a: string, b: string): number {
  return a === '' || b === '' ? Number(a === '') - Number(b === '') : compareText(a, b);
}

function comparePlaces(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
