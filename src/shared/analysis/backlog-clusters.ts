/** Work that hangs together and on nothing else: clusters of open items of which none is traced. */
import { compareText } from '../lib/order.ts';
import { keyIn } from './backlog-initiatives.ts';
import type { OpenItem } from './backlog-items.ts';

/** Open items linked to one another, none of them traced. */
export type DetachedCluster = { readonly items: readonly string[]; readonly weight: number };

/**
 * Clusters of three or more open items that are linked transitively by parent, epic or link. Children of one parent hang
 * together even where the parent is closed or not in the export. Largest first.
 */
export function findDetachedClusters(items: readonly OpenItem[]): readonly DetachedCluster[] {
  const sets = new DisjointSets();
  const open = new Set(items.map(({ row }) => nodeOf(row)));
  for (const { row } of items) {
    const own = nodeOf(row);
    for (const key of [row.parentKey, row.epicKey]) if (key !== '') sets.join(own, keyIn(row.source, key));
    for (const key of row.linkedKeys) {
      if (key === '') continue;
      const linked = keyIn(row.source, key);
      if (open.has(linked)) sets.join(own, linked);
    }
  }
  const clusters = Map.groupBy(items, (item) => sets.rootOf(nodeOf(item.row)));
  return [...clusters.values()]
    .filter((cluster) => cluster.length >= smallest && cluster.every((item) => item.class !== 'traced'))
    .map((cluster) => ({
      items: cluster.map((item) => item.row.id),
      weight: cluster.reduce((total, item) => total + item.weight, 0),
    }))
    .toSorted((a, b) => b.items.length - a.items.length || compareText(a.items[0] ?? null, b.items[0] ?? null));
}

const smallest = 3;

/** An item without a key of its own hangs on its own row, or all such items would be one. */
function nodeOf(row: OpenItem['row']): string {
  return row.key === '' ? row.id : keyIn(row.source, row.key);
}

/** Keys joined into sets. */
class DisjointSets {
  readonly #parents = new Map<string, string>();

  rootOf(key: string): string {
    let root = key;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    // Every key on the way is hung on the root, so that long chains stay cheap.
    for (let at = key; at !== root;) {
      const up = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)];
    if (rootA !== rootB) this.#parents.set(rootA, rootB);
  }
}
