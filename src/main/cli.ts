/** Entry of the command line. */
import { openCore } from './core.ts';
import { localConfig } from './local-config.ts';
import { runCommandLine } from './shells/cli/program.ts';

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};
process.exitCode = await runCommandLine(process.argv.slice(2), () => openCore(localConfig()), streams);
