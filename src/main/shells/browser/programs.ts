/** Which installed browser can open a window, and why none can. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join, win32 } from 'node:path';

/** A browser that opens pages as windows of an application. */
export type Browser = { readonly name: string; readonly path: string };

/** What finding a browser depends on. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether everything may be done: a browser refuses its own protection then. */
  readonly isRoot: boolean;
  readonly canRun: (path: string) => boolean;
};

/** The browser to open windows with, or the reason why the address has to be printed, as the end of a sentence. */
export function findBrowser(here: Surroundings): Browser | { readonly reason: string } {
  const { platform, environment, isRoot } = here;
  if (platform === 'linux' && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) {
    return { reason: 'there is no display to open a window on' };
  }
  if (isRoot) return { reason: 'a browser that the administrator starts would run without its protection' };
  const found = candidates(platform, environment).find(({ path }) => here.canRun(path));
  return found ?? { reason: 'Chrome, Chromium and Edge were not found' };
}

/** The surroundings of this process. */
export function ownSurroundings(): Surroundings {
  return { platform: process.platform, environment: process.env, isRoot: process.getuid?.() === 0, canRun };
}

const linuxNames: readonly (readonly [program: string, name: string])[] = [
  ['google-chrome-stable', 'Chrome'],
  ['google-chrome', 'Chrome'],
  ['chromium', 'Chromium'],
  ['chromium-browser', 'Chromium'],
  ['microsoft-edge-stable', 'Edge'],
  ['microsoft-edge', 'Edge'],
];

/** Where the browsers lie by default; on Linux also wherever PATH leads. */
function candidates(platform: NodeJS.Platform, environment: Surroundings['environment']): readonly Browser[] {
  if (platform === 'darwin') {
    return ['', environment['HOME'] ?? ''].flatMap((home) => [
      { name: 'Chrome', path: `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome` },
      { name: 'Chromium', path: `${home}/Applications/Chromium.app/Contents/MacOS/Chromium` },
      { name: 'Edge', path: `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge` },
    ]);
  }
  if (platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return [
      ['Chrome', 'Google\\Chrome\\Application\\chrome.exe'] as const,
      ['Chromium', 'Chromium\\Application\\chrome.exe'] as const,
      ['Edge', 'Microsoft\\Edge\\Application\\msedge.exe'] as const,
    ].flatMap(([name, path]) => bases.map((base) => ({ name, path: win32.join(base, path) })));
  }
  const known = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/opt/microsoft/msedge', '/snap/bin'];
  const folders = [...(environment['PATH'] ?? '').split(delimiter).filter(Boolean), ...known];
  return linuxNames.flatMap(([program, name]) => folders.map((folder) => ({ name, path: join(folder, program) })));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
