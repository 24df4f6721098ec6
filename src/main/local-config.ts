/** Where things lie on this computer, and what the entries hand to the core: clock, ids, folders, the host of jobs. */
import { randomFillSync } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { uuidMaker } from '../shared/lib/uuid.ts';
import type { CoreConfig } from './core.ts';
import { nodeJobHost } from './jobs/host.ts';

/** Version of the program, written into every file that it makes. */
export const appVersion = '0.1.0';

/** The config of a core on this computer; `appDir` is the folder of the program's own data. */
export function localConfig(appDir = applicationFolder()): CoreConfig {
  const root = projectRoot(import.meta.dirname);
  mkdirSync(appDir, { recursive: true, mode: 0o700 });
  const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const ids = uuidMaker({ now: () => Date.now(), random: pooledRandom() });
  return {
    store: {
      clock: () => new Date().toISOString(),
      monotonic: () => performance.now(),
      zone,
      ids,
      appDir,
      appVersion,
    },
    jobHost: nodeJobHost({
      execPath: process.execPath,
      // From the sources or from the build: the same place, another ending.
      entry: join(import.meta.dirname, 'jobs', `entry${extname(import.meta.filename)}`),
      codeRoot: root,
    }),
    resources: join(root, 'resources'),
    today: () => new Intl.DateTimeFormat('en-CA', { timeZone: zone(), dateStyle: 'short' }).format(new Date()),
    every: (milliseconds, run) => {
      const timer = setInterval(run, milliseconds);
      timer.unref();
      return () => clearInterval(timer);
    },
    onBug: (call, error) => {
      // Kind and place only: messages of drivers hold paths and client text.
      const kind = error instanceof Error ? error.name : typeof error;
      process.stderr.write(`${JSON.stringify({ level: 'bug', call, kind })}\n`);
    },
  };
}

/** Random bytes out of a pool: an import makes an id for each row, and a system call for each would cost more than the rest. */
function pooledRandom(): (bytes: Uint8Array) => void {
  const pool = new Uint8Array(8192);
  let used = pool.length;
  return (bytes) => {
    if (used + bytes.length > pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    bytes.set(pool.subarray(used, used + bytes.length));
    used += bytes.length;
  };
}

/** The folder that programs of this system keep their data in. */
function applicationFolder(): string {
  const { APPDATA, THROUGHLINE_HOME = '', XDG_DATA_HOME = '' } = process.env;
  if (THROUGHLINE_HOME !== '') return THROUGHLINE_HOME;
  if (process.platform === 'win32') return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Throughline');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Throughline');
  // Set to nothing or to a relative path it counts as not set, as its specification asks.
  return join(isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : join(homedir(), '.local', 'share'), 'throughline');
}

/** The folder above this file that holds the resources: the project's own, or the unpacked application's. */
function projectRoot(from: string): string {
  let at = from;
  while (!existsSync(join(at, 'resources', 'kit'))) {
    const above = dirname(at);
    if (above === at) throw new Error('the resources of the program are missing');
    at = above;
  }
  return at;
}
