/** The browser shell as a program: its words, its signals, its exit code. */
import { parseArgs } from 'node:util';
import type { Core } from '../../core.ts';
import type { DeskPort } from '../../desk.ts';
import { type Assets, loadAssets } from '../../lib/page-assets.ts';
import { findBrowser, ownSurroundings } from './programs.ts';
import { openBrowserShell, type BrowserShellOptions } from './shell.ts';

/** What the entry hands over. */
export type Program = {
  /** Words of the command line: `--print` opens no window, `--because <reason>` is said, the rest are files to open. */
  readonly words: readonly string[];
  /** Folder of the built interface. */
  readonly interfaceFolder: string;
  readonly open: (desk: DeskPort) => Core;
  /** The browser, where it is not the installed one that is found. */
  readonly browser?: BrowserShellOptions['browser'];
};

/** Runs the shell until its last window is closed or a signal ends it; the answer is the exit code. */
export async function runBrowserShell(program: Program): Promise<number> {
  const { out, err } = { out: lineTo(process.stdout), err: lineTo(process.stderr) };
  const { values, positionals } = parseArgs({
    args: [...program.words],
    allowPositionals: true,
    options: { print: { type: 'boolean' }, because: { type: 'string' } },
  });
  let assets: Assets;
  try {
    assets = loadAssets(program.interfaceFolder);
  } catch {
    err('The interface is not built or not whole. "npm run build" makes it anew.');
    return 1;
  }
  const printed = values.print === true ? { reason: 'that was asked for' } : null;
  let shell: Awaited<ReturnType<typeof openBrowserShell>> | null = null;
  let wished: boolean | null = null;
  let asked = 0;
  // Heard from the start: a signal while the window is still being opened would leave its profile behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Somebody at the terminal may decide; the system that shuts down does not wait for an answer.
      wished = ++asked > 1 || signal !== 'SIGINT';
      void shell?.end(wished);
    });
  }
  shell = await openBrowserShell({
    open: program.open,
    assets,
    browser: printed ?? program.browser ?? findBrowser(ownSurroundings()),
    files: positionals,
    say: out,
    warn: err,
    ...(values.because === undefined ? {} : { because: values.because }),
  });
  if (wished !== null) void shell.end(wished);
  await shell.ended;
  return 0;
}

function lineTo(stream: NodeJS.WriteStream): (line: string) => void {
  // Whoever listened to us may be gone; that is no reason to end.
  stream.on('error', () => undefined);
  return (line) => void stream.write(`${line}\n`);
}
