// What the launcher and the test command share: where the project's Node and tools are, and installing what is missing.
// Plain JavaScript without packages: any Node from 18 runs it, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cached = {};
const windows = process.platform === 'win32';

/** The project's folder, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The environment of everything we start: the pinned Node and the project's tools come first on PATH. */
export function environment() {
  const own = [dirname(pinnedNode() ?? process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  // Sources are run as they stand: what a process made of them is kept for the next, which then starts in half the time.
  const kept = process.env.NODE_COMPILE_CACHE ?? join(root, '.tmp', 'compile-cache');
  return { ...process.env, PATH: own.join(delimiter), NODE_COMPILE_CACHE: kept };
}

/**
 * Program and arguments behind a command. A tool of the project is started as `node <its script>`: the shims in
 * node_modules/.bin need a shell on Windows, and a shell breaks arguments with spaces.
 */
export function resolveCommand(name, args) {
  const node = pinnedNode() ?? process.execPath;
  if (name === 'node') return { program: node, args };
  const found = Object.entries(packages()).find(
    ([place, { bin }]) => place.lastIndexOf('node_modules/') === 0 && bin?.[name],
  );
  return found ? { program: node, args: [join(root, found[0], found[1].bin[name]), ...args] } : { program: name, args };
}

/** The reason why nothing can be run with the Node that would be used, or nothing: older ones crash in the database driver. */
export function nodeProblem() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (pinnedNode() || major > 22 || (major === 22 && minor >= 18)) return undefined;
  return `Throughline needs Node 22.18 or newer and found ${process.versions.node}. "npm ci" in ${root} installs one for it.`;
}

/** Installs the packages of package-lock.json unless they are there; the answer tells whether they are there now. */
export function installMissing() {
  if (isInstalled()) return true;
  console.error('Installing packages (once, about a minute) ...');
  const folder = mkdtempSync(join(tmpdir(), 'throughline-node-'));
  try {
    const done = runNpm(['ci'], root, borrowNode(folder));
    if (done.status === 0) return true;
    console.error(`npm ci failed${done.error ? `: ${done.error.message}` : ''}. Is the package registry reachable?`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts the commit hook in place where somebody commits (a checkout of their own, not CI), since npm's own hooks are off. */
export function installHook() {
  const hook = join(root, '.git', 'hooks', 'pre-commit');
  if (process.env.CI || !existsSync(join(root, '.git', 'config'))) return;
  if (existsSync(hook) && readFileSync(hook, 'utf8').includes('lefthook')) return;
  const { program, args } = resolveCommand('lefthook', ['install']);
  const done = spawnSync(program, args, { cwd: root, encoding: 'utf8', env: environment() });
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim();
  console.log(done.status === 0 ? 'Commit hook installed: npm run check' : `No commit hook: ${said}`);
}

// npm leaves out optional packages whose `engines` exclude the Node that npm runs on, and the tools' native parts are such
// packages. A Node older than they want therefore fetches the pinned one into `folder` first, to install with.
function borrowNode(folder) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const wanted = pinned();
  if (!wanted || major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return undefined;
  const name = wanted[0].replace('node_modules/', '');
  runNpm(['install', '--no-save', '--prefix', folder, `${name}@${wanted[1].version}`], folder);
  const program = join(folder, wanted[0], wanted[1].bin.node);
  return existsSync(program) ? program : undefined;
}

// With the npm that called us, when one did: no shell, no second version. Its words go to stderr: stdout is the command's.
function runNpm(words, cwd, node = process.execPath) {
  const args = [...words, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const PATH = [dirname(node), process.env.PATH ?? ''].join(delimiter);
  const options = { cwd, env: { ...process.env, PATH }, stdio: ['ignore', 2, 2] };
  const caller = process.env.npm_execpath ?? '';
  if (basename(caller) === 'npm-cli.js') return spawnSync(node, [caller, ...args], options);
  return spawnSync('npm', args, { ...options, shell: windows });
}

// True when node_modules holds exactly what the lock names. npm leaves the list of what it installed in
// node_modules/.package-lock.json; packages for other platforms are the only ones that may be missing from it.
function isInstalled() {
  const wanted = packages();
  const present = readLock('node_modules/.package-lock.json');
  if (!present || (pinned() && !pinnedNode())) return false;
  const same = ([place, is]) => is.version === wanted[place]?.version && is.integrity === wanted[place]?.integrity;
  return (
    Object.entries(present).every(same) &&
    Object.entries(wanted).every(([place, { optional }]) => place === '' || optional || place in present)
  );
}

// The pinned Node's program, if it is there. npm 10 deletes node_modules/.bin/node, so it is found by its package.
function pinnedNode() {
  const place = pinned();
  const program = place && join(root, place[0], place[1].bin.node);
  return program && existsSync(program) ? program : undefined;
}

function pinned() {
  const fits = ({ bin, os, cpu }) => bin?.node && os?.includes(process.platform) && cpu?.includes(process.arch);
  return Object.entries(packages()).find(([, entry]) => fits(entry));
}

function packages() {
  cached.wanted ??= readLock('package-lock.json') ?? {};
  return cached.wanted;
}

function readLock(name) {
  try {
    return JSON.parse(readFileSync(join(root, name), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
