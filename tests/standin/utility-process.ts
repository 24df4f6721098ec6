/** `utilityProcess`: a fork that finds a `process.parentPort`, as in a utility process. */
import { type ChildProcess, fork as forkNode } from 'node:child_process';
import { constants } from 'node:os';
import { Emitter, registered, strict, violate } from './strict.ts';

type ForkOptions = {
  readonly env: Record<string, string>;
  readonly execArgv: readonly string[];
  readonly stdio: string;
  readonly serviceName: string;
};

const shim = new URL('utility-child.ts', import.meta.url).href;

class UtilityProcess extends Emitter {
  pid: number | undefined = undefined;
  private readonly child: ChildProcess;

  constructor(path: string, words: readonly string[], { env, execArgv, stdio, serviceName, ...more }: ForkOptions) {
    super('UtilityProcess', ['spawn', 'message', 'error', 'exit']);
    if (Object.keys(more).length > 0) violate(`utilityProcess.fork with ${Object.keys(more).join(', ')}`);
    if (stdio !== 'ignore') violate('utilityProcess.fork with output');
    registered.add(`utilityProcess.fork('${serviceName}', ${JSON.stringify({ execArgv, env })})`);
    this.child = forkNode(path, [...words], {
      execArgv: ['--import', shim, ...execArgv],
      env,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('spawn', () => {
      this.pid = this.child.pid;
      this.fire('spawn');
    });
    this.child.on('message', (message) => this.fire('message', message));
    this.child.on('exit', (code, signal) => {
      this.pid = undefined;
      // Electron tells what waiting for the process said: a signal is its number.
      this.fire('exit', code ?? (signal === null ? 1 : constants.signals[signal]));
    });
  }

  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send(message as object, () => undefined);
  }

  kill(): boolean {
    return this.child.kill('SIGTERM');
  }
}

/** `utilityProcess`. */
export const utilityProcess = strict('utilityProcess', {
  fork: (path: string, words: readonly string[], options: ForkOptions) =>
    strict('UtilityProcess', new UtilityProcess(path, words, options)),
});
