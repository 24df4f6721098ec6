/** Runs the command line in this process, on a folder of its own. */
import { type Core, openCore } from '../../src/main/core.ts';
import { localConfig } from '../../src/main/local-config.ts';
import { runCommandLine } from '../../src/main/shells/cli/program.ts';

/** What a command line left behind. */
export type Outcome = { readonly code: number; readonly out: string; readonly err: string };

/** A command line whose program data lies in `appDir`. */
export function commandLine(appDir: string): (...words: string[]) => Promise<Outcome> {
  return async (...words) => {
    let out = '';
    let err = '';
    const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
    const open = (): Core => openCore(localConfig(appDir));
    const code = await runCommandLine(words, open, streams);
    return { code, out, err };
  };
}
