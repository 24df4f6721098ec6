/** The built application in Electron itself, where its runtime is. */
import { join } from 'node:path';
import { _electron, type ElectronApplication, type JSHandle, type Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import type { AppStart, MenuEntry, OpenApp } from './app-host.ts';
import { until } from './standin.ts';

/** Opens the application in Electron. */
export async function openInElectron({ built, folder, files = [] }: AppStart, program: string): Promise<OpenApp> {
  const app = await _electron.launch({
    executablePath: program,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), join(built, 'main', 'index.js'), ...files],
    cwd: folder,
    env: { ...process.env, THROUGHLINE_HOME: join(folder, 'app') },
  });
  await app.firstWindow();
  const over = new Promise<number | null>((resolve) => app.process().on('exit', resolve));
  return {
    host: 'electron',
    native: {
      choose: (mode, path) => answerDialog(app, mode, path),
      answer: (label) => answerQuestion(app, label),
      menu: (page) => menuOf(app, page),
      run: (page, command) => runEntry(app, page, command),
      openFile: (path) =>
        app.evaluate(
          ({ app: electron }, given) =>
            void electron.emit('second-instance', {}, ['electron', given.path], given.folder, null),
          { path, folder },
        ),
      title: async (page) => (await windowOf(app, page)).evaluate((window) => window.getTitle()),
    },
    pages: (count) =>
      until(`${count} window(s)`, () => Promise.resolve(count === app.windows().length ? app.windows() : null)),
    async reload(page) {
      await page.reload();
      return page;
    },
    async crash(page) {
      const window = await windowOf(app, page);
      await window.evaluate(({ webContents }) => webContents.forcefullyCrashRenderer());
      return app.waitForEvent('window');
    },
    closeWindow: async (page) => (await windowOf(app, page)).evaluate((window) => window.close()),
    hold: null,
    killProgram: null,
    async kill() {
      app.process().kill('SIGKILL');
      await over;
    },
    async quit() {
      await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
      const code = await over;
      if (code !== 0) throw new Error(`the program ended with ${code}`);
    },
  };
}

// The types of Playwright do not know Electron's.
function windowOf(app: ElectronApplication, page: Page): Promise<JSHandle<BrowserWindow>> {
  return app.browserWindow(page) as Promise<JSHandle<BrowserWindow>>;
}

/** The next dialog is answered, and the one after it is real again. */
function answerDialog(app: ElectronApplication, mode: 'open' | 'save', path: string | null): Promise<void> {
  return app.evaluate(
    ({ dialog }, given) => {
      const name = given.mode === 'open' ? 'showOpenDialog' : 'showSaveDialog';
      const dialogs = dialog as unknown as Record<string, unknown>;
      const real = dialogs[name];
      dialogs[name] = () => {
        dialogs[name] = real;
        const canceled = given.path === null;
        return Promise.resolve({ canceled, filePaths: canceled ? [] : [given.path], filePath: given.path ?? '' });
      };
    },
    { mode, path },
  );
}

function answerQuestion(app: ElectronApplication, label: string): Promise<void> {
  return app.evaluate(({ dialog }, wanted) => {
    const dialogs = dialog as unknown as Record<string, unknown>;
    const real = dialogs['showMessageBox'];
    dialogs['showMessageBox'] = (_window: unknown, { buttons }: { buttons: string[] }) => {
      dialogs['showMessageBox'] = real;
      return Promise.resolve({ response: buttons.indexOf(wanted), checkboxChecked: false });
    };
  }, label);
}

async function menuOf(app: ElectronApplication, page: Page): Promise<readonly MenuEntry[]> {
  const window = await app.browserWindow(page);
  return app.evaluate(({ Menu }, own) => {
    type Entry = Record<string, unknown> & { submenu?: { items: Entry[] } };
    const describe = ({ id, label, role, accelerator, enabled, submenu }: Entry): object => ({
      id,
      label,
      role,
      accelerator,
      enabled,
      submenu: submenu?.items.map(describe),
    });
    const menu = (own as unknown as { menu?: { items: Entry[] } }).menu ?? Menu.getApplicationMenu();
    return ((menu?.items ?? []) as unknown as Entry[]).map(describe);
  }, window);
}

async function runEntry(app: ElectronApplication, page: Page, command: string): Promise<boolean> {
  const window = await app.browserWindow(page);
  return app.evaluate(
    ({ Menu }, { own, id }) => {
      const menu = (own as unknown as { menu?: Electron.Menu }).menu ?? Menu.getApplicationMenu();
      const entry = menu?.getMenuItemById(id) ?? null;
      if (entry === null || !entry.enabled) return false;
      (entry.click as () => void)();
      return true;
    },
    { own: window, id: command },
  );
}
