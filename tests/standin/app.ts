/** `app`: start, one instance, the way to the end. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { options } from './options.ts';
import { Emitter, preventable, registered, strict, violate } from './strict.ts';

/** What the end of the program needs of the rest. */
export type AppSurroundings = {
  /** Resolves when a window can be made. */
  readonly ready: Promise<unknown>;
  /** Asks every window to close, as quitting does. */
  readonly closeWindows: () => void;
  readonly windowCount: () => number;
  readonly end: () => Promise<void>;
};

/** `app`. */
export class App extends Emitter {
  readonly isPackaged = options.packaged ?? false;
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string, value?: string): void => {
      registered.add(`switch --${name}${value === undefined ? '' : `=${value}`}`);
    },
  });
  /** Paths that were given to `addRecentDocument`, in order. */
  readonly modelRecent: string[] = [];
  private readonly surroundings: AppSurroundings;
  private readonly paths = new Map<string, string>();
  private quitting = false;
  private ready = false;

  constructor(surroundings: AppSurroundings) {
    super('app', [
      'activate',
      'before-quit',
      'open-file',
      'second-instance',
      'web-contents-created',
      'will-quit',
      'window-all-closed',
    ]);
    this.surroundings = surroundings;
    void surroundings.ready.then(() => (this.ready = true));
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => this.quit());
  }

  whenReady(): Promise<void> {
    // A ready event comes after the first module is through, whatever else has happened by then.
    return this.surroundings.ready.then(() => undefined);
  }

  isReady(): boolean {
    return this.ready;
  }

  enableSandbox(): void {
    registered.add('app.enableSandbox');
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`stand-in: the folder for ${name} does not exist`);
    this.paths.set(name, path);
  }

  addRecentDocument(path: string): void {
    if (process.platform === 'linux') violate('app.addRecentDocument on Linux');
    this.modelRecent.push(path);
  }

  /** The first process that uses a folder of user data has it; the next one leaves its words there. */
  requestSingleInstanceLock(): boolean {
    registered.add('app.requestSingleInstanceLock');
    const folder = join(this.paths.get('userData') ?? options.profile, 'standin-instance');
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, 'lock');
    const holder = numberIn(lock);
    if (holder !== 0 && holder !== process.pid && isAlive(holder)) {
      const words = JSON.stringify([process.argv, process.cwd()]);
      writeFileSync(join(folder, `${process.pid}.json`), words);
      return false;
    }
    writeFileSync(lock, String(process.pid));
    const watcher = watch(folder, () => this.readWords(folder));
    watcher.unref();
    return true;
  }

  quit(): void {
    if (this.quitting) return;
    this.quitting = true;
    const event = preventable({});
    this.fire('before-quit', event);
    if (event.defaultPrevented) this.quitting = false;
    else if (this.surroundings.windowCount() === 0) this.finish();
    else this.surroundings.closeWindows();
  }

  exit(code = 0): void {
    void this.surroundings.end().finally(() => process.exit(code));
  }

  /** A window refused to close: the program goes on. */
  modelStay(): void {
    this.quitting = false;
  }

  /** The last window is closed. */
  modelAllClosed(): void {
    if (this.quitting) this.finish();
    else if (!this.fire('window-all-closed')) this.quit();
  }

  modelFire(event: string, ...words: unknown[]): boolean {
    return this.fire(event, ...words);
  }

  private finish(): void {
    const event = preventable({});
    this.fire('will-quit', event);
    this.quitting = false;
    if (!event.defaultPrevented) this.exit(0);
  }

  private readWords(folder: string): void {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
      const path = join(folder, name);
      const [words, place] = JSON.parse(readFileSync(path, 'utf8') || '[[],""]') as [string[], string];
      if (words.length === 0) continue;
      rmSync(path);
      this.fire('second-instance', preventable({}), words, place, null);
    }
  }
}

function numberIn(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
