import { copyFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { value, workplace } from '../../support/core.ts';

const sample = join(import.meta.dirname, '../../../resources/sample');
const head = { format: 'throughline-engagement', version: 1 };

/** A core with a new client file open in it, and a way to import a strategy, a backlog and an engagement. */
async function openNew() {
  const place = workplace();
  const core = place.core();
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  const { imports } = core.client;
  const kind = 'strategy' as const;
  const at = (path: string): string => core.grant(path);
  return {
    core,
    file,
    place,
    counts: async () => value(await core.client.files.info({ file })).counts,
    strategy: (path: string, decisionsFrom?: number) =>
      imports.document({
        file,
        place: at(path),
        kind,
        opId: core.newId(),
        ...(decisionsFrom === undefined ? {} : { decisionsFrom }),
      }),
    backlog: (path: string) => imports.backlog({ file, place: at(path), opId: core.newId() }),
    engagement: (content: unknown) => {
      writeFileSync(place.path('in.json'), content instanceof Uint8Array ? content : JSON.stringify(content));
      return imports.engagement({ file, place: at(place.path('in.json')), opId: core.newId() });
    },
  };
}

it('the very same document taken in twice is there once, and decisions can be made of it the second time', async () => {
  const { strategy, counts } = await openNew();
  const first = value(await strategy(join(sample, 'strategy.docx')));
  const again = value(await strategy(join(sample, 'strategy.docx'), 2));
  expect(again).toMatchObject({ source: first.source, passages: 0, decisions: 5, notes: [{ code: 'known-already' }] });
  expect(await counts()).toMatchObject({ source: 1, passage: first.passages, decision: 5 });
});

it('the sample taken in twice is there once', async () => {
  const { strategy, backlog, engagement, counts } = await openNew();
  const takeIn = async (): Promise<Readonly<Record<string, number>>> => {
    value(await strategy(join(sample, 'strategy.docx'), 2));
    value(await backlog(join(sample, 'backlog.csv')));
    value(await engagement(readFileSync(join(sample, 'engagement.json'))));
    return counts();
  };
  expect(await takeIn()).toEqual(await takeIn());
});

it('a file that cannot be read is said to be such, and nothing is taken in', async () => {
  const { core, place, strategy, backlog, counts } = await openNew();
  symlinkSync(place.path('loop'), place.path('loop'));
  const unreadable = { ok: false, error: { code: 'import-unreadable', params: { name: 'loop', reason: 'ELOOP' } } };
  expect(await strategy(place.path('loop'))).toMatchObject(unreadable);
  expect(await backlog(place.path('loop'))).toMatchObject(unreadable);
  const loop = core.grant(place.path('loop'));
  expect(await core.client.imports.detect({ place: loop })).toMatchObject(unreadable);
  expect(await counts()).toMatchObject({ source: 0 });
});

it('a file whose name has more than one line is taken in', async () => {
  const { place, strategy } = await openNew();
  copyFileSync(join(sample, 'strategy.docx'), place.path('a\nb.docx'));
  expect(value(await strategy(place.path('a\nb.docx'))).passages).toBeGreaterThan(0);
});

it.each([
  ['letters that are not UTF-8', Buffer.from('{"client":{"name":"\xE4"}}', 'latin1'), 'exchange-not-json', 'UTF-8'],
  ['a key as long as a page', { ...head, ['k'.repeat(5000)]: 1 }, 'exchange-invalid', 'kkk'],
  ['an unknown key', { ...head, rows: { step: [{ speed: 1 }] } }, 'exchange-invalid', '"rows.step[0].speed"'],
  [
    'a row without what it is part of',
    { ...head, rows: { decision: [{}, {}], criterion: [{}] } },
    'exchange-invalid',
    '"rows.criterion[0].priority"',
  ],
  ['a label that is none', { ...head, rows: { decision: [{ label: 'X1' }] } }, 'exchange-invalid', 'D1'],
])('an engagement file with %s is refused with its place', async (_, content, code, place) => {
  const { engagement, counts } = await openNew();
  const before = await counts();
  const refused = await engagement(content);
  expect(refused).toMatchObject({ ok: false, error: { code } });
  expect(JSON.stringify(refused)).toContain(place);
  expect(await counts()).toEqual(before);
});
