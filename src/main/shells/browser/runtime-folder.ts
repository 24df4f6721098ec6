/**
 * The folder of a running shell: the page that hands a window its code, and the browser's throw-away profile. It is
 * readable by its owner only, lies in memory where the system offers that, and is gone when the program ends.
 */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder of a running shell. */
export type RuntimeFolder = {
  readonly path: string;
  /** Folder of the browser's profile. */
  readonly profile: string;
  /** Writes a page that leads on to an address; its own address is safe to be seen. */
  lead(address: string): { readonly url: string; remove(): void };
  remove(): void;
};

/** Folders of this kind, by the process that they belong to. */
const ownName = /^throughline-(\d+)-\w{6}$/;

/** Makes the folder of this process under `base`. */
export function makeRuntimeFolder(base: string): RuntimeFolder {
  // mkdtemp gives the folder to its owner alone, whatever the mask says.
  const path = mkdtempSync(join(base, `throughline-${process.pid}-`));
  const profile = join(path, 'profile');
  mkdirSync(profile, { mode: 0o700 });
  let pages = 0;
  return {
    path,
    profile,
    lead(address) {
      const page = join(path, `boot${++pages}.html`);
      writeFileSync(page, leadingPage(address), { mode: 0o600, flag: 'wx' });
      return { url: pathToFileURL(page).href, remove: () => removeQuietly(page) };
    },
    remove: () => removeQuietly(path),
  };
}

/** Removes what killed shells left under `base`. A folder whose browser still runs stays: its windows may hold typed text. */
export function sweepRuntimeFolders(base: string): void {
  for (const name of namesIn(base)) {
    const owner = Number(ownName.exec(name)?.[1]);
    const path = join(base, name);
    if (Number.isNaN(owner) || isAlive(owner) || !isOwnFolder(path)) continue;
    if (!isAlive(browserOf(join(path, 'profile')))) removeQuietly(path);
  }
}

/** Where such folders lie; `snap` when the browser may only see its own part of the home folder. */
export function runtimeBase(browserPath: string | null): string {
  if (browserPath?.startsWith('/snap/') === true) {
    const common = join(homedir(), 'snap', 'chromium', 'common');
    if (isOwnFolder(common)) return common;
  }
  const runtime = process.env['XDG_RUNTIME_DIR'] ?? '';
  return runtime !== '' && isOwnFolder(runtime) ? runtime : tmpdir();
}

/** A page without script; the code is in it and not on the command line, which others can read. */
function leadingPage(address: string): string {
  return [
    '<!doctype html>',
    '<meta charset="utf-8">',
    `<meta http-equiv="refresh" content="0;url=${address}">`,
    '<title>Throughline</title>',
    '',
  ].join('\n');
}

/** The process that uses a profile: Chromium names it in a link. */
function browserOf(profile: string): number {
  try {
    return Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function isAlive(process_: number): boolean {
  if (process_ === 0) return false;
  try {
    process.kill(process_, 0);
    return !isZombie(process_);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Over, but not yet fetched by its parent: in a container that may last for ever. */
function isZombie(process_: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${process_}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** A folder, not a link, that belongs to this user. */
function isOwnFolder(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && (process.getuid === undefined || stat.uid === process.getuid());
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A browser that is just ending may hold or write files for a moment. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch {
    // Left for the next start.
  }
}
