/** Entry of the browser shell. */
import { join } from 'node:path';
import { openCore } from './core.ts';
import { localConfig } from './local-config.ts';
import { runBrowserShell } from './shells/browser/program.ts';

process.exitCode = await runBrowserShell({
  words: process.argv.slice(2),
  interfaceFolder: join(import.meta.dirname, '..', 'renderer'),
  open: (desk) => openCore({ ...localConfig(), desk }),
});
