/** The open items as a list that is worked through, with the one that is chosen beside it. */
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ItemClass, OpenItem, OpenWork } from '../../../../shared/analysis/backlog-items.ts';
import type { BacklogItem } from '../../../../shared/model/index.ts';
import { useFileState, useKit, useReadOnly, useRows, useToday } from '../../../data/hooks.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { Pane, Panes } from '../../../ui/pane.tsx';
import type { TextElement } from '../../../ui/text-field.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { partsOf, useFoldedItems, wordsOfItem } from '../item-words.ts';
import { LinkDialog } from '../link-dialog.tsx';
import { type Pairing, useItemEdits } from '../link-edits.ts';
import { endOf, useLinkEnds, useLinksByItem } from '../use-open-work.ts';
import { type Entry, groupings, sorts } from './arrange.ts';
import { BasisDialog } from './basis-dialog.tsx';
import { type CoverageActions, useCoverageCommands } from './coverage-commands.ts';
import { ItemDetail } from './item-detail.tsx';
import { ItemRow, type RowSuggestion } from './item-row.tsx';
import { ListTools, type Order } from './list-tools.tsx';
import type { Only } from './facts.tsx';
import { useArranged } from './use-arranged.ts';
import { useFirstRank } from './use-first-rank.ts';
import { useSuggestions } from './use-suggestions.ts';
import { ageOf } from './words.ts';
import styles from './item-list.module.css';

/** Shows the items of a class, or those that a figure asked for. */
export function CoverageItems({
  work,
  wanted,
  onWanted,
  only,
  onOnly,
}: {
  work: OpenWork;
  wanted: ItemClass | null;
  onWanted: (wanted: ItemClass | null) => void;
  only: Only | null;
  onOnly: (only: Only | null) => void;
}) {
  const readOnly = useReadOnly();
  const kit = useKit();
  const today = useToday();
  const ends = useLinkEnds();
  const links = useLinksByItem();
  const stops = useRows('stop');
  const edits = useItemEdits();
  const suggestions = useSuggestions();
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<TextElement>(null);
  const [filter, setFilter] = useState<string | null>(null);
  const text = useDeferredValue(filter ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [order, setOrder] = useState<Order>({ sort: 'likely', grouping: 'none' });
  const [linking, setLinking] = useState<'work' | 'stop' | 'basis' | null>(null);
  const [said, setSaid] = useState('');
  useFoldedItems(useRows('backlogItem'));

  // What was said is gone once it was taken back, or something else was done.
  const lastStep = useFileState((state) => state.undo?.label);

  const rank = useFirstRank(work, suggestions.of);
  const matching = useMemo(() => {
    const parts = partsOf(text);
    return work.items.filter(
      (item) =>
        (wanted === null || item.class === wanted) &&
        (only === null || only.items.has(item.row.id)) &&
        parts.every((part) => wordsOfItem(item.row).includes(part)),
    );
  }, [work, wanted, only, text]);
  const entries = useArranged(work, matching, order, rank);
  const shown = useMemo(() => entries.flatMap((entry) => (entry.kind === 'item' ? [entry.item] : [])), [entries]);
  const place = Math.max(
    0,
    shown.findIndex((item) => item.row.id === chosen),
  );
  const current = shown[place];
  const gathered = marked.size === 0 ? none : shown.filter((item) => marked.has(item.row.id));
  const meant: readonly OpenItem[] = gathered.length > 0 ? gathered : current === undefined ? [] : [current];
  const ranked = current === undefined ? null : suggestions.of(current.row);

  /** Goes on to the next item that the action does not concern, so that it stays in view whatever becomes of these. */
  const after = (done: readonly BacklogItem[], says: string): void => {
    const ids = new Set(done.map((row) => row.id));
    const next =
      shown.slice(place).find((item) => !ids.has(item.row.id)) ??
      shown.slice(0, place).findLast((item) => !ids.has(item.row.id));
    setChosen(next?.row.id ?? null);
    setMarked(new Set([...marked].filter((id) => !ids.has(id))));
    setSaid(says);
    focusSoon();
  };
  const focusSoon = (): void => {
    requestAnimationFrame(() => {
      const active = document.activeElement;
      if (active === document.body || active === null)
        list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
    });
  };
  const pair = (item: OpenItem, at: number): Pairing[] => {
    const end = ends.get(suggestions.of(item.row)?.[at]?.id ?? '');
    return end === undefined ? [] : [{ item: item.row, end }];
  };
  const accept = (pairings: readonly Pairing[]): void => {
    if (readOnly || pairings.length === 0) return;
    after(
      pairings.map(({ item }) => item),
      edits.link(pairings, 'suggested'),
    );
  };
  const rows = (): readonly BacklogItem[] => meant.map((item) => item.row);
  const actions: CoverageActions = {
    accept: (at) => accept(current === undefined ? [] : pair(current, at)),
    acceptAll: () => accept(gathered.flatMap((item) => pair(item, 0))),
    link: () => meant.length > 0 && setLinking('work'),
    contradicts: () => meant.length > 0 && setLinking('stop'),
    lightsOn: () => {
      const items = rows();
      if (items.length > 0) after(items, edits.lightsOn(items));
    },
    unlink: () => {
      const items = rows();
      const own = items.flatMap((row) => links.get(row.id) ?? []);
      if (own.length > 0) after(items, edits.unlink(items, own));
    },
    basis: () => meant.length > 0 && setLinking('basis'),
    sort: () => setOrder({ ...order, sort: nextOf(sorts, order.sort) }),
    group: () => setOrder({ ...order, grouping: nextOf(groupings, order.grouping) }),
    filter: () => {
      setFilter(filter ?? '');
      search.current?.focus();
    },
    toList: () => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus(),
  };
  useCoverageCommands(actions, {
    readOnly,
    chosen: current !== undefined,
    linked: meant.some((item) => links.has(item.row.id)),
    suggested: ranked?.length ?? 0,
    marked: gathered.length,
  });
  const mark = useCallback((id: string) => {
    setMarked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const showsOf = (item: OpenItem): RowSuggestion => {
    const own = (links.get(item.row.id) ?? []).flatMap((link) => endOf(link, ends) ?? []);
    if (own.length > 0) return { is: 'linked', ends: own };
    if (item.row.keepsLightsOn) return { is: 'lights-on' };
    const found = suggestions.of(item.row);
    if (found === null) return { is: 'waiting' };
    const [first] = found;
    const end = ends.get(first?.id ?? '');
    if (first === undefined || end === undefined) return { is: 'none' };
    return { is: 'suggested', suggestion: first, label: end.label, says: end.says };
  };
  const likelyStops = useMemo(() => {
    const near = new Set((ranked ?? []).map((one) => one.id));
    return stops
      .filter((stop) => near.has(stop.priority ?? '') || near.has(stop.decision ?? ''))
      .map((stop) => stop.id);
  }, [stops, ranked]);

  return (
    <>
      <Panes>
        <Pane label="Open items" flush tall>
          <div className={styles.list} ref={list}>
            <ListTools
              work={work}
              wanted={wanted}
              onWanted={onWanted}
              only={only}
              onOnly={onOnly}
              filter={filter}
              onFilter={setFilter}
              toList={actions.toList}
              searchRef={search}
              order={order}
              onOrder={setOrder}
              says={gathered.length > 0 ? `${gathered.length} selected` : said === lastStep ? said : ''}
            />
            <div className={styles.head} aria-hidden="true">
              <span />
              <span>Key</span>
              <span>Item</span>
              <span>Function</span>
              <span>Age</span>
              <span>{wanted === 'traced' || wanted === 'contradicting' ? 'Linked to' : 'Suggested link'}</span>
            </div>
            <div className={styles.rows}>
              <VirtualList
                label="Open items"
                items={entries}
                keyOf={keyOf}
                isHeading={({ kind }) => kind === 'group'}
                rowHeight={35}
                selectedId={current?.row.id ?? null}
                onSelect={setChosen}
                {...(readOnly ? {} : { marked, onMark: setMarked })}
                onKey={(event) => {
                  if (event.ctrlKey || event.metaKey || event.altKey) return false;
                  if (event.key === 'Enter') actions.accept(0);
                  else if (event.key === 'Escape' && marked.size > 0) setMarked(new Set());
                  else if (event.key === 'Escape' && filter !== null) setFilter(null);
                  else return false;
                  return true;
                }}
                empty={<p className={styles.empty}>{sayNothing(work.items.length, wanted, text)}</p>}
                render={(entry, state) =>
                  entry.kind === 'group' ? (
                    <p className={styles.group}>
                      {entry.says}, {entry.count}
                    </p>
                  ) : (
                    <ItemRow
                      item={entry.item}
                      where={kitName(kit, 'functions', entry.item.function) || entry.item.row.functionText}
                      age={ageOf(entry.item, today)}
                      shows={showsOf(entry.item)}
                      selected={state.selected}
                      marked={state.marked}
                      onMark={mark}
                    />
                  )
                }
              />
            </div>
          </div>
        </Pane>
        <Pane label="Item" width={344}>
          {current !== undefined && (
            <ItemDetail item={current} suggestions={suggestions} actions={actions} onSaid={setSaid} />
          )}
        </Pane>
      </Panes>
      {linking === 'basis' && meant.length > 0 && (
        <BasisDialog items={rows()} onDone={(says) => after(rows(), says)} onClose={() => setLinking(null)} />
      )}
      {linking !== null && linking !== 'basis' && meant.length > 0 && (
        <LinkDialog
          items={rows()}
          to={linking}
          first={linking === 'stop' ? likelyStops : (ranked ?? []).map((one) => one.id)}
          onDone={(says) => after(rows(), says)}
          onClose={() => setLinking(null)}
        />
      )}
    </>
  );
}

const none: readonly OpenItem[] = [];

function keyOf(entry: Entry): string {
  return entry.kind === 'item' ? entry.item.row.id : entry.id;
}

function nextOf<Id extends string>(words: Readonly<Record<Id, string>>, now: Id): Id {
  const ids = Object.keys(words) as Id[];
  return ids[(ids.indexOf(now) + 1) % ids.length] ?? now;
}

function sayNothing(all: number, wanted: ItemClass | null, text: string): string {
  if (all === 0) return 'No item is open.';
  if (text !== '') return `Nothing matches “${text}”.`;
  if (wanted === 'orphan') return 'No orphan: every open item is traced, keeps the lights on or contradicts a stop.';
  return 'No item here.';
}
