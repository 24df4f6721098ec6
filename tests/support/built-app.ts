/** The built application: built once for all tests that need it, whichever of them comes first. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** The project's folder. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/** Folder of the build. */
export const builtFolder = join(projectRoot, 'out');

const lock = join(projectRoot, '.tmp', 'building');

/** Builds the application if its sources changed since the last build; throws when that fails. */
export async function builtApp(): Promise<string> {
  await alone(() => {
    const script = pathToFileURL(join(projectRoot, 'tools', 'build.mjs')).href;
    const code = `import('${script}').then(({ buildIfChanged }) => process.exit(buildIfChanged() ? 0 : 1))`;
    const done = spawnSync(process.execPath, ['-e', code], { cwd: projectRoot, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`the application cannot be built: ${done.stderr}`);
  });
  return builtFolder;
}

/** Runs something while no other test process does; what a killed one left behind does not stop it. */
async function alone(run: () => void): Promise<void> {
  mkdirSync(join(projectRoot, '.tmp'), { recursive: true });
  while (!take()) await wait(100);
  try {
    run();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(holder())) rmSync(lock, { force: true });
    return false;
  }
}

function holder(): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  // A lock without a number is being written at this moment.
  if (pid === 0) return true;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
