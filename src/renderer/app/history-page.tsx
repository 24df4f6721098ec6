/** The history of the file: every edit that was saved, newest first. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { describeFailure, type Failure } from '../../shared/api/errors.ts';
import type { HistoryEntry } from '../../shared/api/changes.ts';
import { useFile, useFileState, useReadOnly, useWindow } from '../data/hooks.ts';
import { countOf, showDay, showTime } from '../parts/format.ts';
import { StagePage } from '../parts/stage-page.tsx';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { TextField, type TextElement } from '../ui/text-field.tsx';
import { Empty, Snack, Trouble } from '../ui/states.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import styles from './backups-page.module.css';

const kinds: Readonly<Record<string, string>> = {
  create: 'Made',
  edit: 'Edit',
  import: 'Import',
  migration: 'Brought up to date',
  repair: 'Repair',
  undo: 'Undone',
  redo: 'Done again',
  withdrawal: 'Words taken back',
};

/** Entries that are fetched at once. */
const pageSize = 100;

type Line = { readonly day: string } | HistoryEntry;

/** Shows the entries by day; the newest step can be taken back from here. */
export function HistoryPage() {
  const window = useWindow();
  const file = useFile();
  const readOnly = useReadOnly();
  const undo = useFileState((state) => state.undo);
  const { entries, ended, error, older, again } = useHistory();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const filter = useRef<TextElement>(null);
  const lines = useMemo(() => linesOf(entries ?? [], query), [entries, query]);
  const off = readOnly ? 'The file is open for reading only.' : undo === null ? 'There is nothing to undo.' : '';
  const takeBack = async (): Promise<void> => {
    const label = undo?.label ?? '';
    const done = await file.undo();
    if (done.ok) setSaid(`Taken back: ${label}`);
    else window.fail(done.error);
  };
  useCommands([
    {
      id: 'history.filter',
      says: 'Filter the history',
      short: 'filter',
      group: 'History',
      keys: ['/'],
      bar: 0,
      run: () => filter.current?.focus(),
    },
    {
      id: 'history.older',
      says: 'Older entries',
      short: 'older entries',
      group: 'History',
      keys: ['O'],
      bar: 1,
      off: ended ? 'These are all.' : '',
      run: older,
    },
  ]);
  return (
    <StagePage
      stage="history"
      title="History"
      aside={
        <Button keys="Ctrl Z" off={off} onPress={() => void takeBack()}>
          {undo === null ? 'Undo' : `Undo: ${shorten(undo.label)}`}
        </Button>
      }
    >
      <div className={styles.column}>
        <div className={styles.top}>
          <TextField
            label="Filter by what was done"
            type="search"
            value={query}
            onChange={setQuery}
            inputRef={filter}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || query === '') return;
              event.stopPropagation();
              setQuery('');
            }}
          />
          <span className={styles.quiet}>
            {entries !== null && `${countOf(entries.length, 'entry', 'entries')}${ended ? '' : ' so far'}`}
          </span>
        </div>
        <div className={styles.listPlace}>
          {error !== null && (
            <Trouble
              title="The history could not be read."
              text={describeFailure(error)}
              actions={<Button onPress={again}>Try again</Button>}
            />
          )}
          {entries !== null && (
            <VirtualList
              label="Entries of the history, newest first"
              items={lines}
              keyOf={(line) => ('day' in line ? line.day : String(line.revision))}
              isHeading={(line) => 'day' in line}
              selectedId={chosen}
              onSelect={setChosen}
              rowHeight={34}
              empty={
                <Empty
                  title={query === '' ? 'Nothing was saved yet' : 'No entry says that'}
                  text={
                    query === ''
                      ? 'Every edit stands here as soon as it is on the disk.'
                      : `It was looked for in ${countOf(entries.length, 'entry', 'entries')}${ended ? '' : '; older ones are not fetched yet'}.`
                  }
                />
              }
              render={(line) =>
                'day' in line ? (
                  <span className={styles.day}>{showDay(line.day, 'longDay')}</span>
                ) : (
                  <span className={styles.entry}>
                    <span className={styles.quiet}>{showTime(line.at)}</span>
                    <span>{line.label || kinds[line.kind] || line.kind}</span>
                    <span className={styles.quiet}>{kindOf(line)}</span>
                    <span className={styles.number}>{countOf(line.changes, 'change', 'changes')}</span>
                    <span className={`${styles.number} ${styles.quiet}`}>rev. {line.revision}</span>
                  </span>
                )
              }
            />
          )}
        </div>
        {entries !== null && !ended && (
          <div className={styles.foot}>
            <Button keys="O" onPress={older}>
              Older entries
            </Button>
          </div>
        )}
      </div>
      {said !== null && <Snack text={said} actionSays="Put away" keys="Escape" onAction={() => setSaid(null)} />}
    </StagePage>
  );
}

/** Pages of the history; the newest page is asked for again after each edit. */
function useHistory() {
  const file = useFile();
  const revision = useFileState((state) => state.revision);
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  const [ended, setEnded] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      try {
        const answer = await file.client.changes.history({ file: file.handle, limit: pageSize });
        if (gone) return;
        if (!answer.ok) {
          setError(answer.error);
          return;
        }
        setError(null);
        const fresh = answer.value;
        const oldest = fresh.at(-1)?.revision ?? 0;
        setEntries((before) => [...fresh, ...(before ?? []).filter((entry) => entry.revision < oldest)]);
        if (fresh.length < pageSize) setEnded(true);
      } catch {
        if (!gone) setError({ code: 'internal', params: { where: 'changes.history' } });
      }
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [file, revision, turn]);
  const asking = useRef(false);
  const older = async (): Promise<void> => {
    const last = entries?.at(-1)?.revision ?? 0;
    if (asking.current || last <= 1) return;
    asking.current = true;
    try {
      const answer = await file.client.changes.history({ file: file.handle, before: last - 1, limit: pageSize });
      if (!answer.ok) setError(answer.error);
      else {
        setEntries((before) => [...(before ?? []), ...answer.value]);
        if (answer.value.length < pageSize) setEnded(true);
      }
    } catch {
      setError({ code: 'internal', params: { where: 'changes.history' } });
    }
    asking.current = false;
  };
  return {
    entries,
    ended: ended || (entries?.at(-1)?.revision ?? 0) <= 1,
    error,
    older: () => void older(),
    again: useCallback(() => setTurn((count) => count + 1), []),
  };
}

function linesOf(entries: readonly HistoryEntry[], query: string): readonly Line[] {
  const wanted = query.trim().toLowerCase();
  const found = entries.filter(
    ({ label, kind }) =>
      wanted === '' || label.toLowerCase().includes(wanted) || (kinds[kind] ?? '').toLowerCase().includes(wanted),
  );
  let day = '';
  return found.flatMap((entry): Line[] => {
    const own = dayOf(entry.at);
    if (own === day) return [entry];
    day = own;
    return [{ day: own }, entry];
  });
}

/** What an entry is; an issue is written as a whole like an import and is none. */
function kindOf({ kind, label }: HistoryEntry): string {
  return kind === 'import' && /^Issue \d/u.test(label) ? 'Issue' : (kinds[kind] ?? kind);
}

/** The day on this computer's calendar. */
function dayOf(moment: string): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function shorten(label: string): string {
  return label.length <= 40 ? label : `${label.slice(0, 39)}…`;
}
