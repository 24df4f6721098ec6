/** The menus of a window out of the commands of its screen: data, before Electron makes menus of it. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuItem } from '../../../shared/api/desk.ts';

/** What the menus depend on besides the commands. */
export type MenuSurroundings = {
  readonly mac: boolean;
  /** Runs a command of the screen. */
  readonly run: (command: string) => void;
};

type Entry = MenuItemConstructorOptions;

const separator: Entry = { type: 'separator' };

/** The bar of menus; headings stand in the order of the commands, between those that every program has. */
export function menuTemplate(items: readonly MenuItem[], surroundings: MenuSurroundings): Entry[] {
  const { mac } = surroundings;
  const under = (menu: string): Entry[] =>
    items.filter((item) => item.menu === menu).map((item) => entryOf(item, surroundings));
  const own = [...new Set(items.map(({ menu }) => menu))].filter((menu) => !fixed.has(menu));
  const file: Entry[] = mac ? [{ role: 'close' }] : [{ role: 'close' }, { role: 'quit' }];
  // Undo and redo are the screen's own: there is one history, and it is the file's.
  const edit: Entry[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];
  const window: Entry[] = [{ role: 'minimize' }, { role: 'togglefullscreen' }];
  const help = under('Help');
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies Entry] : []),
    { label: 'File', submenu: join(under('File'), file) },
    { label: 'Edit', submenu: join(under('Edit'), edit) },
    ...own.map((menu): Entry => ({ label: plain(menu), submenu: under(menu) })),
    mac
      ? { role: 'windowMenu', submenu: join(under('Window'), [...window, { role: 'front' }]) }
      : { label: 'Window', submenu: join(under('Window'), window) },
    ...(help.length > 0 ? [{ role: 'help', label: 'Help', submenu: help } satisfies Entry] : []),
  ];
}

/** A key in the notation of the interface as an accelerator of Electron; null for one that it does not know. */
export function acceleratorOf(key: string): string | null {
  const parts = key.split(' ');
  const main = parts.pop() ?? '';
  const code = codes.get(main) ?? (/^([A-Za-z0-9]|F([1-9]|1\d|2[0-4])|[,./;'[\]\\=?-])$/.test(main) ? main : null);
  const known = parts.map((part) => modifiers.get(part));
  return code === null || known.includes(undefined) ? null : [...known, code].join('+');
}

const fixed = new Set(['File', 'Edit', 'Window', 'Help']);

// Maps: the words come from a page, and an object has more names than its own.
const modifiers = new Map([
  ['Ctrl', 'CommandOrControl'],
  ['Alt', 'Alt'],
  ['Shift', 'Shift'],
]);

const codes = new Map([
  ['+', 'Plus'],
  ['Enter', 'Return'],
  ...[
    'Backspace',
    'Delete',
    'Down',
    'End',
    'Escape',
    'Home',
    'Left',
    'PageDown',
    'PageUp',
    'Right',
    'Space',
    'Tab',
    'Up',
  ].map((name) => [name, name] as const),
]);

function entryOf({ id, says, key, enabled }: MenuItem, { mac, run }: MenuSurroundings): Entry {
  const accelerator = key === undefined ? null : acceleratorOf(key);
  const entry: Entry = { id, label: plain(says), enabled, click: () => run(id) };
  if (accelerator === null || key === undefined) return entry;
  // The page hears every key first and knows whether a text field has the focus: menus show keys and do not take them.
  // macOS takes every key that it shows, so one that would write is only named there.
  if (!mac) return { ...entry, accelerator, registerAccelerator: false };
  return writesText(key) ? { ...entry, label: `${plain(says)} (${key})` } : { ...entry, accelerator };
}

function writesText(key: string): boolean {
  const parts = key.split(' ');
  const bare = !parts.includes('Ctrl') && !parts.includes('Alt');
  return bare && !/^F\d+$/.test(parts.at(-1) ?? '');
}

/** Words as a menu takes them: on one line, and an ampersand is itself instead of marking a letter. */
function plain(text: string): string {
  return text.replaceAll(/\p{C}+/gu, ' ').replaceAll('&', '&&');
}

function join(own: readonly Entry[], common: readonly Entry[]): Entry[] {
  return own.length === 0 ? [...common] : [...own, separator, ...common];
}
