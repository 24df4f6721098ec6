/** Windows of an installed browser: how it is found and started, what others can see of that, and what is left of it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { chooserRoots } from '../../../../src/main/shells/browser/desk-port.ts';
import { findBrowser, type Surroundings } from '../../../../src/main/shells/browser/programs.ts';
import { makeRuntimeFolder, sweepRuntimeFolders } from '../../../../src/main/shells/browser/runtime-folder.ts';
import { browserShell, type Place, testPlace, type TestShell } from '../../../support/browser-shell.ts';

const fake = join(import.meta.dirname, '../../../support/fake-browser.mjs');

type Note = {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly page: string;
  readonly profile: string;
  readonly modes: readonly string[];
  readonly code: string;
};

/** A shell whose browser only notes how it was started. */
async function launched(place: Place, flags: readonly string[] = []): Promise<TestShell> {
  return browserShell(place, {
    browser: { name: 'Fake', path: fake, flags: [`--notes=${place.path('notes')}`, ...flags] },
  });
}

function notes(place: Place): readonly (Note & { readonly open?: true })[] {
  const text = existsSync(place.path('notes')) ? readFileSync(place.path('notes'), 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Note);
}

const windowsOpen = (place: Place, count = 1): Promise<void> =>
  vi.waitFor(() => expect(notes(place).filter((note) => note.open)).toHaveLength(count), { timeout: 10_000 });
const runs = (place: Place): readonly string[] => readdirSync(join(place.folder, 'run'));

describe('a launched window', () => {
  it('gets its code from a page that only its owner can read, and nobody sees it in words or surroundings', async () => {
    const place = testPlace();
    const shell = await launched(place);
    await windowsOpen(place);
    const [note] = notes(place);
    expect(note?.modes).toEqual(['600', '700', '700']);
    expect(note?.code).toHaveLength(43);
    expect(JSON.stringify([note?.words, note?.environment])).not.toContain(note?.code);
    expect(shell.lines.join('\n')).not.toContain(note?.code);
    expect(existsSync(note?.page ?? '')).toBe(false);
  });

  it('runs with a profile of its own that is gone afterwards, fetches nothing, and keeps its protection', async () => {
    const place = testPlace();
    const shell = await launched(place);
    await windowsOpen(place);
    const [note] = notes(place);
    expect(note?.words).toEqual(
      expect.arrayContaining(['--disable-sync', '--proxy-server=127.0.0.1:9', '--no-first-run']),
    );
    expect(note?.words.filter((word) => /no-sandbox|remote-debugging|disable-web-security/.test(word))).toEqual([]);
    await shell.shell.end(true);
    expect(runs(place)).toEqual([]);
  });

  it('that is closed ends the program after three seconds', async () => {
    const place = testPlace();
    const shell = await launched(place);
    await windowsOpen(place);
    const [name = ''] = runs(place);
    const lock = join(place.folder, 'run', name, 'profile', 'SingletonLock');
    process.kill(Number(readlinkSync(lock).split('-')[1]), 'SIGKILL');
    await vi.waitFor(
      () => {
        shell.wait(3000);
        expect(runs(place)).toEqual([]);
      },
      { timeout: 10_000 },
    );
    await shell.shell.ended;
  });

  it('that never comes up is replaced by a printed address', async () => {
    const place = testPlace();
    const shell = await launched(place, ['--idle']);
    expect(shell.code()).toBe('');
    shell.wait(31_000);
    expect((await shell.post('/api/desk/start', { json: {} }, await shell.boot())).status).toBe(200);
  });

  it('that cannot be started at all is replaced by a printed address at once', async () => {
    const shell = await browserShell(testPlace(), { browser: { name: 'Nothing', path: '/nowhere/at/all' } });
    await vi.waitFor(() => expect(shell.code()).not.toBe(''));
    expect(shell.lines).toContain('The window could not be opened.');
  });
});

describe('folders of shells', () => {
  it('that were killed are removed by the next start, unless a window still runs in them', () => {
    const place = testPlace();
    const dead = 2 ** 22 + 1;
    const base = place.path('run');
    for (const name of [`throughline-${dead}-abcdef`, `throughline-${dead}-window`, 'throughline-notes', 'others']) {
      mkdirSync(join(base, name, 'profile'), { recursive: true });
    }
    symlinkSync(`here-${process.pid}`, join(base, `throughline-${dead}-window`, 'profile', 'SingletonLock'));
    const own = makeRuntimeFolder(base);
    sweepRuntimeFolders(base);
    expect(readdirSync(base)).toEqual(
      ['others', 'throughline-notes', `throughline-${dead}-window`, own.path.slice(base.length + 1)].toSorted(),
    );
  });
});

describe('the browser', () => {
  const here = (what: Partial<Surroundings>): Surroundings => ({
    platform: 'linux',
    environment: { DISPLAY: ':0', PATH: '/usr/bin' },
    isRoot: false,
    canRun: () => false,
    ...what,
  });
  it.each([
    ['linux', { DISPLAY: ':0', PATH: '/home/me/bin:/usr/bin' }, '/home/me/bin/chromium', 'Chromium'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, '/opt/microsoft/msedge/microsoft-edge', 'Edge'],
    ['linux', { DISPLAY: ':0' }, '/snap/bin/chromium', 'Chromium'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'Chrome'],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium', 'Chromium'],
    ['win32', { 'PROGRAMFILES(X86)': 'C:\\P' }, 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe', 'Edge'],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\Google\\Chrome\\Application\\chrome.exe', 'Chrome'],
  ] as const)('is found on %s (%o)', (platform, environment, path, name) => {
    expect(findBrowser(here({ platform, environment, canRun: (one) => one === path }))).toEqual({ name, path });
  });

  it.each([
    [here({ environment: {}, canRun: () => true }), 'display'],
    [here({ isRoot: true, canRun: () => true }), 'protection'],
    [here({}), 'not found'],
  ])('is not used where none can show a window safely', (surroundings, reason) => {
    expect(findBrowser(surroundings)).toEqual({ reason: expect.stringContaining(reason) as string });
  });
});

it('lets files be chosen from the home folder, and from nothing of the system', () => {
  expect(chooserRoots()).toContain(homedir());
  for (const closed of ['/', '/etc', '/proc']) expect(chooserRoots()).not.toContain(closed);
});
