// Where Electron's runtime is, and fetching it where that is possible. Plain JavaScript: any Node from 18 runs it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, resolveCommand, root } from './project.mjs';

const electron = join(root, 'node_modules', 'electron');
const refused = join(root, '.tmp', 'electron-not-fetched');
const day = 86_400_000;
/** Time to be reached, and time to download about 110 MB, in milliseconds. */
const probeTime = 3000;
const fetchTime = 180_000;

/** Path of Electron's program, or undefined. */
export function electronProgram() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const program = join(own ?? join(electron, 'dist'), programName());
  return existsSync(program) ? program : undefined;
}

/** Fetches the runtime; undefined when it is there now, else the reason, as the end of a sentence. */
export async function fetchElectron() {
  const script = join(electron, 'install.js');
  if (!existsSync(script)) return "Electron's runtime is not installed";
  if (triedToday()) return "Electron's runtime is not installed, and fetching it failed today";
  const reason = (await isReachable()) ? await download(script) : 'its server is not reachable';
  if (reason === undefined) return undefined;
  mkdirSync(join(root, '.tmp'), { recursive: true });
  writeFileSync(refused, String(Date.now()));
  return `Electron's runtime is not installed, and fetching it failed: ${reason}`;
}

function download(script) {
  console.error("Fetching Electron's runtime (once, about 110 MB; Ctrl+C leaves it for another time) ...");
  return new Promise((resolve) => {
    const { program, args } = resolveCommand('node', [script]);
    const child = spawn(program, args, { cwd: root, env: environment(), stdio: 'ignore' });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, fetchTime);
    const end = () => {
      clearTimeout(timer);
      if (electronProgram()) {
        rmSync(refused, { force: true });
        resolve(undefined);
      } else resolve(late ? 'it took too long' : 'the download broke off');
    };
    const stop = () => child.kill('SIGKILL');
    process.once('SIGINT', stop);
    child.on('error', end);
    child.on('close', () => {
      process.off('SIGINT', stop);
      end();
    });
  });
}

async function isReachable() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  try {
    await fetch(mirror ?? 'https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(probeTime),
    });
    return true;
  } catch {
    return false;
  }
}

function triedToday() {
  try {
    return Date.now() - Number(readFileSync(refused, 'utf8')) < day;
  } catch {
    return false;
  }
}

function programName() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
