/** Entry of the Electron shell. Nothing is awaited here: Electron is ready only after its first module is through. */
import { openCore } from './core.ts';
import { localConfig } from './local-config.ts';
import { runElectron } from './shells/electron/shell.ts';

runElectron({ config: () => localConfig(), open: openCore, folder: import.meta.dirname });
