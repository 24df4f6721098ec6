/** The menus of the operating system: each window has those of its screen. */
import { type BrowserWindow, Menu } from 'electron';
import type { MenuItem } from '../../../shared/api/desk.ts';
import { menuTemplate } from './menu-template.ts';

/** The menus of all windows. */
export type Menus = {
  /** A window has these commands from now on; `id` is the core's name of the window. */
  show(browser: BrowserWindow, id: string, items: readonly MenuItem[]): void;
  /** A window has the focus now: on macOS its menus are the program's. */
  focus(browser: BrowserWindow): void;
  forget(browser: BrowserWindow): void;
};

/** Opens the register; `run` is told of every command that is chosen. */
export function openMenus(run: (id: string, command: string) => void): Menus {
  const mac = process.platform === 'darwin';
  const menus = new Map<BrowserWindow, Menu>();
  const bare = (): Menu => Menu.buildFromTemplate(menuTemplate([], { mac, run: () => undefined }));
  if (mac) Menu.setApplicationMenu(bare());
  // Elsewhere each window has its own, and the one that Electron makes by itself has entries that we do not want.
  else Menu.setApplicationMenu(null);
  return {
    show(browser, id, items) {
      const menu = Menu.buildFromTemplate(menuTemplate(items, { mac, run: (command) => run(id, command) }));
      menus.set(browser, menu);
      if (!mac) browser.setMenu(menu);
      else if (browser.isFocused()) Menu.setApplicationMenu(menu);
    },
    focus(browser) {
      const menu = menus.get(browser);
      if (mac && menu !== undefined) Menu.setApplicationMenu(menu);
    },
    forget(browser) {
      menus.delete(browser);
      if (mac && menus.size === 0) Menu.setApplicationMenu(bare());
    },
  };
}
