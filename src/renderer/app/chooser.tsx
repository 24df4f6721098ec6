/** The interface's own file chooser, where the shell has none of the system: folders that it may show, and a name to save under. */
import { useEffect, useRef, useState } from 'react';
import { describeFailure } from '../../shared/api/errors.ts';
import type { Chosen, FolderEntry } from '../../shared/api/desk.ts';
import { useWindow, useWindowState } from '../data/hooks.ts';
import type { Choosing } from '../data/window.ts';
import { showBytes, showMoment } from '../parts/format.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { RovingList } from '../ui/list.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './chooser.module.css';

type Folder = {
  readonly folder: string | null;
  readonly name: string;
  readonly parent: string | null;
  readonly entries: readonly FolderEntry[];
  readonly leftOut: number;
};

const words: Readonly<Record<Choosing['kind'], string>> = {
  client: 'a client file',
  strategy: 'a strategy document',
  original: 'the original',
  backlog: 'a backlog',
  transcript: 'a transcript',
  engagement: 'an exported engagement',
  kit: 'a kit',
  document: 'the document',
  'map-xlsx': 'the map',
  'map-csv': 'the map',
  'picture-png': 'the picture',
  'picture-svg': 'the drawing',
};

/** Shows the chooser while somebody is asked for a place. */
export function Chooser() {
  const choosing = useWindowState((state) => state.choosing);
  return choosing === null ? null : <ChooserDialog key={choosing.kind + choosing.mode} {...choosing} />;
}

function ChooserDialog({ mode, kind, name, answer }: Choosing) {
  const window = useWindow();
  const [folder, setFolder] = useState<Folder | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [fileName, setFileName] = useState(name);
  const [selected, setSelected] = useState<string | null>(null);
  const [taken, setTaken] = useState<Chosen | null>(null);
  const started = useRef(false);
  const here = folder?.folder ?? null;

  const browse = async (place?: string): Promise<void> => {
    const shown = await window.client.desk.browse({ kind, ...(place === undefined ? {} : { folder: place }) });
    if (shown.ok) {
      setFolder(shown.value);
      setSelected(shown.value.entries[0]?.place ?? null);
      setProblem(null);
    } else setProblem(describeFailure(shown.error));
  };
  const list = useRef<HTMLDivElement>(null);
  // Whoever opens a file walks the list; whoever saves one gives it a name first.
  useEffect(() => {
    if (mode === 'open' && folder !== null) list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, [folder, mode]);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void browse();
  });
  const take = (entry: FolderEntry | undefined): void => {
    if (entry === undefined) return;
    if (entry.kind === 'folder') void browse(entry.place);
    else if (mode === 'open') answer({ place: entry.place, name: entry.name, exists: true });
    else setFileName(entry.name);
  };
  const save = async (): Promise<void> => {
    if (here === null || fileName.trim() === '') return;
    const spot = await window.client.desk.spot({ folder: here, name: fileName.trim(), kind });
    if (!spot.ok) setProblem(describeFailure(spot.error));
    else if (spot.value.exists && taken?.place !== spot.value.place) setTaken(spot.value);
    else answer(spot.value);
  };
  const replaces = kind !== 'client';
  const parent = folder?.parent ?? null;
  return (
    <Dialog
      title={mode === 'open' ? `Open ${words[kind]}` : `Save ${words[kind]}`}
      onClose={() => answer(null)}
      size="large"
      footer={
        <>
          {mode === 'open' ? (
            <Button
              kind="primary"
              onPress={() => take(folder?.entries.find((entry) => entry.place === selected))}
              off={selected === null ? 'Nothing is selected.' : ''}
            >
              Open
            </Button>
          ) : taken === null ? (
            <Button
              kind="primary"
              onPress={() => void save()}
              off={here === null ? 'Choose a folder first.' : fileName.trim() === '' ? 'The file needs a name.' : ''}
            >
              Save here
            </Button>
          ) : replaces ? (
            <Button kind="primary" onPress={() => answer(taken)}>
              Replace {taken.name}
            </Button>
          ) : null}
          <Button onPress={() => answer(null)}>Cancel</Button>
        </>
      }
    >
      {mode === 'save' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextField
            label="Name"
            value={fileName}
            onChange={(text) => {
              setFileName(text);
              setTaken(null);
            }}
            maxLength={200}
            {...(taken === null
              ? {}
              : {
                  problem: {
                    kind: 'warning' as const,
                    says: replaces
                      ? 'There is already a file of that name here. It would be replaced as a whole.'
                      : 'There is already a file of that name here, and a client file is never replaced. Choose another name.',
                  },
                })}
          />
        </form>
      )}
      <div className={styles.path}>
        <Button
          small
          icon="arrow-up"
          onPress={() => void browse(parent ?? undefined)}
          off={here === null ? 'This is the top.' : ''}
        >
          Up
        </Button>
        <span className={styles.where}>{folder === null ? '' : folder.name || 'Places on this computer'}</span>
      </div>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {folder !== null && folder.entries.length === 0 && (
        <p className={styles.empty}>Nothing here that is {words[kind]}, and no folder.</p>
      )}
      {folder !== null && folder.entries.length > 0 && (
        <div className={styles.list} ref={list}>
          <RovingList
            key={folder.folder ?? ''}
            label={folder.name || 'Places on this computer'}
            items={folder.entries}
            keyOf={(entry) => entry.place}
            selectedId={selected}
            onSelect={setSelected}
            onAct={(place) => take(folder.entries.find((entry) => entry.place === place))}
            render={(entry) => (
              <span className={styles.entry}>
                <Icon name={entry.kind === 'folder' ? 'folder' : 'file'} />
                <span className={styles.name}>{entry.name}</span>
                {entry.kind === 'file' && (
                  <span className={styles.facts}>
                    {showBytes(entry.bytes)}, {showMoment(entry.modified)}
                  </span>
                )}
              </span>
            )}
          />
        </div>
      )}
      {folder !== null && folder.leftOut > 0 && <p>{folder.leftOut} more entries are not shown.</p>}
    </Dialog>
  );
}
