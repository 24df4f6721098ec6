/** `npm run dist [-- --unsigned]`: packages the application for the system it runs on, into dist/. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { build } from 'electron-builder';
import { packaging } from './dist/packaging.ts';
import { buildIfChanged } from './build.mjs';
import { drawIcons } from './dist/icons.ts';
import { missingIdentity } from './dist/identity.ts';
import { electronProgram, fetchElectron } from './electron-runtime.mjs';

const root = join(import.meta.dirname, '..');
process.exitCode = (await dist(process.argv.slice(2))) ? 0 : 1;

async function dist(words: readonly string[]): Promise<boolean> {
  const unsigned = words.includes('--unsigned');
  const unknown = words.find((word) => word !== '--unsigned');
  if (unknown !== undefined) return refuse(`${unknown} is not known: npm run dist [-- --unsigned]`);
  const reason = electronProgram() === undefined ? await fetchElectron() : undefined;
  const program = electronProgram();
  if (program === undefined) {
    return refuse(
      `Nothing was packaged: ${reason ?? "Electron's runtime is not installed"}. Run it where GitHub can be reached, or name an unpacked runtime in ELECTRON_OVERRIDE_DIST_PATH.`,
    );
  }
  const unsignable = missingIdentity({ platform: process.platform, env: process.env, identities: findIdentities() });
  if (unsignable !== null && !unsigned) {
    return refuse(`Nothing was packaged. ${unsignable} "npm run dist -- --unsigned" packages all the same.`);
  }
  if (!buildIfChanged()) return false;
  const icons = join(root, 'dist', 'icons');
  drawIcons(join(root, 'build', 'icon.svg'), icons);
  try {
    const made = await build({
      projectDir: root,
      publish: 'never',
      config: {
        ...packaging,
        electronDist: runtimeFolder(program),
        win: { ...packaging.win, icon: join(icons, 'icon.ico') },
        mac: { ...packaging.mac, icon: join(icons, 'icon.icns'), ...(unsignable === null ? {} : { identity: null }) },
        linux: { ...packaging.linux, icon: join(icons, 'icon.png') },
      },
    });
    console.log(`Packaged${unsignable === null ? '' : ', not signed'}:\n${made.join('\n')}`);
    return true;
  } catch (error) {
    return refuse(`The packaging broke off: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The folder that holds the whole runtime: on macOS the program lies deep in its bundle. */
function runtimeFolder(program: string): string {
  return process.platform === 'darwin' ? join(dirname(program), '..', '..', '..') : dirname(program);
}

function findIdentities(): string {
  if (process.platform !== 'darwin') return '';
  return spawnSync('security', ['find-identity', '-v', '-p', 'codesigning'], { encoding: 'utf8' }).stdout;
}

function refuse(sentence: string): false {
  console.error(sentence);
  return false;
}
