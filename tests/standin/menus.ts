/** `Menu`: data that a test can read and choose from. */
import { registered, strict, violate } from './strict.ts';

/** An entry as the program gave it. */
export type Entry = {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly Entry[];
};

/** A menu that was built. */
export type AppMenu = { readonly items: readonly Entry[] };

const known = new Set([
  'accelerator',
  'click',
  'enabled',
  'id',
  'label',
  'registerAccelerator',
  'role',
  'submenu',
  'type',
]);
const roles = new Set([
  'appMenu',
  'close',
  'copy',
  'cut',
  'front',
  'help',
  'minimize',
  'paste',
  'quit',
  'selectAll',
  'togglefullscreen',
  'windowMenu',
]);
const accelerator =
  /^((CommandOrControl|Alt|Shift)\+)*([A-Z0-9]|F([1-9]|1\d|2[0-4])|[,./;'[\]\\=?-]|Plus|Space|Tab|Return|Escape|Backspace|Delete|Home|End|PageUp|PageDown|Up|Down|Left|Right)$/i;

let applicationMenu: AppMenu | null = null;

/** `Menu`. */
export const Menu = strict('Menu', {
  buildFromTemplate(template: readonly Entry[]): AppMenu {
    for (const entry of template) checkEntry(entry);
    return { items: template };
  },
  setApplicationMenu(menu: AppMenu | null): void {
    registered.add('Menu.setApplicationMenu');
    applicationMenu = menu;
  },
});

/** The menu of the program itself, as macOS shows it. */
export function currentApplicationMenu(): AppMenu | null {
  return applicationMenu;
}

/** A menu as plain data. */
export function describeMenu(menu: AppMenu | null): unknown {
  return menu?.items.map(describe) ?? [];
}

/** Chooses the entry with an id; false when there is none that can be chosen. */
export function chooseEntry(menu: AppMenu | null, id: string): boolean {
  const found = flat(menu?.items ?? []).find((entry) => entry.id === id);
  if (found?.click === undefined || found.enabled === false) return false;
  found.click();
  return true;
}

function describe(entry: Entry): object {
  const { submenu } = entry;
  return { ...entry, click: undefined, ...(submenu === undefined ? {} : { submenu: submenu.map(describe) }) };
}

function flat(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.submenu ?? [])]);
}

/** Electron throws on what it cannot make a menu of, and takes unknown properties for nothing. */
function checkEntry(entry: Entry): void {
  for (const key of Object.keys(entry)) if (!known.has(key)) violate(`a menu entry with ${key}`);
  if (entry.role !== undefined && !roles.has(entry.role)) violate(`the menu role ${entry.role}`);
  if (entry.role === undefined && entry.type !== 'separator' && (entry.label ?? '') === '') {
    violate('a menu entry without a label');
  }
  if (entry.accelerator !== undefined && !accelerator.test(entry.accelerator)) {
    violate(`the accelerator ${entry.accelerator}`);
  }
  for (const each of entry.submenu ?? []) checkEntry(each);
}
