/** The port through which a job's process is launched, and its implementation on Node's own child processes. */
import { fork } from 'node:child_process';

/** A launched process, seen from the parent. */
export type JobProcess = {
  readonly pid: number | undefined;
  send(message: unknown): void;
  /** Ends the process at once and without its consent. */
  kill(): void;
};

/** What the parent wants to hear; `onExit` comes exactly once, also when the launch failed. */
export type JobListeners = {
  onMessage(message: unknown): void;
  onExit(exit: { readonly code: number | null; readonly signal: string | null }): void;
};

/** Launches one process per job. Under Electron a utility process stands behind it. */
export type JobHost = { launch(listeners: JobListeners): JobProcess };

/** Where the child's code lies and what runs it. */
export type NodeHostConfig = {
  readonly execPath: string;
  /** The file that calls `serveJobs`. */
  readonly entry: string;
  /** The only folder that the child may read; it may write, connect and start nothing. */
  readonly codeRoot: string;
  /** Cap of the JavaScript heap in MB; 512 unless given. */
  readonly heapMegabytes?: number;
};

/** A host on `child_process.fork`: scrubbed environment, no output, Node's permission model as a second fence. */
export function nodeJobHost(config: NodeHostConfig): JobHost {
  const execArgv = [
    `--max-old-space-size=${config.heapMegabytes ?? 512}`,
    '--permission',
    `--allow-fs-read=${config.codeRoot}`,
    '--allow-addons',
  ];
  return {
    launch({ onMessage, onExit }) {
      const child = fork(config.entry, [], {
        execPath: config.execPath,
        execArgv,
        env: scrubbedEnvironment(),
        cwd: config.codeRoot,
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        windowsHide: true,
      });
      let ended = false;
      const end = (code: number | null, signal: string | null): void => {
        if (ended) return;
        ended = true;
        onExit({ code, signal });
      };
      child.on('message', onMessage);
      child.on('exit', end);
      child.on('error', () => {
        if (child.pid === undefined) end(null, null);
      });
      return {
        pid: child.pid,
        // A child that died meanwhile cannot be written to; its exit is reported on its own.
        send: (message) => void (child.connected && child.send(message as object, () => undefined)),
        kill: () => void child.kill('SIGKILL'),
      };
    },
  };
}

/** Nothing of the parent's environment but what Windows needs to start a process. */
function scrubbedEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? { TZ: 'UTC' } : { TZ: 'UTC', SystemRoot };
}
