/** The built Electron bundles on the stand-in: windows as a person meets them. */
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Ask } from '../../../../src/shared/api/desk.ts';
import { value } from '../../../support/core.ts';
import { type Relay, relayOf, startRelay } from '../../../support/relay.ts';
import { launch, type StandIn, type StandInStart, until } from '../../../support/standin.ts';
import { builtApp } from '../../../support/built-app.ts';
import type { WindowFacts } from '../../../standin/control.ts';
import { makeFolder, removeFolder } from '../../../contract/transports.ts';

/** A page that answers a flush by a number of unsaved edits, or not at all. */
type Window = Relay & { readonly asked: Ask[]; unsaved: number | null };

let running: { standIn: StandIn; folder: string } | null = null;
afterEach(async () => {
  await running?.standIn.kill();
  if (running !== null) removeFolder(running.folder);
  running = null;
});

async function start(more: Omit<Partial<StandInStart>, 'folder'> = {}, folder = makeFolder()) {
  const standIn = await startRelay(folder, more);
  running = { standIn, folder };
  return { standIn, folder, path: (name: string) => join(folder, name) };
}

async function sit(standIn: StandIn, facts: WindowFacts | undefined, unsaved: number | null = 0): Promise<Window> {
  if (facts === undefined) throw new Error('there is no window');
  const window: Window = { ...(await relayOf(standIn, facts)), asked: [], unsaved };
  const listen = async (): Promise<void> => {
    for await (const ask of await window.client.desk.asks({})) {
      window.asked.push(ask);
      if (ask.ask === 'flush' && window.unsaved !== null) {
        await window.client.desk.flushed({ id: ask.id, unsaved: window.unsaved });
      }
    }
  };
  void listen().catch(() => undefined);
  return window;
}

const first = async (standIn: StandIn): Promise<Window> => sit(standIn, (await standIn.windows(1))[0]);

const heard = (window: Window, kind: Ask['ask']): Promise<Ask> =>
  until(`a wish to ${kind}`, () => Promise.resolve(window.asked.find(({ ask }) => ask === kind) ?? null));

async function create(standIn: StandIn, { client }: Relay, path: string): Promise<string> {
  await standIn.control.answer('showSaveDialog', { canceled: false, filePath: path });
  const chosen = value(await client.desk.choose({ mode: 'save', kind: 'client', name: 'Fennmark' }));
  return value(await client.files.create({ place: chosen?.place ?? '', client: 'Fennmark' })).file;
}

const show = async ({ client }: Relay, file: string | null, title = 'Fennmark'): Promise<void> =>
  void value(await client.desk.show({ showing: { file, engagement: null, stage: 'scope', title } }));

describe('A window', () => {
  it('has the commands of its screen as a native menu, and tells the page what was chosen', async () => {
    const { standIn } = await start();
    const window = await first(standIn);
    const items = [
      { id: 'map.new', menu: 'Map', says: 'New priority', key: 'Ctrl Enter', enabled: true },
      { id: 'map.off', menu: 'Map', says: 'Nothing to do', enabled: false },
      { id: 'edit.undo', menu: 'Edit', says: 'Undo “Name & title”', key: 'Ctrl Z', enabled: true },
    ];
    value(await window.client.desk.menu({ items }));
    const [{ menu }] = (await standIn.windows(1)) as unknown as readonly [
      { menu: { label: string; submenu: unknown[] }[] },
    ];
    expect(menu.map(({ label }) => label)).toEqual(['File', 'Edit', 'Map', 'Window']);
    expect(menu[2]?.submenu[0]).toMatchObject({ label: 'New priority', accelerator: 'CommandOrControl+Return' });
    expect(menu[1]?.submenu[0]).toMatchObject({ label: 'Undo “Name && title”' });
    expect(await standIn.control.choose(window.window.id, 'map.off')).toBe(false);
    expect(await standIn.control.choose(window.window.id, 'map.new')).toBe(true);
    expect(await heard(window, 'run')).toEqual({ ask: 'run', command: 'map.new' });
  });

  it('names its file in its title, and among the recent documents where the system keeps them', async () => {
    const { standIn, path } = await start();
    const window = await first(standIn);
    await show(window, await create(standIn, window, path('Fennmark.throughline')));
    expect((await standIn.windows(1))[0]?.title).toBe('Fennmark – Throughline');
    const recent = process.platform === 'linux' ? [] : [path('Fennmark.throughline')];
    expect(await standIn.control.facts()).toMatchObject({ recent, violations: [] });
    await show(window, null, '');
    expect((await standIn.windows(1))[0]?.title).toBe('Throughline');
  });

  it('that opens a file of another window brings that one up and goes back to the list; a wanted one stays', async () => {
    const { standIn, path } = await start();
    const window = await first(standIn);
    const file = await create(standIn, window, path('Fennmark.throughline'));
    await show(window, file);
    value(await window.client.desk.window({}));
    const second = await sit(standIn, (await standIn.windows(2))[1]);
    await show(second, file);
    const back = await until('the list', async () => {
      const title = (await standIn.windows(2))[1]?.title;
      return title === 'Throughline' ? sit(standIn, (await standIn.windows(2))[1]) : null;
    });
    expect(value(await back.client.desk.start({})).showing).toBeNull();
    expect(value(await window.client.files.info({ file })).client).toBe('Fennmark');
    value(await window.client.desk.window({ file }));
    const wanted = await sit(standIn, (await standIn.windows(3))[2]);
    expect(value(await wanted.client.desk.start({})).showing?.file).toBe(file);
    await show(wanted, file);
    expect((await standIn.windows(3))[2]?.title).toBe('Fennmark – Throughline');
  });

  it('comes back after a crash with a new port, at what it showed', async () => {
    const { standIn, path } = await start();
    const window = await first(standIn);
    const file = await create(standIn, window, path('Fennmark.throughline'));
    await show(window, file);
    await standIn.control.crash(window.window.id);
    await standIn.pageAnew(window.window);
    const again = await first(standIn);
    expect(value(await again.client.desk.start({})).showing).toMatchObject({ file, stage: 'scope' });
    expect(value(await again.client.files.info({ file })).client).toBe('Fennmark');
  });

  it('opens where it stood when the program ended', async () => {
    const { standIn, folder, path } = await start();
    const window = await first(standIn);
    await standIn.control.place(window.window.id, { x: 200, y: 120, width: 1000, height: 700 });
    await standIn.close();
    expect(statSync(path('app/window-places.json')).mode & 0o777).toBe(0o600);
    const again = await start({}, folder);
    expect((await again.standIn.windows(1))[0]?.options).toMatchObject({ x: 200, y: 120, width: 1000, height: 700 });
  });
});

describe('A window that is closed', () => {
  it('goes at once when its page says that everything is saved, and the program ends with its files closed', async () => {
    const { standIn, path } = await start();
    const window = await first(standIn);
    await show(window, await create(standIn, window, path('Fennmark.throughline')));
    await standIn.control.close(window.window.id);
    expect(await standIn.ended).toBe(0);
    expect(existsSync(path('Fennmark.throughline-journal'))).toBe(false);
    expect(readFileSync(path('Fennmark.throughline')).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('asks what to do with edits that cannot be saved; a copy holds the rest; closing is a decision', async () => {
    const { standIn, path } = await start();
    const window = await first(standIn);
    await show(window, await create(standIn, window, path('Fennmark.throughline')));
    window.unsaved = 2;
    await standIn.control.close(window.window.id);
    const question = await standIn.question(1);
    expect(question).toMatchObject({
      method: 'showMessageBox',
      options: {
        message: '2 edits are not saved.',
        buttons: ['Try Again', 'Save a Copy …', 'Close Anyway', 'Keep Open'],
      },
    });
    await standIn.control.answer('showMessageBox', { response: 3 });
    await standIn.control.close(window.window.id);
    await standIn.question(2);
    await standIn.control.answer('showSaveDialog', { canceled: false, filePath: path('Copy.throughline') });
    await standIn.control.answer('showMessageBox', { response: 1 });
    expect(await standIn.question(4)).toMatchObject({
      options: { message: 'The copy holds everything that was saved.' },
    });
    expect(existsSync(path('Copy.throughline'))).toBe(true);
    await standIn.control.answer('showMessageBox', { response: 0 });
    await standIn.question(5);
    await standIn.control.answer('showMessageBox', { response: 2 });
    expect(await standIn.ended).toBe(0);
  });

  it('is never given up in silence when its page does not answer', async () => {
    const { standIn } = await start();
    const window = await first(standIn);
    window.unsaved = null;
    await standIn.control.quit();
    expect(await standIn.question(0)).toMatchObject({
      options: { message: 'This window does not answer.', buttons: ['Try Again', 'Close Anyway', 'Keep Open'] },
    });
    window.unsaved = 0;
    await standIn.control.answer('showMessageBox', { response: 0 });
    expect(await standIn.ended).toBe(0);
  });
});

describe('The program', () => {
  it('opens the files that it was started with, one in each window', async () => {
    const folder = makeFolder();
    for (const name of ['A.throughline', 'B.throughline', 'notes.txt']) writeFileSync(join(folder, name), 'x');
    const { standIn } = await start({ files: ['A.throughline', '--flag', 'notes.txt', 'B.throughline'] }, folder);
    const windows = await standIn.windows(2);
    const [one, other] = [await sit(standIn, windows[0]), await sit(standIn, windows[1])];
    expect([await heard(one, 'open'), await heard(other, 'open')]).toMatchObject([
      { name: 'A.throughline' },
      { name: 'B.throughline' },
    ]);
  });

  it('hands a second start over to the first, which opens its file or brings up the window that shows it', async () => {
    const { standIn, folder, path } = await start();
    const window = await first(standIn);
    await show(window, await create(standIn, window, path('Fennmark.throughline')));
    const again = launch({ built: await builtApp(), folder, files: ['Fennmark.throughline'] });
    expect(await again.ended).toBe(0);
    copyFileSync(path('Fennmark.throughline'), path('Other.throughline'));
    const third = launch({ built: await builtApp(), folder, files: ['Other.throughline'] });
    expect(await third.ended).toBe(0);
    const other = await sit(standIn, (await standIn.windows(2))[1]);
    const ask = await heard(other, 'open');
    expect(ask).toMatchObject({ name: 'Other.throughline' });
    expect(window.asked).toEqual([]);
    const opened = await other.client.files.open({ place: ask.ask === 'open' ? ask.place : '' });
    expect(opened.ok).toBe(true);
  });

  it('opens a file of the file manager in a window that shows nothing', async () => {
    const { standIn, path } = await start();
    const window = await first(standIn);
    await standIn.control.appEvent('open-file', [path('A.throughline')]);
    expect(await heard(window, 'open')).toMatchObject({ name: 'A.throughline' });
    expect(await standIn.windows(1)).toHaveLength(1);
  });

  it.each(['suspend', 'lock-screen'])('asks every page for what it has not saved on %s', async (event) => {
    const { standIn } = await start();
    const window = await first(standIn);
    await standIn.control.powerEvent(event);
    expect(await heard(window, 'flush')).toMatchObject({ ask: 'flush' });
  });

  it('ends after everything was saved when the computer shuts down', async () => {
    const { standIn } = await start();
    const window = await first(standIn);
    await standIn.control.powerEvent('shutdown');
    expect(await standIn.ended).toBe(0);
    expect(window.asked.length).toBeGreaterThan(0);
  });

  it('has frames and menus as light or dark as the interface', async () => {
    const { standIn } = await start();
    const window = await first(standIn);
    value(await window.client.preferences.set({ changes: { theme: 'dark' } }));
    const theme = await until('another theme', async () => {
      const now = (await standIn.control.facts()).theme;
      return now === 'system' ? null : now;
    });
    expect(theme).toBe('dark');
  });

  it('reads foreign files in a capped process with an empty environment', async () => {
    const { standIn, path } = await start();
    const window = await first(standIn);
    writeFileSync(path('backlog.csv'), 'Key,Summary\nA-1,Work\n');
    await standIn.control.answer('showOpenDialog', { canceled: false, filePaths: [path('backlog.csv')] });
    const chosen = value(await window.client.desk.choose({ mode: 'open', kind: 'backlog' }));
    value(await window.client.imports.detect({ place: chosen?.place ?? '' }));
    const forks = (await standIn.control.facts()).registered.filter((each) => each.startsWith('utilityProcess'));
    expect(forks).toEqual([
      `utilityProcess.fork('Throughline job', {"execArgv":["--max-old-space-size=512"],"env":{"TZ":"UTC"}})`,
    ]);
  });
});
