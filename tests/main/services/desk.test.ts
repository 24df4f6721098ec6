import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../../../src/shared/api/desk.ts';
import { callsOf, deskPort, showingOf, value, workplace } from '../../support/core.ts';

/** A core whose chooser may show one folder, and a folder beside it that it may not. */
function openChooser() {
  const place = workplace();
  const [inside, outside] = [place.path('inside'), place.path('outside')];
  mkdirSync(inside);
  mkdirSync(outside);
  const desk = deskPort({ roots: () => [inside, place.path('not-there')] });
  const core = place.core({ desk });
  const calls = callsOf(core, core.windows.open(null));
  const browse = async (folder: string) =>
    value(await calls.desk.browse({ folder: core.grant(folder), kind: 'client' })).entries.map((one) => one.name);
  return { place, inside, outside, core, calls, desk, browse };
}

describe('the chooser of the interface', () => {
  it('begins with the roots, and shows folders and files whose ending fits', async () => {
    const { inside, calls } = openChooser();
    mkdirSync(join(inside, 'Clients'));
    for (const name of ['b.throughline', 'A.THROUGHLINE', 'notes.txt', '.hidden.throughline']) {
      writeFileSync(join(inside, name), 'x');
    }
    const start = value(await calls.desk.browse({ kind: 'client' }));
    expect(start).toMatchObject({ folder: null, parent: null, entries: [{ name: 'inside', kind: 'folder' }] });
    const root = value(await calls.desk.browse({ folder: start.entries[0]?.place ?? '', kind: 'client' }));
    expect(root).toMatchObject({ name: 'inside', parent: null, leftOut: 0 });
    expect(root.entries.map(({ name, kind, bytes }) => [name, kind, bytes])).toEqual([
      ['Clients', 'folder', 0],
      ['A.THROUGHLINE', 'file', 1],
      ['b.throughline', 'file', 1],
    ]);
    const below = value(await calls.desk.browse({ folder: root.entries[0]?.place ?? '', kind: 'client' }));
    expect(below).toMatchObject({ name: 'Clients', parent: root.folder, entries: [] });
  });

  it('never leaves the roots, not by a name beside them and not by a link', async () => {
    const { place, inside, outside, calls, core, browse } = openChooser();
    writeFileSync(join(outside, 'secret.throughline'), 'x');
    symlinkSync(outside, join(inside, 'way-out'));
    symlinkSync(join(outside, 'secret.throughline'), join(inside, 'link.throughline'));
    symlinkSync(join(outside, 'nothing-yet.throughline'), join(inside, 'dangling.throughline'));
    mkdirSync(place.path('inside-too'));
    expect(await browse(inside)).toEqual([]);
    for (const path of [outside, join(inside, 'way-out'), join(inside, '..'), place.path('inside-too'), '/']) {
      const reply = await calls.desk.browse({ folder: core.grant(path), kind: 'client' });
      expect(reply, path).toMatchObject({ ok: false, error: { code: 'place-outside' } });
    }
    for (const name of ['link', 'dangling']) {
      const reply = await calls.desk.spot({ folder: core.grant(inside), name, kind: 'client' });
      expect(reply, name).toMatchObject({ ok: false, error: { code: 'place-outside' } });
    }
  });

  it('follows a link that stays inside', async () => {
    const { inside, browse } = openChooser();
    mkdirSync(join(inside, 'real'));
    symlinkSync(join(inside, 'real'), join(inside, 'alias'));
    expect(await browse(inside)).toEqual(['alias', 'real']);
  });

  it('says what is wrong with a folder that is gone', async () => {
    const { inside, calls, core } = openChooser();
    const reply = await calls.desk.browse({ folder: core.grant(join(inside, 'gone')), kind: 'client' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'folder-unreadable', params: { name: 'gone' } } });
  });

  it('stops at 2,000 entries and says how many more there are', async () => {
    const { inside, calls, core } = openChooser();
    for (let index = 0; index < 2003; index += 1) writeFileSync(join(inside, `${index}.throughline`), '');
    const reply = value(await calls.desk.browse({ folder: core.grant(inside), kind: 'client' }));
    expect([reply.entries.length, reply.leftOut]).toEqual([2000, 3]);
  });
});

describe('a name for a new file', () => {
  it('gets its ending where it lacks one, and says whether it is taken', async () => {
    const { inside, calls, core } = openChooser();
    writeFileSync(join(inside, 'Old.docx'), '');
    const spot = async (name: string) =>
      value(await calls.desk.spot({ folder: core.grant(inside), name, kind: 'document' }));
    expect(await spot('Map')).toMatchObject({ name: 'Map.docx', exists: false });
    expect(await spot('Old.docx')).toMatchObject({ name: 'Old.docx', exists: true });
    expect(await spot('Plan v1.2')).toMatchObject({ name: 'Plan v1.2.docx' });
  });

  it.each([
    '../x',
    'a/b',
    'a\\b',
    'CON',
    'com1',
    'lpt¹.throughline',
    'nul.tar',
    'a\u0007',
    'a\u202Egpj',
    'a:b',
    'x?',
    '.a',
  ])('is refused as %j', async (name) => {
    const { inside, calls, core } = openChooser();
    const reply = await calls.desk.spot({ folder: core.grant(inside), name, kind: 'client' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'name-refused' } });
  });
});

describe('a dropped file', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');

  it('comes in pieces, can be imported, and is gone with its window', async () => {
    const { place, core } = openChooser();
    const window = core.windows.open(null);
    const calls = callsOf(core, window);
    const first = value(await calls.desk.receive({ name: '../Back log:1.txt', piece: base64('Key,Summary\nA-1,') }));
    const { place: at, bytes } = value(
      await calls.desk.receive({ place: first.place, name: 'ignored', piece: base64('Ship it\n') }),
    );
    expect([at, bytes]).toEqual([first.place, 24]);
    expect(value(await calls.imports.detect({ place: at }))).toMatchObject({ format: 'txt' });

    const received = place.path('app/received');
    const [path = ''] = readdirSync(received, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('txt'),
    );
    expect(path).toMatch(/Back log_1\.txt$/u);
    expect(readFileSync(join(received, path), 'utf8')).toBe('Key,Summary\nA-1,Ship it\n');
    expect(statSync(join(received, path)).mode & 0o777).toBe(0o600);
    core.windows.gone(window);
    expect(existsSync(join(received, path))).toBe(false);
    expect(await core.client.imports.detect({ place: at })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('takes no piece from another window, nothing that is no base64, and no place that it did not give', async () => {
    const { inside, core, calls } = openChooser();
    writeFileSync(join(inside, 'own.txt'), 'mine');
    const { place } = value(await calls.desk.receive({ name: 'a.txt', piece: base64('a') }));
    const other = callsOf(core, core.windows.open(null));
    const piece = base64('b');
    expect(await other.desk.receive({ place, name: 'a.txt', piece })).toMatchObject({ ok: false });
    const chosen = core.grant(join(inside, 'own.txt'));
    expect(await calls.desk.receive({ place: chosen, name: 'own.txt', piece })).toMatchObject({ ok: false });
    expect(await calls.desk.receive({ place, name: 'a.txt', piece: 'no base64' })).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
    expect(readFileSync(join(inside, 'own.txt'), 'utf8')).toBe('mine');
  });

  it('that a killed program left behind is gone after the next start', () => {
    const place = workplace();
    const left = place.path('app/received/999999999-x/y');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'client.csv'), 'secret');
    place.core();
    expect(readdirSync(place.path('app/received'))).toEqual([]);
  });
});

describe('the dialog of the system', () => {
  const native: Capabilities = { shell: 'electron', dialogs: 'native', menus: true, windows: true, keptKeys: [] };

  it('makes what was chosen a place, with its ending', async () => {
    const place = workplace();
    const desk = deskPort({ capabilities: native, choose: () => Promise.resolve(place.path('New client')) });
    const calls = callsOf(place.core({ desk }), 'w');
    const chosen = value(await calls.desk.choose({ mode: 'save', kind: 'client', name: 'New' }));
    expect(chosen).toMatchObject({ name: 'New client.throughline', exists: false });
    value(await calls.files.create({ place: chosen?.place ?? '', client: 'New' }));
    expect(existsSync(place.path('New client.throughline'))).toBe(true);
  });

  it('may be left without a choice', async () => {
    const calls = callsOf(workplace().core({ desk: deskPort({ capabilities: native }) }), 'w');
    expect(value(await calls.desk.choose({ mode: 'open', kind: 'client' }))).toBeNull();
  });
});

describe('what a shell does not offer', () => {
  it('is refused without asking the shell', async () => {
    const { calls, desk } = openChooser();
    const replies = [
      await calls.desk.choose({ mode: 'open', kind: 'client' }),
      await calls.desk.menu({ items: [] }),
      await workplace().core().client.desk.browse({ kind: 'client' }),
      await workplace().core().client.desk.window({}),
    ];
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: 'not-offered' } });
    expect(desk.told).toEqual([]);
  });

  it('another window is asked of a shell that has them, on the file that is named', async () => {
    const { place, core, calls, desk } = openChooser();
    const at = core.grant(place.path('A.throughline'));
    const { file } = value(await calls.files.create({ place: at, client: 'Aldermoor' }));
    value(await calls.desk.window({ file }));
    value(await calls.desk.window({}));
    expect(desk.told).toEqual([
      ['openWindow', { ...showingOf(file), title: 'Aldermoor' }],
      ['openWindow', null],
    ]);
  });
});
