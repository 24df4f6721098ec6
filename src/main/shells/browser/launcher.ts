/** Windows of an installed browser: each shows one address, all with one throw-away profile. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { RuntimeFolder } from './runtime-folder.ts';

/** How a browser is started. */
export type Launch = {
  readonly path: string;
  /** Flags besides those that are always given. */
  readonly flags?: readonly string[];
};

/** Opens windows, and knows when all are closed. */
export type Launcher = {
  /** Opens a window; the answer removes what led it to the address. */
  open(address: string): () => void;
  /** Whether a browser runs. */
  running(): boolean;
  /** Ends the browser with all its windows. */
  end(): Promise<void>;
};

/** Milliseconds that a browser has to end of itself. */
const patience = 3000;

/** Opens windows of a browser; `onEnd` is called when its last process is over, also when it could not start. */
export function openLauncher(launch: Launch, folder: RuntimeFolder, onEnd: () => void): Launcher {
  const running = new Set<ChildProcess>();
  return {
    open(address) {
      const page = folder.lead(address);
      // In a group of its own: Ctrl+C in the terminal reaches us alone, and what is typed is saved before windows close.
      const child = spawn(launch.path, [...flags(folder.profile), ...(launch.flags ?? []), `--app=${page.url}`], {
        stdio: 'ignore',
        detached: process.platform !== 'win32',
      });
      running.add(child);
      const over = (): void => {
        // A second window is handed over to the first browser process, and this one is over at once.
        if (running.delete(child) && running.size === 0) onEnd();
      };
      child.on('error', over);
      child.on('exit', over);
      return () => page.remove();
    },
    running: () => running.size > 0,
    async end() {
      await Promise.all([...running].map(endProcess));
    },
  };
}

function endProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => signal(child, 'SIGKILL'), patience);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    signal(child, 'SIGTERM');
  });
}

/** To the whole group where there is one: a browser is many processes. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // Over already.
  }
}

/** Nothing is kept, nothing is fetched: every address but our own goes to a proxy that does not exist. */
function flags(profile: string): readonly string[] {
  return [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--proxy-server=127.0.0.1:9',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-quic',
    '--disable-sync',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
    '--password-store=basic',
    '--use-mock-keychain',
  ];
}
