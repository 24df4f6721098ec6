import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core.ts';
import { callsOf, showingOf, value, type Workplace, workplace } from '../../support/core.ts';

const shipped = join(import.meta.dirname, '../../../resources');

/** Makes a client file and shows it in a window of its own. */
async function showNew(place: Workplace, core: Core, client: string) {
  const path = place.path(`${client}.throughline`);
  const window = core.windows.open(null);
  const calls = callsOf(core, window);
  const { file, info } = value(await calls.files.create({ place: core.grant(path), client }));
  value(await calls.desk.show({ showing: showingOf(file, 'map') }));
  const engagement = info.engagements[0]?.id ?? '';
  const edit = async (fields: Record<string, unknown>) =>
    value(
      await calls.changes.apply({
        file,
        opId: core.newId(),
        label: 'Edit',
        changes: [{ op: 'update', entity: 'engagement', id: engagement, fields }],
      }),
    );
  return { path, window, calls, file, id: info.fileId, engagement, edit };
}

const listOf = async (core: Core) => value(await core.client.home.list({}));

/** Paths of all files below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

describe('the files used lately', () => {
  it('are those that a window showed, the latest first', async () => {
    const place = workplace();
    const core = place.core();
    await showNew(place, core, 'First');
    await showNew(place, core, 'Second');
    value(await core.client.files.create({ place: core.grant(place.path('Quiet.throughline')), client: 'Quiet' }));
    expect((await listOf(core)).map(({ client, fileName, folder, open }) => [client, fileName, folder, open])).toEqual([
      ['Second', 'Second.throughline', place.folder, true],
      ['First', 'First.throughline', place.folder, true],
    ]);
  });

  it('keep their last known facts when they are closed, and lose days that have passed', async () => {
    const place = workplace();
    let today = '2026-06-18';
    const core = place.core({ today: () => today });
    const { window, edit } = await showNew(place, core, 'A');
    await edit({
      title: 'Outcome contracts',
      startOn: '2026-06-18',
      endOn: '2026-06-26',
      plannedIssueOn: '2027-01-01',
    });
    const facts = {
      title: 'Outcome contracts',
      stage: 6,
      stages: ['half', ...Array.from({ length: 7 }, () => 'empty')],
      issue: null,
      drift: null,
      decisionInScope: false,
    };
    const due = [
      { on: '2026-06-18', at: null, kind: 'start', says: 'Start of the engagement' },
      { on: '2026-06-26', at: null, kind: 'end', says: 'End of the engagement' },
    ];
    expect((await listOf(core))[0]?.facts).toMatchObject({ ...facts, due });
    core.windows.gone(window);
    today = '2026-06-19';
    const [closed] = await listOf(core);
    expect(closed).toMatchObject({
      open: false,
      interrupted: false,
      missing: false,
      facts: { ...facts, due: [due[1]] },
    });
    expect(closed?.facts?.blockers).toBeGreaterThan(0);
  });

  it('are opened from the list, and one that is open answers the handle that it has', async () => {
    const place = workplace();
    const core = place.core();
    const { id, file, window } = await showNew(place, core, 'A');
    expect(value(await core.client.home.open({ id })).file).toBe(file);
    core.windows.gone(window);
    expect(value(await core.client.home.open({ id })).info).toMatchObject({ client: 'A', readOnly: false });
  });

  it('are pinned and removed without the file being touched, also after a restart', async () => {
    const place = workplace();
    const core = place.core();
    const [a, b] = [await showNew(place, core, 'A'), await showNew(place, core, 'B')];
    value(await core.client.home.pin({ id: a.id, pinned: true }));
    value(await core.client.home.remove({ id: b.id }));
    await core.close();
    expect(await listOf(place.core())).toMatchObject([{ client: 'A', pinned: true }]);
    expect(existsSync(b.path)).toBe(true);
    expect(statSync(place.path('app/recents.json')).mode & 0o777).toBe(0o600);
  });

  it('that were open when the program ended say so until they are opened again', async () => {
    const place = workplace();
    const killed = place.core();
    const { id } = await showNew(place, killed, 'A');
    const core = place.core();
    expect(await listOf(core)).toMatchObject([{ id, interrupted: true, open: false }]);
    await killed.close();
    const { file } = value(await core.client.home.open({ id }));
    core.windows.open(showingOf(file));
    expect(await listOf(core)).toMatchObject([{ id, interrupted: false, open: true }]);
    await core.close();
    expect(await listOf(place.core())).toMatchObject([{ id, interrupted: false, open: false }]);
  });

  it.each(['', '{"version":1,"files":[', '{"version":9}', '[]'])(
    'start anew when the list is damaged: %j',
    async (text) => {
      const place = workplace();
      const core = place.core();
      writeFileSync(place.path('app/recents.json'), text);
      expect(await listOf(core)).toEqual([]);
      expect(readFileSync(place.path('app/recents.broken.json'), 'utf8')).toBe(text);
      await showNew(place, core, 'A');
      expect(await listOf(core)).toHaveLength(1);
    },
  );
});

describe('a file that is not at its place', () => {
  it('is missing, and found again where it is now', async () => {
    const place = workplace();
    const core = place.core();
    const { id, path, window } = await showNew(place, core, 'A');
    core.windows.gone(window);
    renameSync(path, place.path('Moved.throughline'));
    expect(await listOf(core)).toMatchObject([{ id, missing: true }]);
    expect(await core.client.home.open({ id })).toMatchObject({ ok: false, error: { code: 'file-missing' } });
    value(await core.client.home.found({ id, place: core.grant(place.path('Moved.throughline')) }));
    expect(await listOf(core)).toMatchObject([{ id, missing: false, fileName: 'Moved.throughline' }]);
    value(await core.client.home.open({ id }));
  });

  it('is not found in another client file, nor in something that is none', async () => {
    const place = workplace();
    const core = place.core();
    const { id, path, window } = await showNew(place, core, 'A');
    core.windows.gone(window);
    rmSync(path);
    const other = await showNew(place, core, 'B');
    const found = (at: string) => core.client.home.found({ id, place: core.grant(at) });
    expect(await found(other.path)).toMatchObject({
      error: { code: 'file-another', params: { name: 'B.throughline' } },
    });
    core.windows.gone(other.window);
    expect(await found(other.path)).toMatchObject({ error: { code: 'file-another' } });
    writeFileSync(place.path('text.throughline'), 'no client file');
    expect(await found(place.path('text.throughline'))).toMatchObject({ error: { code: 'file-foreign' } });
    expect(await listOf(core)).toMatchObject([{ client: 'B' }, { id, missing: true }]);
  });
});

it('a file that cannot be opened any more is restored from its backups', async () => {
  const place = workplace();
  const core = place.core();
  const { id, path, window, edit } = await showNew(place, core, 'A');
  await edit({ title: 'Kept' });
  core.windows.gone(window);
  writeFileSync(path, 'ruined');
  expect(await core.client.home.open({ id })).toMatchObject({ ok: false });
  const [backup] = value(await core.client.home.backups({ id }));
  expect(backup).toMatchObject({ reason: 'close', revision: 2 });
  const target = core.grant(place.path('Restored.throughline'));
  expect(value(await core.client.home.restore({ id, backup: backup?.number ?? 0, place: target }))).toEqual({
    revision: 2,
  });
  const { info } = value(await core.client.files.open({ place: target }));
  expect(info.engagements).toMatchObject([{ title: 'Kept' }]);
  expect(readFileSync(path, 'utf8')).toBe('ruined');
});

describe('a client that is forgotten', () => {
  it('leaves nothing on this computer but the file itself', async () => {
    const place = workplace();
    const core = place.core();
    const before = filesBelow(place.path('app'));
    const { id, path, window, edit } = await showNew(place, core, 'Aldermoor');
    await edit({ title: 'Canary' });
    core.windows.gone(window);
    expect(filesBelow(place.path('app')).length).toBeGreaterThan(before.length);
    expect(value(await core.client.home.forget({ id })).removed).toBeGreaterThanOrEqual(3);
    const after = filesBelow(place.path('app'));
    expect(after.map((each) => basename(each)).toSorted()).toEqual(['installation', 'recents.json']);
    for (const each of after) expect(readFileSync(each, 'latin1')).not.toMatch(/Aldermoor|Canary/u);
    expect(existsSync(path)).toBe(true);
    expect(await listOf(core)).toEqual([]);
  });

  it('is refused while a window shows it, and then nothing is removed', async () => {
    const place = workplace();
    const core = place.core();
    const { id } = await showNew(place, core, 'A');
    const before = filesBelow(place.path('app'));
    expect(await core.client.home.forget({ id })).toMatchObject({ ok: false, error: { code: 'file-in-use' } });
    expect(filesBelow(place.path('app'))).toEqual(before);
    expect(await listOf(core)).toHaveLength(1);
  });

  it.each(['../../x', '/etc', 'unknown'])('is one of the list: nothing is removed for %j', async (id) => {
    const core = workplace().core();
    expect(await core.client.home.forget({ id })).toMatchObject({ ok: false, error: { code: 'not-listed' } });
    expect(await core.client.home.backups({ id })).toMatchObject({ ok: false, error: { code: 'not-listed' } });
  });
});

it('a copy that some other program made is the same file at another place', async () => {
  const place = workplace();
  const core = place.core();
  const { id, path, window } = await showNew(place, core, 'A');
  core.windows.gone(window);
  copyFileSync(path, place.path('Copy.throughline'));
  const { file } = value(await core.client.files.open({ place: core.grant(place.path('Copy.throughline')) }));
  core.windows.open(showingOf(file));
  expect(await listOf(core)).toMatchObject([{ id, fileName: 'Copy.throughline' }]);
});

describe('the sample', () => {
  it('is a client file with a whole engagement in it', async () => {
    const place = workplace();
    const core = place.core({ today: () => '2026-09-25' });
    const { file, info } = value(
      await core.client.home.sample({ place: core.grant(place.path('Sample.throughline')), opId: core.newId() }),
    );
    expect(info).toMatchObject({ client: 'Aldermere Air', counts: { decision: 5, interview: 10, priority: 7 } });
    core.windows.open(showingOf(file));
    const [sample] = await listOf(core);
    expect(sample?.facts).toMatchObject({ blockers: 0, decisionInScope: true, issue: null });
    expect(sample?.facts?.stages).toEqual(['full', 'full', 'full', 'half', 'full', 'full', 'full', 'empty']);
  });

  it('is not made over a file that is there', async () => {
    const place = workplace();
    const core = place.core();
    writeFileSync(place.path('Sample.throughline'), 'mine');
    const at = core.grant(place.path('Sample.throughline'));
    expect(await core.client.home.sample({ place: at, opId: core.newId() })).toMatchObject({
      ok: false,
      error: { code: 'file-exists' },
    });
    expect(readFileSync(place.path('Sample.throughline'), 'utf8')).toBe('mine');
  });

  it('that cannot be made whole leaves nothing behind', async () => {
    const place = workplace();
    const resources = place.path('resources');
    cpSync(join(shipped, 'kit'), join(resources, 'kit'), { recursive: true });
    cpSync(join(shipped, 'sample'), join(resources, 'sample'), { recursive: true });
    rmSync(join(resources, 'sample', 'engagement.json'));
    const core = place.core({ resources });
    const path = place.path('Sample.throughline');
    const reply = await core.client.home.sample({ place: core.grant(path), opId: core.newId() });
    expect(reply).toMatchObject({ ok: false, error: { code: 'import-no-file' } });
    expect(existsSync(path)).toBe(false);
    const left = filesBelow(place.path('app')).map((each) => basename(each));
    expect(left).toEqual(['installation']);
  });
});
