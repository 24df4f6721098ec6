/** Jobs in Electron's utility processes: the packaged program cannot be started as a plain Node. */
import { utilityProcess } from 'electron';
import type { CoreConfig } from '../../core.ts';

/** A host of jobs; `entry` is the built file that serves them. */
export function utilityJobHost(entry: string): CoreConfig['jobHost'] {
  return {
    launch({ onMessage, onExit }) {
      const child = utilityProcess.fork(entry, [], {
        execArgv: ['--max-old-space-size=512'],
        env: scrubbedEnvironment(),
        stdio: 'ignore',
        serviceName: 'Throughline job',
      });
      let killed = false;
      let fatal = false;
      const kill = (): void => {
        killed = true;
        // Its own `kill` asks, and a process that hangs does not hear it.
        if (child.pid !== undefined && !killAtOnce(child.pid)) child.kill();
      };
      // Cancelled before it was there.
      child.on('spawn', () => void (killed && kill()));
      child.on('message', onMessage);
      child.on('error', () => (fatal = true));
      child.on('exit', (code) => onExit({ code, signal: fatal ? 'SIGABRT' : (signals[code] ?? null) }));
      return {
        get pid() {
          return child.pid;
        },
        send: (message) => child.postMessage(message),
        kill,
      };
    },
  };
}

/** Electron tells the end by a signal as its number. Jobs leave by 0 and 1 only. */
const signals: Readonly<Record<number, string>> = { 5: 'SIGTRAP', 6: 'SIGABRT', 9: 'SIGKILL' };

/** Nothing of the environment but what Windows needs to start a process. */
function scrubbedEnvironment(): Record<string, string> {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? { TZ: 'UTC' } : { TZ: 'UTC', SystemRoot };
}

function killAtOnce(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
