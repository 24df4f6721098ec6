/** The whole interface of a window: home or a file, what floats above both, and the commands that hold everywhere. */
import { useEffect, useState } from 'react';
import { openChosen } from '../data/open-file.ts';
import { useWindow, useWindowState, WindowContext } from '../data/hooks.ts';
import type { WindowStore } from '../data/window.ts';
import { loadHome } from '../features/home/index.ts';
import { type CommandRegister, CommandProvider, useCommands } from '../ui/commands.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { applyTheme, applyZoom, nextZoom } from '../ui/theme.ts';
import { Chooser } from './chooser.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FileFrame } from './file-frame.tsx';
import { KeyBar } from './key-bar.tsx';
import { KeysHelp } from './keys-help.tsx';
import { LazyPage } from './lazy-page.tsx';
import { NativeMenu } from './native-menu.tsx';
import { NewClient } from './new-client.tsx';
import { OpenQuestion } from './open-question.tsx';
import { Palette } from './palette.tsx';
import { ProblemDialog } from './problem-dialog.tsx';
import { Settings } from './settings.tsx';
import { WorkingDialog } from './working-dialog.tsx';
import styles from './root.module.css';

type Floating = 'palette' | 'keys' | 'settings' | 'new' | null;

/** Puts the window and the register of commands around the interface. */
export function Root({ window, register }: { window: WindowStore; register: CommandRegister }) {
  return (
    <WindowContext value={window}>
      <CommandProvider register={register}>
        <ErrorBoundary>
          <Interface />
        </ErrorBoundary>
      </CommandProvider>
    </WindowContext>
  );
}

function Interface() {
  const window = useWindow();
  const file = useWindowState((state) => state.file);
  const preferences = useWindowState((state) => state.preferences);
  const version = useWindowState((state) => state.version);
  const [floating, setFloating] = useState<Floating>(null);
  const close = (): void => setFloating(null);
  useEffect(keepFocus, []);
  useEffect(() => applyTheme(preferences.theme), [preferences.theme]);
  useEffect(() => applyZoom(preferences.zoom), [preferences.zoom]);
  useEffect(() => {
    const name = file?.store.getState().data.client[0]?.name;
    // A window in a browser shows nobody's name: its title is seen by the system and by other programs.
    document.title =
      name === undefined || window.store.getState().capabilities.shell !== 'electron'
        ? 'Throughline'
        : `${name} · Throughline`;
  }, [file, window]);

  const zoom = (direction: 'in' | 'out'): void => void window.prefer({ zoom: nextZoom(preferences.zoom, direction) });
  useCommands([
    {
      id: 'app.palette',
      says: 'Find or do anything',
      group: 'Go',
      keys: ['Ctrl K', 'Ctrl P'],
      inText: true,
      run: () => setFloating('palette'),
    },
    { id: 'app.keys', says: 'Keys of this screen', group: 'Help', keys: ['?', 'F1'], run: () => setFloating('keys') },
    { id: 'app.settings', says: 'Settings', group: 'File', keys: ['Ctrl ,'], run: () => setFloating('settings') },
    { id: 'app.new', says: 'New client file', group: 'File', keys: ['Ctrl N', 'Alt N'], run: () => setFloating('new') },
    { id: 'app.open', says: 'Open a file', group: 'File', keys: ['Ctrl O'], run: () => void openChosen(window) },
    { id: 'app.zoomIn', says: 'Larger', group: 'View', keys: ['Ctrl =', 'Ctrl +'], run: () => zoom('in') },
    { id: 'app.zoomOut', says: 'Smaller', group: 'View', keys: ['Ctrl -'], run: () => zoom('out') },
    {
      id: 'app.zoomReset',
      says: 'Actual size',
      group: 'View',
      keys: ['Ctrl 0'],
      run: () => void window.prefer({ zoom: 100 }),
    },
    ...(['system', 'light', 'dark'] as const).map((theme) => ({
      id: `app.theme.${theme}`,
      says: theme === 'system' ? 'Theme of the system' : `${theme === 'dark' ? 'Dark' : 'Light'} theme`,
      group: 'View',
      run: () => void window.prefer({ theme }),
    })),
  ]);

  return (
    <div className={styles.app}>
      {file === null ? (
        <div className={styles.home}>
          <LazyPage key="home" load={loadHome} />
          <KeyBar end={`Throughline ${version}, offline`} />
        </div>
      ) : (
        <FileFrame key={file.handle} file={file} />
      )}
      {floating === 'palette' && <Palette onClose={close} />}
      {floating === 'keys' && <KeysHelp onClose={close} />}
      {floating === 'settings' && <Settings onClose={close} />}
      {floating === 'new' && <NewClient onClose={close} />}
      <Chooser />
      <OpenQuestion />
      <ProblemDialog />
      <WorkingDialog />
      <NativeMenu />
    </div>
  );
}
