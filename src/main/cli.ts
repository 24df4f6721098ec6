/** Entry of the command line. */
import { openCore } from './core.ts';
import { localConfig } from './local-config.ts';
import { runCommandLine } from './shells/cli/program.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());

// A reader that has seen enough closes the pipe, which is no fault; a result that could not be printed whole is one.
let unprinted = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || unprinted) return;
  unprinted = true;
  process.exitCode = 3;
  process.stderr.write(`The result could not be printed (${error.code ?? 'unknown'}). [write-failed]\n`);
});
process.stderr.on('error', () => undefined);

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};
const open = () => openCore(localConfig());
const code = await runCommandLine(process.argv.slice(2), open, streams, stop.signal);
process.exitCode = unprinted ? 3 : code;
