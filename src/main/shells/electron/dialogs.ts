/** The dialogs of the system: choosing a file, and what has to be asked before a window closes. */
import { type BrowserWindow, dialog } from 'electron';
import { type FileKind, withEnding } from '../../../shared/api/desk.ts';
import type { ClosingAnswer } from './closing.ts';
import { filtersOf, suggestedName } from './file-filters.ts';

/** A wish for a place on disk. */
export type Wish = { readonly mode: 'open' | 'save'; readonly kind: FileKind; readonly name?: string };

/** Lets the person choose; the path, or null when they chose nothing. */
export async function chooseFile(window: BrowserWindow, { mode, kind, name = '' }: Wish): Promise<string | null> {
  const filters = filtersOf(kind);
  if (mode === 'open') {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { filters, properties: ['openFile'] });
    return canceled ? null : (filePaths[0] ?? null);
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    ...(name === '' ? {} : { defaultPath: withEnding(suggestedName(name), kind) }),
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks what to do with a window whose last edits are not on disk; `null` when the page does not say how many those are. */
export async function askBeforeClosing(
  window: BrowserWindow,
  unsaved: number | null,
  canCopy: boolean,
): Promise<ClosingAnswer> {
  const choices: readonly (readonly [ClosingAnswer, string])[] = [
    ['again', 'Try Again'],
    ...(canCopy ? ([['copy', 'Save a Copy …']] as const) : []),
    ['close', 'Close Anyway'],
    ['stay', 'Keep Open'],
  ];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: unsaved === null ? 'This window does not answer.' : `${edits(unsaved)} not saved.`,
    detail:
      unsaved === null
        ? 'What was typed in the last moment may not be on disk. Everything saved before is kept.'
        : 'They are lost if the window is closed now. Everything saved before is kept. A copy holds what is saved.',
    buttons: choices.map(([, label]) => label),
    defaultId: 0,
    cancelId: choices.length - 1,
    noLink: true,
  });
  return choices[response]?.[0] ?? 'stay';
}

/** Tells what became of something, in one sentence with its details. */
export async function tell(window: BrowserWindow, message: string, detail = ''): Promise<void> {
  await dialog.showMessageBox(window, { type: 'info', message, detail, buttons: ['OK'], noLink: true });
}

/** Asks about a window that hangs or keeps breaking; true when it is to be loaded again. */
export async function askToReload(window: BrowserWindow, message: string, otherwise: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail: 'Everything that was saved is kept. Loaded again, the window comes back to where it was.',
    buttons: ['Load Again', otherwise],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

function edits(count: number): string {
  return count === 1 ? 'One edit is' : `${count} edits are`;
}
