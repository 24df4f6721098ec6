/** The browser shell as a process of its own: `node browser-shell-child.ts <folder of program data> <interface> <browser as JSON>`. */
import { openCore } from '../../src/main/core.ts';
import { localConfig } from '../../src/main/local-config.ts';
import { runBrowserShell } from '../../src/main/shells/browser/program.ts';
import type { BrowserShellOptions } from '../../src/main/shells/browser/shell.ts';

const [appDir = '', interfaceFolder = '', browser = 'null', ...words] = process.argv.slice(2);
const chosen = JSON.parse(browser) as BrowserShellOptions['browser'] | null;

process.exitCode = await runBrowserShell({
  words,
  interfaceFolder,
  open: (desk) => openCore({ ...localConfig(appDir), desk }),
  ...(chosen === null ? {} : { browser: chosen }),
});
