// The browser that tests of the interface need: an installed Chrome, Chromium or Edge, or Debian's Chromium, installed here.
// Plain JavaScript without packages: any Node from 18 runs it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Installs a browser where none is found and where that needs nobody's leave: on Debian, as the administrator. */
export function installBrowser() {
  if (process.platform !== 'linux' || isFound('apt-get') === false || names.some(isFound)) return;
  if (process.getuid?.() !== 0) {
    console.error('No Chrome, Chromium or Edge is installed; tests of the interface will say so.');
    return;
  }
  console.error('Installing Chromium for the tests (once) ...');
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () => spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  if (install().status === 0) return;
  spawnSync('apt-get', ['update', '-qq'], options);
  if (install().status !== 0) console.error('Chromium could not be installed.');
}

function isFound(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}
