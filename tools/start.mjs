// `npm start [-- --browser | --print] [-- file …]`: installs what is missing, builds if sources changed, opens the
// application. Electron where its runtime is or can be had, else the browser shell. Plain JavaScript: any Node from 18.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildIfChanged } from './build.mjs';
import { electronProgram, fetchElectron } from './electron-runtime.mjs';
import { environment, installMissing, nodeProblem, resolveCommand, root } from './project.mjs';

const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith('--'));
const files = words.filter((word) => !word.startsWith('--')).map((word) => resolve(process.env.INIT_CWD ?? '.', word));
const unknown = flags.find((flag) => flag !== '--browser' && flag !== '--print');

if (unknown) {
  console.error(`${unknown} is not known: npm start [-- --browser | --print] [-- file …]`);
  process.exitCode = 2;
} else if (installMissing() && nodeIsFit() && buildIfChanged()) {
  const reason = await reasonForBrowser();
  if (reason === undefined) openElectron();
  else openBrowser(reason);
} else {
  process.exitCode = 1;
}

/** Why it is the browser shell; nothing when Electron can be started. */
async function reasonForBrowser() {
  if (flags.length > 0) return 'as asked for';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return 'Electron needs a display';
  }
  if (process.getuid?.() === 0) return 'Electron does not run as the administrator';
  return electronProgram() ? undefined : fetchElectron();
}

function openElectron() {
  console.log('Throughline opens in Electron: its runtime is here.');
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...env } = process.env;
  run(electronProgram(), [join(root, 'out', 'main', 'index.js'), ...files], env);
}

function openBrowser(reason) {
  const script = join(root, 'out', 'main', 'browser.js');
  const how = flags.includes('--print') ? ['--print'] : ['--because', reason];
  const { program, args } = resolveCommand('node', [script, ...how, '--', ...files]);
  run(program, args, environment());
}

/** Runs the application until it ends. What ends us ends it; it saves first and says if it cannot. */
function run(program, args, env) {
  const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
  // The terminal sends Ctrl+C to both of us; other signals reach only us and are handed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`The application could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
}

function nodeIsFit() {
  const problem = nodeProblem();
  if (problem) console.error(problem);
  return !problem;
}
