/** The items that are shown, in the order and the groups that were chosen. */
import { useMemo } from 'react';
import { findDetachedClusters } from '../../../../shared/analysis/backlog-clusters.ts';
import { gatherInitiatives } from '../../../../shared/analysis/backlog-initiatives.ts';
import type { OpenItem, OpenWork } from '../../../../shared/analysis/backlog-items.ts';
import { useKit, useRows } from '../../../data/hooks.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { arrange, type Entry, type Facts, type Grouping, type Sort } from './arrange.ts';

/** Arranges `items`, which are some of the work; clusters and initiatives are read only where one groups by them. */
export function useArranged(
  work: OpenWork,
  items: readonly OpenItem[],
  chosen: { readonly sort: Sort; readonly grouping: Grouping },
  rank: ReadonlyMap<string, number>,
): readonly Entry[] {
  const kit = useKit();
  const rows = useRows('backlogItem');
  const { sort, grouping } = chosen;
  const initiatives = useMemo(
    () => (grouping === 'none' || grouping === 'function' ? [] : gatherInitiatives(work.items, rows)),
    [grouping, work, rows],
  );
  const groups = useMemo(() => {
    const titles = new Map(initiatives.flatMap(({ title, items: own }) => own.map(({ row }) => [row.id, title])));
    const found = new Map<string, { says: string; place: number }>();
    if (grouping === 'initiative') for (const [id, title] of titles) found.set(id, { says: title, place: 0 });
    if (grouping === 'cluster') {
      for (const [place, cluster] of findDetachedClusters(work.items).entries()) {
        const name = cluster.items.map((id) => titles.get(id)).find((title) => title !== undefined);
        const says = `Cluster ${place + 1}${name === undefined ? '' : `: ${name}`}`;
        for (const id of cluster.items) found.set(id, { says, place });
      }
    }
    return found;
  }, [grouping, work, initiatives]);
  return useMemo(() => {
    const functionName = (item: OpenItem): string => kitName(kit, 'functions', item.function) || item.row.functionText;
    const facts: Facts = {
      rank: ({ row }) => rank.get(row.id) ?? 0,
      functionName,
      groupOf: (item, by) => {
        if (by !== 'function') return groups.get(item.row.id) ?? null;
        const says = functionName(item);
        return says === '' ? null : { says, place: 0 };
      },
    };
    return arrange(items, { sort, grouping }, facts);
  }, [items, sort, grouping, kit, rank, groups]);
}
