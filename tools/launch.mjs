// Runs a command with the project's own Node and tools: `node tools/launch.mjs [--install] <command> [arguments]`.
// Plain JavaScript: any Node from 18 runs it. `--install` first installs what is missing, so that a fresh checkout
// needs one command. Being the way into everything, it also refuses a Node that the database driver would crash in.
import { spawn } from 'node:child_process';
import { environment, installMissing, nodeProblem, resolveCommand } from './project.mjs';

const words = process.argv.slice(2);
if (words[0] === '--install') {
  words.shift();
  if (!installMissing()) process.exit(1);
}
const problem = nodeProblem();
if (problem) {
  console.error(problem);
  process.exit(1);
}

const { program, args } = resolveCommand(words[0] ?? 'node', words.slice(1));
const child = spawn(program, args, { stdio: 'inherit', env: environment() });
// The terminal sends Ctrl+C to both of us; the child decides what it means. Other signals reach only us and are handed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`${words[0]}: ${error.message}`);
  process.exitCode = 1;
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
