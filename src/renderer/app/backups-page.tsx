/** The backups of the file on this computer: look, restore under another name, copy elsewhere, check and repair. */
import { useCallback, useEffect, useState } from 'react';
import { describeFailure, type Failure } from '../../shared/api/errors.ts';
import type { KeptBackup } from '../../shared/api/files.ts';
import type { HeldCopies } from '../../shared/api/withdrawals.ts';
import { useFile, useFileState, useReadOnly, useWindow } from '../data/hooks.ts';
import { openPlace } from '../data/open-file.ts';
import { countOf, showBytes, showDay } from '../parts/format.ts';
import { HeldCopiesNote } from '../parts/held-copies.tsx';
import { StagePage } from '../parts/stage-page.tsx';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { RovingList } from '../ui/list.tsx';
import { Pane, Panes, Section } from '../ui/pane.tsx';
import { Empty, Snack, Trouble } from '../ui/states.tsx';
import { FileCheck } from './file-check.tsx';
import styles from './backups-page.module.css';

const reasons: Readonly<Record<string, string>> = {
  changes: 'after many changes',
  close: 'when it was closed',
  migration: 'before it was brought up to date',
  import: 'before an import',
  restore: 'before a restore',
  repair: 'before a repair',
  asked: 'asked for',
  withdrawal: 'before copies with words that were taken back were removed',
};

type Said = { readonly text: string; readonly open?: () => void };

/** Shows the backups, newest first. */
export function BackupsPage() {
  const window = useWindow();
  const file = useFile();
  const { handle, client: core } = file;
  const readOnly = useReadOnly();
  const client = useFileState((state) => state.data.client[0]?.name ?? '') || 'Client';
  const info = useFileState((state) => state.info);
  const newest = useFileState((state) => state.revision);
  const { backups, held, error, again } = useBackups();
  const [chosen, setChosen] = useState<number | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const backup = backups?.find(({ number }) => number === chosen) ?? backups?.[0];

  const backUp = async (): Promise<void> => {
    await file.flush();
    const made = await window.work('Backing up', 'The file itself is only read.', () =>
      core.files.backup({ file: handle }),
    );
    if (made === null) return;
    again();
    setChosen(made.number);
    setSaid({ text: `The backup of revision ${made.revision} is made and verified, ${showBytes(made.bytes)}.` });
  };
  const copy = async (): Promise<void> => {
    await file.flush();
    const place = await window.choose('save', 'client', client);
    if (place === null) return;
    const made = await window.work('Copying', 'Nothing is left at the new place unless it is whole.', () =>
      core.files.copy({ file: handle, place: place.place }),
    );
    if (made !== null) setSaid({ text: `${place.name} is a verified copy of the file as it is now.` });
  };
  const look = async (kept: KeptBackup): Promise<void> => {
    const opened = await core.files.preview({ file: handle, backup: kept.number });
    if (!opened.ok) {
      window.fail(opened.error);
      return;
    }
    const { place } = window.store.getState();
    const { engagement } = file.store.getState();
    const has = opened.value.info.engagements.some(({ id }) => id === engagement);
    await window.enter(
      opened.value,
      { engagement: has ? engagement : null, stage: place.stage === 'backups' ? 'scope' : place.stage },
      { backup: `of ${showDay(kept.day)}, revision ${kept.revision}`, fileId: info.fileId },
    );
  };
  const restore = async (kept: KeptBackup): Promise<void> => {
    const place = await window.choose('save', 'client', `${client}, ${kept.day}`);
    if (place === null) return;
    const made = await window.work('Restoring', 'This file stays as it is; nothing is written over.', () =>
      core.files.restore({ file: handle, backup: kept.number, place: place.place }),
    );
    if (made === null) return;
    setSaid({
      text: `${place.name} holds revision ${made.revision}. This file is as it was.`,
      open: () => void openPlace(window, place.place),
    });
  };
  useCommands([
    {
      id: 'backups.now',
      says: 'Back up now',
      short: 'back up now',
      group: 'Backups',
      keys: ['B'],
      bar: 0,
      off: readOnly ? 'The file is open for reading only.' : '',
      run: () => void backUp(),
    },
    {
      id: 'backups.look',
      says: 'Look at the chosen backup',
      short: 'look at it',
      group: 'Backups',
      keys: ['Enter'],
      heardElsewhere: true,
      bar: 1,
      off: backup === undefined ? 'There is no backup yet.' : '',
      run: () => backup !== undefined && void look(backup),
    },
    {
      id: 'backups.restore',
      says: 'Restore the chosen backup as a new file',
      short: 'restore',
      group: 'Backups',
      keys: ['R'],
      bar: 2,
      off: backup === undefined ? 'There is no backup yet.' : '',
      run: () => backup !== undefined && void restore(backup),
    },
    {
      id: 'backups.copy',
      says: 'Copy the file to another drive',
      short: 'copy to a drive',
      group: 'Backups',
      keys: ['C'],
      bar: 3,
      run: () => void copy(),
    },
  ]);

  return (
    <StagePage
      stage="backups"
      title="Backups"
      aside={
        <Button
          kind="primary"
          keys="B"
          off={readOnly ? 'The file is open for reading only.' : ''}
          onPress={() => void backUp()}
        >
          Back up now
        </Button>
      }
    >
      <Panes>
        <Pane label="Backups on this computer">
          {error !== null && (
            <Trouble
              title="The backups could not be listed."
              text={describeFailure(error)}
              actions={<Button onPress={again}>Try again</Button>}
            />
          )}
          {backups?.length === 0 && (
            <Empty
              title="There is no backup yet"
              text="One is made by itself after many changes, before an import and when the file is closed. You can make one now."
              actions={readOnly ? undefined : <Button onPress={() => void backUp()}>Back up now</Button>}
            />
          )}
          {backups !== null && backups.length > 0 && (
            <>
              <p className={styles.lead}>
                {countOf(backups.length, 'verified backup lies', 'verified backups lie')} on this computer, beside the
                file. Restoring makes a new file and never writes over this one.
              </p>
              <div className={styles.head} aria-hidden="true">
                <span>Day of the last edit</span>
                <span>Revision</span>
                <span>Made</span>
                <span>Size</span>
              </div>
              <RovingList
                label="Backups, newest first"
                items={backups}
                keyOf={({ number }) => String(number)}
                selectedId={backup === undefined ? null : String(backup.number)}
                onSelect={(id) => setChosen(Number(id))}
                onAct={(id) => {
                  const kept = backups.find(({ number }) => String(number) === id);
                  if (kept !== undefined) void look(kept);
                }}
                render={({ day, revision, reason, bytes }) => (
                  <span className={styles.row}>
                    <span>{showDay(day)}</span>
                    <span className={styles.number}>{revision}</span>
                    <span>{reasons[reason] ?? reason}</span>
                    <span className={styles.number}>{showBytes(bytes)}</span>
                  </span>
                )}
              />
              {backup !== undefined && (
                <div className={styles.actions}>
                  <Button keys="Enter" onPress={() => void look(backup)}>
                    Look at it
                  </Button>
                  <Button keys="R" onPress={() => void restore(backup)}>
                    Restore as a new file
                  </Button>
                  <span className={styles.note}>
                    {showDay(backup.day)}, revision {backup.revision}
                  </span>
                </div>
              )}
            </>
          )}
        </Pane>
        <Pane label="Care of the file" width={380}>
          <Section title="The file itself">
            <dl className={styles.facts}>
              <dt>Revision</dt>
              <dd>{newest}</dd>
              <dt>Size when it was opened</dt>
              <dd>{showBytes(info.bytes)}</dd>
            </dl>
          </Section>
          <Section title="Another drive" ruled>
            <p className={styles.text}>
              Backups on the same disk do not survive it. A copy on a stick or a share does, and opens like any client
              file.
            </p>
            <Button keys="C" onPress={() => void copy()}>
              Copy to another drive
            </Button>
          </Section>
          {held !== null && <HeldCopiesNote first={held} onPurged={again} />}
          <FileCheck />
        </Pane>
      </Panes>
      {said !== null && (
        <Snack
          text={said.text}
          keys="Escape"
          actionSays={said.open === undefined ? 'Put away' : 'Open it'}
          onAction={() => {
            setSaid(null);
            said.open?.();
          }}
        />
      )}
    </StagePage>
  );
}

/** The list, asked for again whenever a backup was made. */
function useBackups() {
  const file = useFile();
  const made = useFileState((state) => state.events.findLast(({ event }) => event === 'backup'));
  const [backups, setBackups] = useState<readonly KeptBackup[] | null>(null);
  const [held, setHeld] = useState<HeldCopies | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      try {
        const answer = await file.client.files.backups({ file: file.handle });
        const still = await file.client.withdrawals.held({ file: file.handle });
        if (gone) return;
        if (still.ok) setHeld(still.value);
        setError(answer.ok ? null : answer.error);
        if (answer.ok) setBackups(answer.value.toSorted((a, b) => b.number - a.number));
      } catch {
        if (!gone) setError({ code: 'internal', params: { where: 'files.backups' } });
      }
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [file, made, turn]);
  return { backups, held, error, again: useCallback(() => setTurn((count) => count + 1), []) };
}
