/** Runners for tests: the product's jobs and the misbehaving ones, each in real child processes. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeJobHost } from '../../../src/main/jobs/host.ts';
import { openJobs, type Jobs } from '../../../src/main/jobs/jobs.ts';
import { jobRegistry } from '../../../src/main/jobs/registry.ts';
import { misbehavingJobs } from './registry.ts';

const codeRoot = join(import.meta.dirname, '..', '..', '..');

/** The product's jobs. */
export function productJobs(): Jobs<typeof jobRegistry> {
  const entry = join(codeRoot, 'src', 'main', 'jobs', 'entry.ts');
  return openJobs({ host: nodeJobHost({ execPath: process.execPath, entry, codeRoot }), registry: jobRegistry });
}

/** Jobs that hang, crash and eat memory; `onLaunch` hears the process id of each. */
export function badJobs(onLaunch: (pid: number) => void = () => undefined): Jobs<typeof misbehavingJobs> {
  const entry = fileURLToPath(new URL('./entry.ts', import.meta.url));
  const host = nodeJobHost({ execPath: process.execPath, entry, codeRoot, heapMegabytes: 64 });
  return openJobs({
    registry: misbehavingJobs,
    memoryBytes: 400_000_000,
    host: {
      launch: (listeners) => {
        const child = host.launch(listeners);
        if (child.pid !== undefined) onLaunch(child.pid);
        return child;
      },
    },
  });
}
