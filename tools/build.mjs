// `npm run build`: builds both shells and the interface into out/. `npm start` builds only if something changed since.
// Plain JavaScript: any Node from 18 runs it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, resolveCommand, root } from './project.mjs';

const stamp = join(root, 'out', '.sources');
const sources = [
  'src',
  join('resources', 'fonts'),
  'electron.vite.config.ts',
  'package-lock.json',
  'tsconfig.base.json',
];

/** Builds if the sources are not those of the last build; the answer tells whether a build is there now. */
export function buildIfChanged() {
  const now = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return true;
  console.error('Building the application ...');
  return build(now);
}

function build(hash) {
  // A build that breaks off leaves a mixture behind.
  rmSync(stamp, { force: true });
  const { program, args } = resolveCommand('electron-vite', ['build', '--logLevel', 'warn']);
  const done = spawnSync(program, args, { cwd: root, env: environment(), stdio: ['ignore', 2, 2] });
  if (done.status !== 0) {
    console.error(`The build failed${done.error ? `: ${done.error.message}` : ''}.`);
    return false;
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

function hashOf(places) {
  const hash = createHash('sha256');
  for (const path of places.flatMap(filesIn).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesIn(place) {
  if (!existsSync(join(root, place))) return [];
  if (/\.\w+$/.test(place)) return [place];
  return readdirSync(join(root, place), { withFileTypes: true }).flatMap((entry) => {
    const path = join(place, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = build(hashOf(sources)) ? 0 : 1;
