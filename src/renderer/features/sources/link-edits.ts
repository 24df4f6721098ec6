/** What is done to items of the backlog, each as one entry that can be undone and says what was done. */
import { useMemo } from 'react';
import { type Change, deleteRow, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { BacklogItem, ItemLink } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useRows } from '../../data/hooks.ts';
import { countOf } from '../../parts/format.ts';
import { lastPosition } from '../../parts/names.ts';
import type { LinkEndWords } from './use-open-work.ts';

/** An item with what it is to be linked to. */
export type Pairing = { readonly item: BacklogItem; readonly end: LinkEndWords };

/** Edits of links; each answers the sentence of what was done. */
export function useItemEdits() {
  const file = useFile();
  const engagement = useEngagement().id;
  const stops = useRows('stop');
  return useMemo(() => {
    const linkRow = (item: string, kind: LinkEndWords['kind'], end: string, how: ItemLink['how']): Change =>
      insertRow('itemLink', file.newId(), { engagement, item, [kind]: end, how });
    const run = (label: string, changes: readonly Change[]): string => {
      const says = label.slice(0, 200);
      if (changes.length > 0) void file.edit(says, changes);
      return says;
    };
    return {
      link(pairings: readonly Pairing[], how: ItemLink['how']): string {
        const ends = new Set(pairings.map(({ end }) => end.id));
        const [first] = pairings;
        if (first === undefined) return '';
        const to = ends.size > 1 ? 'what was suggested' : first.end.label || `“${first.end.says}”`;
        return run(
          `Link ${sayItems(pairings.map(({ item }) => item))} to ${to}`,
          pairings.map(({ item, end }) => linkRow(item.id, end.kind, end.id, how)),
        );
      },
      /** Links items to a stop that is not written down yet. */
      contradict(items: readonly BacklogItem[], what: string): string {
        const stop = file.newId();
        return run(`Link ${sayItems(items)} to a new stop`, [
          insertRow('stop', stop, { engagement, what, position: lastPosition(stops) }),
          ...items.map((item) => linkRow(item.id, 'stop', stop, 'typed')),
        ]);
      },
      /** Items that keep the lights on no longer do only when all of them did. */
      lightsOn(items: readonly BacklogItem[]): string {
        const keepsLightsOn = !items.every((item) => item.keepsLightsOn);
        return run(
          keepsLightsOn
            ? `Let ${sayItems(items)} keep the lights on`
            : `Let ${sayItems(items)} no longer keep the lights on`,
          items
            .filter((item) => item.keepsLightsOn !== keepsLightsOn)
            .map((item) => updateRow('backlogItem', item.id, { keepsLightsOn })),
        );
      },
      /** Says on what basis items were begun; null takes it back. */
      begunOn(items: readonly BacklogItem[], basis: string | null): string {
        return run(
          basis === null ? `Take the basis of ${sayItems(items)} back` : `Say on what basis ${sayItems(items)} began`,
          items.filter((item) => item.basis !== basis).map((item) => updateRow('backlogItem', item.id, { basis })),
        );
      },
      unlink(items: readonly BacklogItem[], links: readonly ItemLink[]): string {
        return run(
          `Unlink ${sayItems(items)}`,
          links.map((link) => deleteRow('itemLink', link.id)),
        );
      },
    };
  }, [file, engagement, stops]);
}

/** Items by key, or how many there are. */
export function sayItems(items: readonly BacklogItem[]): string {
  const [first] = items;
  if (items.length !== 1 || first === undefined) return countOf(items.length, 'item', 'items');
  return first.key || `“${first.title}”`;
}
