import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Client } from '../../../src/main/binding.ts';
import type { Core } from '../../../src/main/core.ts';
import type { Change } from '../../../src/shared/model/change.ts';
import { updateRow } from '../../../src/shared/model/change.ts';
import type { ClientData } from '../../../src/shared/model/index.ts';
import { value, workplace } from '../../support/core.ts';
import { wordsInBytes } from '../../support/store/withdrawal.ts';

const today = '2026-09-25';
/** A word that only this person used, in everything that they said. */
const canary = 'xylocarp';

type Opened = { core: Core; calls: Client; file: string; path: (name: string) => string; appDir: string };

async function openSample(): Promise<Opened> {
  const place = workplace();
  const core = place.core({ today: () => today });
  const calls = core.client;
  const opId = core.newId();
  const { file } = value(await calls.home.sample({ place: core.grant(place.path('A.throughline')), opId }));
  return { core, calls, file, path: place.path, appDir: join(place.folder, 'app') };
}

const load = async ({ calls, file }: Opened): Promise<ClientData> => value(await calls.changes.load({ file })).data;

/** Puts the word into everything that the air audit engineer said, and into a paragraph that quotes him. */
async function plant(opened: Opened): Promise<string> {
  const { calls, core, file } = opened;
  const data = await load(opened);
  const person = data.stakeholder.find(({ name }) => name === 'Lukas Brandt')?.id ?? '';
  const interview = data.participant.find((row) => row.person === person)?.interview ?? '';
  const saidBy = <T extends { toldBy: string | null }>(rows: readonly T[]) =>
    rows.filter((row) => row.toldBy === person);
  const changes: Change[] = [
    ...data.evidence
      .filter((row) => row.speaker === person)
      .map(({ id, text }) => updateRow('evidence', id, { text: `${text} The ${canary} again.` })),
    ...data.answer
      .filter((row) => row.interview === interview)
      .map(({ id, text }) => updateRow('answer', id, { text: `${text}\nThe ${canary} once more.` })),
    ...data.playbackMark
      .filter((row) => row.person === person)
      .map(({ id }) => updateRow('playbackMark', id, { words: `${canary} and so on` })),
    ...saidBy(data.limit).map(({ id }) => updateRow('limit', id, { text: `No ${canary} before spring` })),
    ...saidBy(data.namedSuccess).map(({ id }) => updateRow('namedSuccess', id, { what: `More ${canary}` })),
    updateRow('interview', interview, { notes: `Talked about the ${canary}` }),
    updateRow('stakeholder', person, { note: `Always says ${canary}` }),
  ];
  value(await calls.changes.apply({ file, opId: core.newId(), label: 'Said', changes }));
  return person;
}

/** Everything that any call tells about the file, and the bytes that it writes. */
async function everything({ calls, core, file, path }: Opened, draft = false): Promise<string> {
  const place = (name: string): string => core.grant(path(name));
  const data = value(await calls.changes.load({ file }));
  const answers = await Promise.all([
    calls.changes.history({ file, limit: 500 }),
    calls.changes.steps({ file }),
    calls.search.find({ file, query: canary, limit: 200 }),
    calls.analysis.analyse({ file, today }),
    calls.analysis.background({ file, today }),
    calls.suggestions.list({ file }),
    ...(draft ? [calls.documents.pages({ file, today, draft })] : []),
    calls.exports.engagement({ file, place: place('after.json') }),
    calls.exports.map({ file, format: 'csv', place: place('map.csv') }),
  ]);
  answers.forEach((answer: Parameters<typeof value>[0]) => void value(answer));
  const sources = await Promise.all(data.data.source.map(({ id }) => calls.sources.passages({ file, source: id })));
  return JSON.stringify([data, answers, sources, readFileSync(path('after.json'), 'utf8')]);
}

it('a person who takes their words back is in no figure, list, hit, draft, export or byte any more', async () => {
  const opened = await openSample();
  const { calls, core, file, path } = opened;
  const before = value(await calls.analysis.analyse({ file, today }));
  const person = await plant(opened);
  value(await calls.exports.engagement({ file, place: core.grant(path('before.json')) }));
  expect(await everything(opened)).toContain(canary);
  expect(wordsInBytes(path('A.throughline'), [canary])).toEqual([canary]);

  const preview = value(await calls.withdrawals.preview({ file, who: { person } }));
  expect(Object.fromEntries(preview.words.map(({ entity, count }) => [entity, count]))).toMatchObject({
    evidence: 6,
    limit: 1,
    playbackMark: 4,
  });
  expect(preview).toMatchObject({ marks: 13, issues: [] });
  const done = value(await calls.withdrawals.take({ file, who: { person }, opId: core.newId() }));
  expect(done.words).toEqual(preview.words);

  expect(await everything(opened)).not.toContain(canary);
  expect(wordsInBytes(path('A.throughline'), [canary])).toEqual([]);
  expect(value(await calls.files.check({ file })).findings).toEqual([]);
  const after = value(await calls.analysis.analyse({ file, today }));
  const asked = ({ playback, elements }: typeof before) => ({
    recall: playback.decisions.map(({ n }) => n),
    pulse: elements.elements.map(({ n }) => n),
  });
  const less = (n: number): number => Math.max(0, n - 1);
  expect(asked(after)).toEqual({
    recall: asked(before).recall.map(less),
    pulse: asked(before).pulse.map(less),
  });

  // An older export that comes in again brings nothing of it back; a backup from before the import is made without it.
  value(await calls.imports.engagement({ file, place: core.grant(path('before.json')), opId: core.newId() }));
  expect(await everything(opened, true)).not.toContain(canary);
  expect(asked(value(await calls.analysis.analyse({ file, today })))).toEqual(asked(after));
  expect(wordsInBytes(path('A.throughline'), [canary])).toEqual([]);

  const { backups } = value(await calls.withdrawals.held({ file }));
  const { removed, backup } = value(await calls.withdrawals.purge({ file }));
  expect(removed).toEqual(backups);
  expect(backup?.reason ?? 'withdrawal').toBe('withdrawal');
});

it('an issue stays as it was sent and is marked; what it does not print leaves the data behind it', async () => {
  const opened = await openSample();
  const { calls, core, file, path } = opened;
  const person = await plant(opened);
  const { issue } = value(await calls.documents.issue({ file, today, opId: core.newId() }));
  const place = core.grant(path('sent.docx'));
  value(await calls.documents.issued({ file, issue, place }));
  const sent = readFileSync(path('sent.docx'));
  const snapshot = async (): Promise<string> =>
    value(await calls.changes.field({ file, entity: 'issue', id: issue, field: 'snapshot' }));
  expect(await snapshot()).toContain(`Always says ${canary}`);

  const { issues } = value(await calls.withdrawals.take({ file, who: { person }, opId: core.newId() }));
  expect(issues).toEqual([{ id: issue, number: '1.0', printed: true }]);
  expect((await load(opened)).issue[0]).toMatchObject({ withdrawn: 'printed', withdrawnOn: today });
  expect(await snapshot()).not.toContain(`Always says ${canary}`);
  value(await calls.documents.issued({ file, issue, place: core.grant(path('again.docx')) }));
  expect(readFileSync(path('again.docx')).equals(sent)).toBe(true);
  expect(value(await calls.documents.issuedPages({ file, issue })).same).toBe(true);
});
