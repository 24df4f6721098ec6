import { existsSync, linkSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callsOf, deskPort, nextOf, showingOf, value, workplace } from '../../support/core.ts';

/** A core with a client file that a window shows. */
async function openShown(place = workplace()) {
  const core = place.core();
  const window = core.windows.open(null);
  const calls = callsOf(core, window);
  const path = place.path('A.throughline');
  const { file } = value(await calls.files.create({ place: core.grant(path), client: 'A' }));
  value(await calls.desk.show({ showing: showingOf(file, 'scope') }));
  return { core, window, calls, file, path, place };
}

describe('what a shell asks of a window', () => {
  it('is kept until the page listens', async () => {
    const core = workplace().core();
    const window = core.windows.open(null);
    core.windows.ask(window, { ask: 'run', command: 'undo' });
    const asks = await callsOf(core, window).desk.asks({});
    core.windows.ask(window, { ask: 'run', command: 'redo' });
    expect(await nextOf(asks)).toEqual({ ask: 'run', command: 'undo' });
    expect(await nextOf(asks)).toEqual({ ask: 'run', command: 'redo' });
  });

  it('is heard by the page that listened last, as after a reload', async () => {
    const core = workplace().core();
    const window = core.windows.open(null);
    const before = await callsOf(core, window).desk.asks({});
    const after = await callsOf(core, window).desk.asks({});
    core.windows.ask(window, { ask: 'run', command: 'undo' });
    expect(await before.next()).toEqual({ done: true, value: undefined });
    expect(await nextOf(after)).toEqual({ ask: 'run', command: 'undo' });
  });

  it('is not heard by another window', async () => {
    const core = workplace().core();
    const [one, other] = [core.windows.open(null), core.windows.open(null)];
    const asks = await callsOf(core, other).desk.asks({});
    core.windows.ask(one, { ask: 'run', command: 'undo' });
    core.windows.gone(other);
    expect((await asks.next()).done).toBe(true);
  });
});

describe('a flush', () => {
  it('answers how many edits the page could not save', async () => {
    const core = workplace().core();
    const window = core.windows.open(null);
    const calls = callsOf(core, window);
    const asks = await calls.desk.asks({});
    const flushed = core.windows.flush(window, 10_000);
    const asked = await nextOf(asks);
    if (asked.ask !== 'flush') throw new Error('no flush was asked for');
    await calls.desk.flushed({ id: asked.id, unsaved: 2 });
    expect(await flushed).toBe(2);
  });

  it('answers nothing when the page does not, or is gone', async () => {
    const core = workplace().core();
    const window = core.windows.open(null);
    expect(await core.windows.flush(window, 1)).toBeNull();
    const flushed = core.windows.flush(window, 10_000);
    core.windows.gone(window);
    expect(await flushed).toBeNull();
    expect(await core.windows.flush('nobody', 10_000)).toBeNull();
  });
});

describe('a window', () => {
  it('comes back to what it showed, and the shell is told', async () => {
    const desk = deskPort();
    const core = workplace().core({ desk });
    const window = core.windows.open(null);
    const showing = { ...showingOf(null, 'home'), title: 'Client files' };
    value(await callsOf(core, window).desk.show({ showing }));
    const start = value(await callsOf(core, window).desk.start({}));
    expect(start).toMatchObject({ window, showing, capabilities: desk.capabilities, system: 'linux' });
    expect(desk.told).toEqual([['shown', window, showing]]);
  });

  it('that is gone can show nothing', async () => {
    const core = workplace().core();
    const window = core.windows.open(null);
    core.windows.gone(window);
    const reply = await callsOf(core, window).desk.show({ showing: showingOf(null) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(core.windows.all()).toEqual([]);
  });

  it('cannot show a file that is not open', async () => {
    const core = workplace().core();
    const calls = callsOf(core, core.windows.open(null));
    expect(await calls.desk.show({ showing: showingOf('nothing') })).toMatchObject({ ok: false });
  });
});

describe('several windows of one file', () => {
  it('have the same handle, whatever name it was opened by, and hear of each other’s edits', async () => {
    const { core, file, path, place } = await openShown();
    linkSync(path, place.path('Alias.throughline'));
    const other = core.windows.open(null);
    const calls = callsOf(core, other);
    const opened = value(await calls.files.open({ place: core.grant(place.path('Alias.throughline')) }));
    expect(opened.file).toBe(file);
    expect(opened.info.client).toBe('A');

    const stream = await calls.changes.watch({ file });
    const { data } = value(await calls.changes.load({ file }));
    const changes = [{ op: 'update', entity: 'client', id: data.client[0]?.id ?? '', fields: { name: 'B' } } as const];
    value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Name', changes }));
    expect(await nextOf(stream)).toMatchObject({ changes: [{ entity: 'client', fields: { name: 'B' } }] });
  });

  it('keep it open until the last of them is gone; then its backup is made and only the file is left', async () => {
    const { core, window, calls, file, path } = await openShown();
    const other = core.windows.open(showingOf(file));
    const { data } = value(await calls.changes.load({ file }));
    const changes = [{ op: 'update', entity: 'client', id: data.client[0]?.id ?? '', fields: { name: 'B' } } as const];
    value(await calls.changes.apply({ file, opId: core.newId(), label: 'Name', changes }));
    core.windows.gone(window);
    expect(core.windows.withFile(file)).toBe(other);
    expect(await core.client.files.info({ file })).toMatchObject({ ok: true });

    const events = await core.client.files.watch({ file });
    core.windows.gone(other);
    expect(await events.next()).toEqual({ done: false, value: { event: 'closed' } });
    expect((await events.next()).done).toBe(true);
    expect(core.windows.withFile(file)).toBeNull();
    expect(await core.client.files.info({ file })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const again = value(await core.client.files.open({ place: core.grant(path) }));
    expect(value(await core.client.files.backups({ file: again.file })).map((one) => one.reason)).toEqual(['close']);
    expect(existsSync(`${path}-journal`)).toBe(false);
  });

  it('let it go when they show something else', async () => {
    const { core, calls, file } = await openShown();
    value(await calls.desk.show({ showing: showingOf(null) }));
    expect(await core.client.files.info({ file })).toMatchObject({ ok: false });
  });
});

it('a file that no window ever showed stays open, as the command line needs it', async () => {
  const place = workplace();
  const core = place.core();
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  core.windows.gone(core.windows.open(null));
  expect(await core.client.files.info({ file })).toMatchObject({ ok: true });
});

it('a file that was renamed while it was open can be opened by its new name, and takes edits there', async () => {
  const { core, file, path, place } = await openShown();
  renameSync(path, place.path('B.throughline'));
  const opened = value(await core.client.files.open({ place: core.grant(place.path('B.throughline')) }));
  expect(opened.file).not.toBe(file);
  const { data } = value(await core.client.changes.load({ file: opened.file }));
  const changes = [{ op: 'update', entity: 'client', id: data.client[0]?.id ?? '', fields: { name: 'B' } } as const];
  value(await core.client.changes.apply({ file: opened.file, opId: core.newId(), label: 'Name', changes }));
});
