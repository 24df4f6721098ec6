/** The items of the backlog as the window holds them: what each serves, and in which words to say so. */
import { useMemo } from 'react';
import {
  assessOpenWork,
  classifyItems,
  type ItemClass,
  type OpenWork,
} from '../../../shared/analysis/backlog-items.ts';
import { emptyData, type ItemLink } from '../../../shared/model/index.ts';
import { useKit, useRows } from '../../data/hooks.ts';
import { decisionName } from '../../parts/names.ts';

/** What each class is called. */
export const classSays: Readonly<Record<ItemClass, string>> = {
  traced: 'Traced',
  'lights-on': 'Lights on',
  contradicting: 'Contradicting',
  orphan: 'Orphan',
};

/** The classes in the order in which they are shown. */
export const itemClasses: readonly ItemClass[] = ['traced', 'lights-on', 'contradicting', 'orphan'];

/** Something that an item is linked to, as a person reads it. */
export type LinkEndWords = {
  readonly kind: 'decision' | 'priority' | 'stop';
  readonly id: string;
  /** D1, P2; empty for a stop. */
  readonly label: string;
  readonly says: string;
};

/** The open items with their class; the same object until an item or a link changes. */
export function useOpenWork(): OpenWork {
  const kit = useKit();
  const rows = useWorkRows();
  return useMemo(() => assessOpenWork({ data: rows, kit }), [rows, kit]);
}

/** The class of every item, open or not. */
export function useItemClasses(): ReadonlyMap<string, ItemClass> {
  const rows = useWorkRows();
  return useMemo(() => classifyItems(rows), [rows]);
}

function useWorkRows() {
  const backlogItem = useRows('backlogItem');
  const itemLink = useRows('itemLink');
  const priority = useRows('priority');
  const source = useRows('source');
  return useMemo(
    () => ({ ...emptyData(), backlogItem, itemLink, priority, source }),
    [backlogItem, itemLink, priority, source],
  );
}

/** The links by item. */
export function useLinksByItem(): ReadonlyMap<string, readonly ItemLink[]> {
  const links = useRows('itemLink');
  return useMemo(() => Map.groupBy(links, (link) => link.item), [links]);
}

/** Names decisions, priorities and stops by their id. */
export function useLinkEnds(): ReadonlyMap<string, LinkEndWords> {
  const decisions = useRows('decision');
  const priorities = useRows('priority');
  const stops = useRows('stop');
  return useMemo(
    () =>
      new Map<string, LinkEndWords>([
        ...decisions.map((row) => {
          return [row.id, { kind: 'decision', id: row.id, label: row.label, says: decisionName(row) }] as const;
        }),
        ...priorities.map((row) => {
          const says = row.title || 'Priority without words';
          return [row.id, { kind: 'priority', id: row.id, label: row.label, says }] as const;
        }),
        ...stops.map((row) => {
          return [row.id, { kind: 'stop', id: row.id, label: '', says: row.what || 'Stop without words' }] as const;
        }),
      ]),
    [decisions, priorities, stops],
  );
}

/** The end of a link; null for one whose end is gone. */
export function endOf(link: ItemLink, ends: ReadonlyMap<string, LinkEndWords>): LinkEndWords | null {
  return ends.get(link.stop ?? link.priority ?? link.decision ?? '') ?? null;
}
