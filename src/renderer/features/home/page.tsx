/** The page of home: the client files used lately, what is due in the next seven days, and the ways to begin. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecentFile } from '../../../shared/api/home.ts';
import { useToday, useWindow } from '../../data/hooks.ts';
import { openRecent } from '../../data/open-file.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { useCommandRegister, useCommands } from '../../ui/commands.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCaps } from '../../ui/keys-cap.tsx';
import { Empty } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DueDays } from './due-days.tsx';
import { FileRow } from './file-row.tsx';
import { KeptStates } from './kept-states.tsx';
import { openSample } from './sample.ts';
import { stageWord } from './facts.ts';
import styles from './page.module.css';

/** Shows the client files. */
export function HomePage() {
  const window = useWindow();
  const register = useCommandRegister();
  const today = useToday();
  const [files, setFiles] = useState<readonly RecentFile[] | null>(null);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [kept, setKept] = useState<RecentFile | null>(null);
  const filter = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const refresh = useCallback(async (): Promise<void> => {
    const answer = await window.client.home.list({});
    if (answer.ok) setFiles(answer.value);
    else window.fail(answer.error);
  }, [window]);
  useEffect(() => {
    void refresh();
  }, [refresh]);

  const wanted = query.trim().toLowerCase();
  const shown = (files ?? []).filter((file) =>
    `${file.client} ${file.fileName} ${stageWord(file)} ${file.facts?.title ?? ''}`.toLowerCase().includes(wanted),
  );
  const groups = [
    { says: 'Not closed last time', files: shown.filter((file) => file.interrupted && !file.missing) },
    { says: 'Pinned', files: shown.filter((file) => file.pinned && !file.interrupted) },
    { says: 'Recent', files: shown.filter((file) => !file.pinned && (!file.interrupted || file.missing)) },
  ].filter((group) => group.files.length > 0);
  const order = groups.flatMap((group) => group.files);
  const current = order.find((file) => file.id === chosen) ?? order[0];

  const choose = (file: RecentFile | undefined): void => {
    if (file === undefined) return;
    setChosen(file.id);
    list.current?.querySelector<HTMLElement>(`[data-file="${file.id}"]`)?.focus();
  };
  const move = (by: number): void => choose(order[(current === undefined ? -1 : order.indexOf(current)) + by]);
  const done = async (answer: Promise<{ readonly ok: boolean } & { readonly error?: unknown }>): Promise<void> => {
    await answer;
    await refresh();
  };
  const pin = (file: RecentFile | undefined): void => {
    if (file !== undefined) void done(window.client.home.pin({ id: file.id, pinned: !file.pinned }));
  };
  const remove = (file: RecentFile | undefined): void => {
    if (file === undefined) return;
    choose(order[order.indexOf(file) + 1] ?? order[order.indexOf(file) - 1]);
    void done(window.client.home.remove({ id: file.id }));
  };
  const look = async (file: RecentFile): Promise<void> => {
    const place = await window.choose('open', 'client', file.fileName);
    if (place === null) return;
    const answer = await window.client.home.found({ id: file.id, place: place.place });
    if (answer.ok) await openRecent(window, file.id);
    else window.fail(answer.error);
    await refresh();
  };

  useCommands([
    { id: 'home.up', says: 'File above', group: 'Client files', keys: ['Up'], keyOnly: true, run: () => move(-1) },
    {
      id: 'home.down',
      says: 'Move',
      group: 'Client files',
      keys: ['Down'],
      bar: 1,
      short: 'move',
      keyOnly: true,
      run: () => move(1),
    },
    {
      id: 'home.enter',
      says: 'Open the chosen file',
      short: 'open',
      group: 'Client files',
      keys: ['Enter'],
      bar: 2,
      keyOnly: true,
      off: current === undefined ? 'Nothing is chosen.' : '',
      run: () => current !== undefined && void openRecent(window, current.id),
    },
    {
      id: 'home.pin',
      says: 'Pin or unpin the chosen file',
      short: 'pin',
      group: 'Client files',
      keys: ['P'],
      bar: 3,
      off: nobody(current),
      run: () => pin(current),
    },
    {
      id: 'home.remove',
      says: 'Remove the chosen file from the list',
      short: 'remove from list',
      group: 'Client files',
      keys: ['Delete'],
      bar: 4,
      off: nobody(current),
      run: () => remove(current),
    },
    {
      id: 'home.backups',
      says: 'Backups of the chosen file',
      short: 'backups',
      group: 'Client files',
      keys: ['B'],
      bar: 5,
      off: nobody(current),
      run: () => setKept(current ?? null),
    },
    {
      id: 'home.filter',
      says: 'Filter the files',
      group: 'Client files',
      keys: ['/'],
      run: () => filter.current?.focus(),
    },
    { id: 'home.sample', says: 'Open the sample engagement', group: 'File', run: () => void openSample(window) },
  ]);

  const none = files !== null && files.length === 0;
  return (
    <div className={styles.home}>
      <main className={styles.files} aria-labelledby="home-title">
        <div className={styles.top}>
          <h1 id="home-title" className={styles.title}>
            Client files
          </h1>
          <button type="button" className={styles.find} onClick={() => register.run('app.palette')}>
            <Icon name="search" small />
            <span>Find or do anything</span>
            <KeyCaps of="Ctrl K" silent />
          </button>
        </div>
        {none ? (
          <div className={styles.none}>
            <Empty
              title="No client files yet"
              text="A client is one file. Start one for your next engagement, or open the sample and walk from interview to document."
              actions={
                <>
                  <Button kind="primary" onPress={() => register.run('app.new')}>
                    New client file
                  </Button>
                  <Button onPress={() => void openSample(window)}>Open the sample</Button>
                  <Button onPress={() => register.run('app.open')}>Open a file</Button>
                </>
              }
            />
          </div>
        ) : (
          <>
            <div className={styles.tools}>
              <div className={styles.filter}>
                <TextField
                  label="Filter by client or stage"
                  hideLabel
                  placeholder="Filter by client or stage"
                  type="search"
                  value={query}
                  onChange={setQuery}
                  inputRef={filter}
                  onKeyDown={(event) => {
                    if (event.key === 'ArrowDown') {
                      event.preventDefault();
                      choose(order[0]);
                    }
                    if (event.key === 'Escape') setQuery('');
                  }}
                />
              </div>
              <Button keys="Ctrl O" onPress={() => register.run('app.open')}>
                Open a file
              </Button>
              <Button kind="primary" keys="Ctrl N" onPress={() => register.run('app.new')}>
                New client file
              </Button>
            </div>
            <div className={styles.columns} aria-hidden="true">
              <span>Client</span>
              <span>Stage</span>
              <span>Readiness</span>
              <span>Next date</span>
              <span>Opened</span>
            </div>
            <div ref={list}>
              {groups.map((group) => (
                <section key={group.says} aria-label={group.says}>
                  <h2 className={styles.group}>{group.says}</h2>
                  <ul>
                    {group.files.map((file) => (
                      <FileRow
                        key={file.id}
                        file={file}
                        today={today}
                        current={file.id === current?.id}
                        onChoose={() => setChosen(file.id)}
                        onOpen={() => void openRecent(window, file.id)}
                        onPin={() => pin(file)}
                        onRemove={() => remove(file)}
                        onLook={() => void look(file)}
                        onBackups={() => setKept(file)}
                      />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
            {files !== null && shown.length === 0 && (
              <p className={styles.note}>
                No file fits “{query}”. <LinkButton onPress={() => setQuery('')}>Show all</LinkButton>
              </p>
            )}
            <p className={styles.note}>
              Every file stays on this machine.{' '}
              <LinkButton onPress={() => void openSample(window)}>Open the sample engagement</LinkButton> to look
              around.
            </p>
          </>
        )}
      </main>
      <aside className={styles.aside} aria-label="Next seven days">
        <DueDays files={files ?? []} today={today} onOpen={(id) => void openRecent(window, id)} />
      </aside>
      {kept !== null && (
        <KeptStates
          file={kept}
          onClose={() => {
            setKept(null);
            void refresh();
          }}
        />
      )}
    </div>
  );
}

function nobody(file: RecentFile | undefined): string {
  return file === undefined ? 'There is no file in the list.' : '';
}
