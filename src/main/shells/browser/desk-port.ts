/** The desk of the browser shell: no dialogs and menus of the system, keys that the browser keeps, folders to choose from. */
import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Showing } from '../../../shared/api/desk.ts';
import type { DeskPort } from '../../desk.ts';

/** The desk of a shell whose windows `openWindow` makes. */
export function browserDesk(openWindow: (showing: Showing | null) => void): DeskPort {
  return {
    capabilities: { shell: 'browser', dialogs: 'inside', menus: false, windows: true, keptKeys: [...keptKeys] },
    system: systemOf(process.platform),
    choose: () => Promise.resolve(null),
    roots: () => chooserRoots(),
    menu: () => undefined,
    openWindow,
    // Titles are read by others: the page itself shows the program's name and nothing of a client.
    shown: () => undefined,
  };
}

/** Folders that the chooser of the interface may show: the person's own, and what is plugged in. */
export function chooserRoots(): readonly string[] {
  const home = homedir();
  const own = [home, join(home, 'Documents'), join(home, 'Desktop')];
  return [...new Set([...own, ...mountedFolders()])].filter(isFolder);
}

/** Keys that Chrome, Chromium and Edge act on before a page hears of them, in the notation of the interface. */
const keptKeys = [
  'Ctrl N',
  'Ctrl Shift N',
  'Ctrl T',
  'Ctrl Shift T',
  'Ctrl W',
  'Ctrl Shift W',
  'Ctrl Tab',
  'Ctrl Shift Tab',
  'Ctrl PageUp',
  'Ctrl PageDown',
  'Ctrl Q',
  'Alt F4',
  'F11',
] as const;

function mountedFolders(): readonly string[] {
  if (process.platform === 'win32') return 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `${letter}:\\`);
  if (process.platform === 'darwin') return namesIn('/Volumes');
  // By user where the desktop mounts for one, directly where somebody mounted by hand.
  const user = process.env['USER'] ?? '';
  return [...namesIn(join('/run/media', user)), ...namesIn(join('/media', user)), ...namesIn('/mnt')];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function systemOf(platform: NodeJS.Platform): DeskPort['system'] {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}
