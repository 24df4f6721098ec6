/** The built Electron bundles on the stand-in. */
import type { Page } from '@playwright/test';
import type { AppStart, MenuEntry, OpenApp } from './app-host.ts';
import { type StandIn, startStandIn, until } from './standin.ts';
import type { WindowFacts } from '../standin/control.ts';

/** Opens the application on the stand-in. */
export async function openOnStandIn({ built, folder, files = [] }: AppStart): Promise<OpenApp> {
  const standIn = await startStandIn({ built, folder, files });
  const { control } = standIn;
  const windowOf = (page: Page): Promise<WindowFacts> => findWindow(standIn, page);
  let asked = 0;
  return {
    host: 'standin',
    native: {
      async choose(mode, path) {
        const canceled = path === null;
        if (mode === 'open') await control.answer('showOpenDialog', { canceled, filePaths: canceled ? [] : [path] });
        else await control.answer('showSaveDialog', { canceled, filePath: path ?? '' });
      },
      async answer(label) {
        const question = await until(`the question with ${label}`, async () => {
          const { asked: all } = await control.questions();
          const found = all.findIndex((each, at) => at >= asked && buttonsOf(each).includes(label));
          if (found >= 0) asked = found + 1;
          return all[found] ?? null;
        });
        await control.answer('showMessageBox', {
          response: buttonsOf(question).indexOf(label),
          checkboxChecked: false,
        });
      },
      menu: async (page) => (await windowOf(page)).menu as readonly MenuEntry[],
      run: async (page, command) => control.choose((await windowOf(page)).id, command),
      openFile: async (path) => void (await control.appEvent('second-instance', [['electron', path], folder, null])),
      title: async (page) => (await windowOf(page)).title,
    },
    async pages(count) {
      const windows = await standIn.windows(count);
      return Promise.all(windows.map((window) => standIn.page(window)));
    },
    async reload(page) {
      await page.reload();
      return page;
    },
    async crash(page) {
      const window = await windowOf(page);
      await control.crash(window.id);
      return standIn.pageAnew(window);
    },
    closeWindow: async (page) => void (await control.close((await windowOf(page)).id)),
    hold: process.platform === 'win32' ? null : (held) => void process.kill(standIn.pid, held ? 'SIGSTOP' : 'SIGCONT'),
    killProgram: null,
    kill: () => standIn.kill(),
    quit: () => standIn.close(),
  };
}

async function findWindow(standIn: StandIn, page: Page): Promise<WindowFacts> {
  for (const window of await standIn.control.windows()) if ((await standIn.page(window)) === page) return window;
  throw new Error('the page has no window');
}

function buttonsOf(question: unknown): readonly string[] {
  return (question as { options?: { buttons?: readonly string[] } }).options?.buttons ?? [];
}
