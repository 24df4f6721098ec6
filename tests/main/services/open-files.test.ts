import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Core, CoreConfig } from '../../../src/main/core.ts';
import { localConfig } from '../../../src/main/local-config.ts';
import { callsOf, nextOf, showingOf, value, type Workplace, workplace } from '../../support/core.ts';
import { holdFile } from '../../support/hold-file.ts';
import { tamper } from '../../support/store/other-tool.ts';

/** A core whose upkeep runs when it is told to, on a clock that the test moves. */
function openByHand(place: Workplace, store: Partial<CoreConfig['store']> = {}) {
  let now = 0;
  let upkeep = (): void => undefined;
  const every = (_: number, run: () => void) => {
    upkeep = run;
    return () => undefined;
  };
  const own = localConfig(place.path('app')).store;
  const core = place.core({ every, store: { ...own, monotonic: () => now, ...store } });
  return {
    core,
    later: (milliseconds: number): void => {
      now += milliseconds;
      upkeep();
    },
  };
}

async function create(place: Workplace, core: Core) {
  const path = place.path('A.throughline');
  const { file, info } = value(await core.client.files.create({ place: core.grant(path), client: 'A' }));
  const engagement = info.engagements[0]?.id ?? '';
  const edit = (title: string) =>
    core.client.changes.apply({
      file,
      opId: core.newId(),
      label: 'Title',
      changes: [{ op: 'update', entity: 'engagement', id: engagement, fields: { title } }],
    });
  return { path, file, engagement, edit };
}

describe('whoever watches a file', () => {
  it('hears of the backup that is made while it changes, and of its end', async () => {
    const place = workplace();
    const { core, later } = openByHand(place);
    const { file, edit } = await create(place, core);
    const events = await core.client.files.watch({ file });
    value(await edit('B'));
    later(6 * 60_000);
    expect(await nextOf(events)).toMatchObject({ event: 'backup', backup: { reason: 'changes', revision: 2 } });
    value(await core.client.files.close({ file }));
    expect(await nextOf(events)).toEqual({ event: 'closed' });
    expect((await events.next()).done).toBe(true);
  });

  it('hears of damage that the check in the background finds, also when it was found before anybody watched', async () => {
    const place = workplace();
    const made = openByHand(place);
    const { file, path } = await create(place, made.core);
    value(await made.core.client.files.close({ file }));
    tamper(path, "UPDATE client SET name = 'Mallory'");
    const { core, later } = openByHand(place);
    const again = value(await core.client.files.open({ place: core.grant(path) }));
    for (let turn = 0; turn < 5; turn += 1) later(1000);
    const finding = { kind: 'row-damaged', entity: 'client', repairable: true };
    const first = await core.client.files.watch({ file: again.file });
    const heard = await nextOf(first);
    expect(heard).toMatchObject({ event: 'findings', findings: [finding] });

    const id = heard.event === 'findings' ? (heard.findings[0]?.id ?? '') : '';
    value(await core.client.files.repair({ file: again.file, entity: 'client', id }));
    const second = await core.client.files.watch({ file: again.file });
    value(await core.client.files.close({ file: again.file }));
    expect(await nextOf(second)).toEqual({ event: 'closed' });
  });

  it('hears of low space, and once of a backup that fails for it', async () => {
    const place = workplace();
    const { core, later } = openByHand(place, { freeBytes: () => 1000 });
    const { file, edit } = await create(place, core);
    const events = await core.client.files.watch({ file });
    value(await edit('B'));
    later(6 * 60_000);
    later(1000);
    expect(await nextOf(events)).toEqual({
      event: 'notice',
      notice: { code: 'low-space', params: { free: 1000 } },
    });
    expect(await nextOf(events)).toMatchObject({ event: 'problem', error: { code: 'backup-failed' } });
    await core.client.files.close({ file });
    const rest = await nextOf(events);
    expect(rest).toMatchObject({ event: 'problem', error: { code: 'backup-failed' } });
    expect(await nextOf(events)).toEqual({ event: 'closed' });
  });

  it('of a file that is not open hears nothing', async () => {
    const events = await workplace().core().client.files.watch({ file: 'nothing' });
    expect((await events.next()).done).toBe(true);
  });
});

describe('a backup that is looked at', () => {
  it('is a file of its own beside the one that is open, and takes no edits', async () => {
    const place = workplace();
    const core = place.core();
    const { file, edit } = await create(place, core);
    value(await edit('Before'));
    const { number } = value(await core.client.files.backup({ file }));
    value(await edit('After'));
    const seen = value(await core.client.files.preview({ file, backup: number }));
    expect(seen).toMatchObject({ info: { readOnly: true, engagements: [{ title: 'Before' }] } });
    expect(seen.file).not.toBe(file);
    expect(seen.notices.map((notice) => notice.code)).toEqual(['read-only']);
    expect(await core.client.changes.undo({ file: seen.file, opId: core.newId() })).toMatchObject({
      ok: false,
      error: { code: 'file-read-only' },
    });
    expect(value(await core.client.files.info({ file })).engagements).toMatchObject([{ title: 'After' }]);
    expect(value(await core.client.files.preview({ file, backup: number })).file).toBe(seen.file);
  });

  it('is let go with its window, and is no file of the list', async () => {
    const place = workplace();
    const core = place.core();
    const { file } = await create(place, core);
    const { number } = value(await core.client.files.backup({ file }));
    const window = core.windows.open(null);
    const calls = callsOf(core, window);
    const seen = value(await calls.files.preview({ file, backup: number }));
    value(await calls.desk.show({ showing: showingOf(seen.file) }));
    expect(value(await calls.home.list({}))).toEqual([]);
    core.windows.gone(window);
    expect(await core.client.files.info({ file: seen.file })).toMatchObject({ ok: false });
    expect(await core.client.files.info({ file })).toMatchObject({ ok: true });
  });

  it('has to be there', async () => {
    const place = workplace();
    const core = place.core();
    const { file } = await create(place, core);
    expect(await core.client.files.preview({ file, backup: 7 })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('what the disk or another program does', () => {
  /** A core that does not wait long for another program. */
  const hastyCore = (place: Workplace, other: Partial<CoreConfig> = {}): Core =>
    place.core({ store: { ...localConfig(place.path('app')).store, patience: 50 }, ...other });

  it('is told by its code by every call that reads', async () => {
    const place = workplace();
    const bugs: string[] = [];
    const core = hastyCore(place, { onBug: (call) => void bugs.push(call) });
    const { file, path } = await create(place, core);
    const release = holdFile(path);
    for (const call of [() => core.client.files.info({ file }), () => core.client.changes.load({ file })]) {
      expect(await call()).toMatchObject({ ok: false, error: { code: 'file-busy' } });
    }
    release();
    expect(await core.client.files.info({ file })).toMatchObject({ ok: true });
    expect(bugs).toEqual([]);
  });

  it('does not keep a file from being closed, and from being opened again afterwards', async () => {
    const place = workplace();
    const core = hastyCore(place);
    const { file, path, edit } = await create(place, core);
    const release = holdFile(path);
    expect(await core.client.files.close({ file })).toEqual({ ok: true, value: { revision: 1 } });
    release();
    const again = value(await core.client.files.open({ place: core.grant(path) }));
    expect(again.notices).toEqual([]);
    expect(await edit('B')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('tells of a closed file that its backup could not be made, and closes it all the same', async () => {
    const place = workplace();
    const core = hastyCore(place);
    const { file, path, edit } = await create(place, core);
    value(await edit('B'));
    const release = holdFile(path);
    expect(await core.client.files.close({ file })).toMatchObject({ ok: false, error: { code: 'backup-failed' } });
    release();
    const again = value(await core.client.files.open({ place: core.grant(path) }));
    expect(again.info.engagements).toMatchObject([{ title: 'B' }]);
  });

  it('is a bug of ours when it is not the file or place that was named', async () => {
    const place = workplace();
    const bugs: string[] = [];
    const core = place.core({ onBug: (call) => void bugs.push(call), resources: join(place.folder, 'none') });
    const at = core.grant(place.path('A.throughline'));
    expect(await core.client.files.create({ place: at, client: 'A' })).toMatchObject({ error: { code: 'internal' } });
    expect(bugs).toEqual(['files.create']);
  });
});
