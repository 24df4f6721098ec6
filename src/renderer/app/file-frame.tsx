/** The frame around the stages of an open file: sidebar, page, key bar, and the commands that every stage shares. */
import { useEffect, useState } from 'react';
import { describeFailure } from '../../shared/api/errors.ts';
import type { ClientFileView } from '../data/client-file.ts';
import { FileContext, useFile, useFileState, useWindow, useWindowState } from '../data/hooks.ts';
import { useChecks, useGoToCheck } from '../parts/checks.tsx';
import { useTarget } from '../parts/stage-page.tsx';
import { classNames } from '../ui/class-names.ts';
import { useCommands, useNarrowCommands } from '../ui/commands.tsx';
import { Snack } from '../ui/states.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FileMenu } from './file-menu.tsx';
import { FileNotices } from './file-notices.tsx';
import { discreetCommand } from './discreet.ts';
import { KeyBar } from './key-bar.tsx';
import { LazyPage } from './lazy-page.tsx';
import { SaveTrouble } from './save-trouble.tsx';
import { screens } from './screens.ts';
import { Sidebar } from './sidebar.tsx';
import { stages } from './stages.ts';
import styles from './file-frame.module.css';

/** Shows an open file. */
export function FileFrame({ file }: { file: ClientFileView }) {
  return (
    <FileContext value={file}>
      <Frame />
    </FileContext>
  );
}

function Frame() {
  const place = useWindowState((state) => state.place);
  const discreet = useWindowState((state) => state.discreet);
  const refused = useFileState((state) => state.refused);
  const problem = useWindowState((state) => state.problem);
  const file = useFile();
  const [said, setSaid] = useState<string | null>(null);
  useTarget();
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), 5000);
    return () => clearTimeout(timer);
  }, [said]);
  useFrameCommands(setSaid);
  useNarrowCommands(discreet ? discreetCommand : null);
  const stage = stages.find(({ id }) => id === place.stage);
  const load = stage?.load ?? screens[place.stage];
  return (
    <div className={classNames(styles.frame, discreet && styles.discreet)}>
      {!discreet && <Sidebar />}
      <div className={styles.main}>
        {!discreet && <FileNotices />}
        <SaveTrouble />
        <div className={styles.page}>
          <ErrorBoundary at={place.turn}>
            {load !== undefined && <LazyPage key={place.stage} load={load} />}
          </ErrorBoundary>
        </div>
        <KeyBar />
      </div>
      {!discreet && <FileMenu />}
      {said !== null && <Snack text={discreet ? said.replace(/:.*$/su, '.') : said} />}
      {discreet && (refused !== null || problem !== null) && (
        <Snack text="Something was not done. It is said in full when the interview is left." />
      )}
      {refused !== null && !discreet && (
        <Snack
          text={`${refused.label} was not saved. ${describeFailure(refused.error)}`}
          actionSays="Put away"
          onAction={() => file.putAway()}
        />
      )}
    </div>
  );
}

function useFrameCommands(say: (words: string) => void): void {
  const window = useWindow();
  const file = useFile();
  const undo = useFileState((state) => state.undo);
  const redo = useFileState((state) => state.redo);
  // What was typed or saved a moment ago can be taken back before its name is known.
  const fresh = useFileState((state) => state.saving.unsaved > 0 || state.stepsAt < state.revision);
  const readOnly = useFileState((state) => state.info.readOnly);
  const stage = useWindowState((state) => state.place.stage);
  const number = stages.find(({ id }) => id === stage)?.number;
  const checks = useChecks(number).filter(({ accepted }) => accepted === undefined);
  const goToCheck = useGoToCheck();
  const [check, setCheck] = useState(-1);
  const take = async (call: 'undo' | 'redo'): Promise<void> => {
    // What is being typed becomes a step of its own first, and is then the last one.
    await file.flush();
    const steps = await file.client.changes.steps({ file: file.handle });
    const label = steps.ok ? (steps.value[call]?.label ?? '') : '';
    const answer = await file[call]();
    if (!answer.ok) window.fail(answer.error);
    else say(call === 'undo' ? `Taken back: ${label}` : `Done again: ${label}`);
  };
  const off = readOnly ? 'The file is open for reading only.' : '';
  useCommands([
    {
      id: 'file.undo',
      says: undo === null ? 'Undo' : `Undo: ${undo.label}`,
      group: 'Edit',
      keys: ['Ctrl Z'],
      inText: true,
      off: off || (undo === null && !fresh ? 'There is nothing to undo.' : ''),
      run: () => void take('undo'),
    },
    {
      id: 'file.redo',
      says: redo === null ? 'Redo' : `Redo: ${redo.label}`,
      group: 'Edit',
      keys: ['Ctrl Shift Z', 'Ctrl Y'],
      inText: true,
      off: off || (redo === null ? 'There is nothing to redo.' : ''),
      run: () => void take('redo'),
    },
    {
      id: 'file.nextCheck',
      says: 'Next check of this stage',
      group: 'Go',
      keys: ['F8'],
      off: checks.length === 0 ? 'Nothing is missing here.' : '',
      run: () => {
        const next = (check + 1) % checks.length;
        setCheck(next);
        const finding = checks[next];
        if (finding !== undefined) goToCheck(finding);
      },
    },
    ...stages.map(({ id, number: at, says }) => ({
      id: `go.${id}`,
      says: `${at} ${says}`,
      group: 'Go',
      keys: [`Alt ${at}`, ...(globalThis.navigator.platform.startsWith('Mac') ? [`Ctrl ${at}`] : [])],
      inText: true as const,
      run: () => window.go(id),
    })),
    { id: 'go.backups', says: 'Backups', group: 'File', run: () => window.go('backups') },
    { id: 'go.history', says: 'History', group: 'File', run: () => window.go('history') },
    {
      id: 'file.close',
      says: 'Back to the client files',
      group: 'File',
      keys: ['Alt Home', 'Ctrl Shift H'],
      run: () => void window.leave(),
    },
  ]);
}
