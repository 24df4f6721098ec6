/** The tab of the backlog: where it comes from, its items with all their fields, comparisons with the strategy. */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { deleteRow, insertRow } from '../../../../shared/model/change.ts';
import type { BacklogItem } from '../../../../shared/model/index.ts';
import { handMade } from '../../../../shared/model/source.ts';
import { useEngagement, useFile, useKit, useReadOnly, useRows, useToday, useWindowState } from '../../../data/hooks.ts';
import { kitName } from '../../../parts/kit-words.ts';
import { Button } from '../../../ui/button.tsx';
import { useCommands } from '../../../ui/commands.tsx';
import { Pane, Panes } from '../../../ui/pane.tsx';
import { Select } from '../../../ui/select.tsx';
import { Empty } from '../../../ui/states.tsx';
import { TextField, type TextElement } from '../../../ui/text-field.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { countOf, showDay } from '../../../parts/format.ts';
import { statusSays } from '../mapping.ts';
import { useFoldedItems } from '../item-words.ts';
import { sayItems } from '../link-edits.ts';
import { classSays, itemClasses, useItemClasses } from '../use-open-work.ts';
import type { TakeIn } from '../use-take-in.ts';
import { BacklogSources } from './backlog-sources.tsx';
import { filterItems, type ItemState } from './item-filter.ts';
import { ItemPane } from './item-pane.tsx';
import styles from './backlog-tab.module.css';

const states: readonly { readonly id: ItemState; readonly says: string }[] = [
  { id: 'open', says: 'Open' },
  { id: 'closed', says: 'Done or dropped' },
  { id: 'gone', says: 'Gone from the export' },
];
const classOptions = itemClasses.map((id) => ({ id, says: classSays[id] }));

/** Shows the backlog. */
export function BacklogTab({ takeIn }: { takeIn: TakeIn }) {
  const file = useFile();
  const kit = useKit();
  const readOnly = useReadOnly();
  const engagement = useEngagement().id;
  const today = useToday();
  const items = useRows('backlogItem');
  const sources = useRows('source');
  const classes = useItemClasses();
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const search = useRef<TextElement>(null);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const [state, setState] = useState<ItemState | null>(null);
  const [itemClass, setItemClass] = useState<(typeof itemClasses)[number] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  // The fields follow when one rests on an item, so that walking and filtering stay quick.
  const [paned, setPaned] = useState<string | null>(null);
  const { target, turn } = useWindowState((one) => one.place);
  const [seen, setSeen] = useState(-1);
  if (seen !== turn) {
    setSeen(turn);
    if (target?.entity === 'backlogItem') {
      setChosen(target.id);
      setPaned(target.id);
      setText('');
      setState(null);
      setItemClass(null);
    }
  }
  useFoldedItems(items);
  const shown = useMemo(
    () => filterItems(items, classes, { text: wanted, state, class: itemClass }),
    [items, classes, wanted, state, itemClass],
  );
  const current = shown.find((item) => item.id === chosen) ?? shown[0];
  const edited = items.find((item) => item.id === paned) ?? current;
  const resting = current?.id ?? null;
  useEffect(() => {
    const timer = setTimeout(() => setPaned(resting), 150);
    return () => clearTimeout(timer);
  }, [resting]);
  const focusTitle = (id: string): void => {
    setPaned(id);
    requestAnimationFrame(() => {
      pane.current?.querySelector<HTMLElement>(`[data-place="backlogItem:${id}:title"] :is(textarea, input)`)?.focus();
    });
  };
  const add = (): void => {
    const source = sources.find((row) => row.kind === 'backlog' && row.format === handMade);
    const home = source?.id ?? file.newId();
    const id = file.newId();
    void file.edit('Add an item', [
      ...(source === undefined
        ? [
            insertRow('source', home, {
              engagement,
              kind: 'backlog',
              title: 'Items added by hand',
              format: handMade,
              importedOn: today,
            }),
          ]
        : []),
      insertRow('backlogItem', id, { engagement, source: home, createdOn: today }),
    ]);
    setText('');
    setState(null);
    setItemClass(null);
    setChosen(id);
    focusTitle(id);
  };
  const afterRemoval = (id: string): void => {
    const at = shown.findIndex((item) => item.id === id);
    setChosen((shown[at + 1] ?? shown[at - 1])?.id ?? null);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus());
  };
  const remove = (): void => {
    if (current === undefined) return;
    afterRemoval(current.id);
    void file.edit(`Remove ${sayItems([current])}`.slice(0, 200), [deleteRow('backlogItem', current.id)]);
  };
  const off = readOnly ? 'The file is open for reading only.' : '';
  useCommands([
    {
      id: 'backlog.add',
      says: 'Add an item by hand',
      short: 'new item',
      group: 'Backlog',
      keys: ['N'],
      bar: 2,
      off,
      run: add,
    },
    {
      id: 'backlog.filter',
      says: 'Filter the items',
      short: 'filter',
      group: 'Backlog',
      keys: ['/'],
      bar: 1,
      run: () => search.current?.focus(),
    },
    {
      id: 'backlog.edit',
      says: 'Edit the item',
      short: 'edit',
      group: 'Backlog',
      keys: ['Enter'],
      bar: 3,
      heardElsewhere: true,
      off: current === undefined ? 'There is no item.' : '',
      run: () => current !== undefined && focusTitle(current.id),
    },
    {
      id: 'backlog.remove',
      says: 'Remove the item',
      group: 'Backlog',
      keys: ['Delete'],
      off: off || (current === undefined ? 'There is no item.' : ''),
      run: remove,
    },
  ]);
  if (items.length === 0 && !sources.some((row) => row.kind === 'backlog')) {
    return (
      <div className={styles.empty}>
        <Empty
          title="Drop the backlog here"
          text="An export of Jira, Azure DevOps, Asana, Trello, Linear, GitHub, GitLab, Monday, ClickUp, Notion, YouTrack, Redmine or Microsoft Project as CSV, Excel or JSON, or any table with a column of titles. Columns and items are shown before anything is stored. A few items can also be written by hand."
          {...(readOnly
            ? {}
            : {
                actions: (
                  <>
                    <Button kind="primary" keys="Alt B" onPress={() => takeIn.choose('backlog')}>
                      Choose an export
                    </Button>
                    <Button keys="N" onPress={add}>
                      Add an item by hand
                    </Button>
                  </>
                ),
              })}
        />
      </div>
    );
  }
  return (
    <Panes>
      <Pane label="Items" flush tall>
        <div className={styles.list} ref={list}>
          <BacklogSources takeIn={takeIn} />
          <div className={styles.tools}>
            <div className={styles.search}>
              <TextField
                label="Filter the items"
                hideLabel
                type="search"
                placeholder="Filter by key, words, assignee"
                value={text}
                onChange={setText}
                inputRef={search}
                onKeyDown={(event) => {
                  if (event.key === 'Escape' && text !== '') {
                    event.stopPropagation();
                    setText('');
                  } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
                    event.preventDefault();
                    list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
                  }
                }}
              />
            </div>
            <Select label="State" hideLabel fit none="Any state" value={state} options={states} onChange={setState} />
            <Select
              label="Class"
              hideLabel
              fit
              none="Any class"
              value={itemClass}
              options={classOptions}
              onChange={setItemClass}
            />
            <span className={styles.count} role="status">
              {shown.length === items.length
                ? countOf(items.length, 'item', 'items')
                : `${shown.length} of ${countOf(items.length, 'item', 'items')}`}
            </span>
            {!readOnly && (
              <Button kind="quiet" small icon="plus" keys="N" onPress={add}>
                Add an item
              </Button>
            )}
          </div>
          <div className={styles.head} aria-hidden="true">
            <span>Key</span>
            <span>Item</span>
            <span>Status</span>
            <span>Function</span>
            <span>Class</span>
            <span>Updated</span>
          </div>
          <div className={styles.rows}>
            <VirtualList
              label="Items of the backlog"
              items={shown}
              keyOf={keyOf}
              rowHeight={35}
              selectedId={current?.id ?? null}
              onSelect={setChosen}
              onAct={focusTitle}
              empty={<p className={styles.none}>{items.length === 0 ? 'No item yet.' : 'No item fits the filter.'}</p>}
              render={(item) => (
                <div className={styles.row}>
                  <span className={styles.quiet}>{item.key}</span>
                  <span title={item.title}>{item.title || 'Item without a title'}</span>
                  <span className={styles.quiet}>
                    {item.goneOn === null ? item.statusText || statusSays[item.status] : 'Gone'}
                  </span>
                  <span className={styles.quiet}>{kitName(kit, 'functions', item.function) || item.functionText}</span>
                  <span className={styles.quiet}>{classSays[classes.get(item.id) ?? 'orphan']}</span>
                  <span className={styles.quiet}>{showDay(item.updatedOn ?? item.createdOn, 'shortDay')}</span>
                </div>
              )}
            />
          </div>
        </div>
      </Pane>
      <Pane label="Item" width={368}>
        <div ref={pane}>
          {edited === undefined ? null : <ItemPane key={edited.id} item={edited} onRemoved={afterRemoval} />}
        </div>
      </Pane>
    </Panes>
  );
}

function keyOf(item: BacklogItem): string {
  return item.id;
}
