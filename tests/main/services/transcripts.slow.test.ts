import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { VoiceChoice } from '../../../src/shared/api/imports.ts';
import { insertRow } from '../../../src/shared/model/change.ts';
import { value, workplace } from '../../support/core.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/import/transcripts');

/** A new client file with two people of one name, and a planned interview with a third. */
async function openNew() {
  const place = workplace();
  const core = place.core();
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  const { imports, changes, transcripts, search } = core.client;
  const load = async () => value(await changes.load({ file })).data;
  const engagement = (await load()).engagement[0]?.id ?? '';
  const [sales, plant, ute, planned] = [core.newId(), core.newId(), core.newId(), core.newId()];
  value(
    await changes.apply({
      file,
      opId: core.newId(),
      label: 'People',
      changes: [
        insertRow('stakeholder', sales, { engagement, name: 'Jonas Meier', role: 'Head of Sales' }),
        insertRow('stakeholder', plant, { engagement, name: 'Jonas Meier', role: 'Plant manager' }),
        insertRow('stakeholder', ute, { engagement, name: 'Mia Lund', role: 'COO' }),
        insertRow('interview', planned, { engagement, title: 'Sales', plannedOn: '2026-06-16' }),
        insertRow('participant', core.newId(), { engagement, interview: planned, person: sales }),
      ],
    }),
  );
  const take = (
    path: string,
    more: { interview?: string; title?: string; voices?: VoiceChoice[]; paragraphs?: boolean } = {},
  ) => imports.transcript({ file, place: core.grant(path), opId: core.newId(), ...more });
  return {
    core,
    file,
    place,
    changes,
    people: { sales, plant, ute },
    planned,
    load,
    take,
    at: (name: string) => join(fixtures, name),
    turns: async (interview: string) => value(await transcripts.turns({ file, interview })),
    find: async (query: string) => value(await search.find({ file, query })),
  };
}

it('a transcript joins a planned interview: who speaks is proposed by name and room, whoever asks is the interviewer', async () => {
  const { take, at, planned, load, turns, people, find } = await openNew();
  const stored = value(await take(at('zoom.vtt'), { interview: planned }));
  expect(stored).toMatchObject({ interview: planned, turns: 4, voices: 2 });
  const data = await load();
  expect(data.voice).toMatchObject([
    { label: 'Ute Brandt', person: null, interviewer: true },
    { label: 'Jonas Meier', person: people.sales, interviewer: false },
  ]);
  expect(data.interview).toMatchObject([{ status: 'done', heldOn: '2026-06-16', transcript: 'zoom.vtt' }]);
  expect(data.participant).toHaveLength(1);
  const said = await turns(planned);
  expect(said.map(({ startsAt }) => startsAt)).toEqual([2.34, 6.1, 14.5, 16]);
  expect(data.turn).toEqual([]);
  expect(await find('quarter target')).toMatchObject([{ entity: 'turn', id: said[3]?.id, field: 'text' }]);
});

it('the same file taken in again changes nothing, an interview takes no second transcript', async () => {
  const { take, at, planned, file, core } = await openNew();
  value(await take(at('zoom.vtt'), { interview: planned }));
  const before = value(await core.client.files.info({ file })).revision;
  expect(value(await take(at('zoom.vtt')))).toMatchObject({
    revision: before,
    interview: planned,
    turns: 0,
    notes: [{ code: 'transcript-known' }],
  });
  expect(await take(at('otter.txt'), { interview: planned })).toMatchObject({
    ok: false,
    error: { code: 'transcript-there', params: { name: 'zoom.vtt' } },
  });
  expect(value(await core.client.files.info({ file })).revision).toBe(before);
});

it('a new interview is made with those who speak, new people among them, and undo takes all of it back', async () => {
  const { take, at, load, turns, people, file, core } = await openNew();
  const voices = [
    { label: 'Ute Brandt', person: null, interviewer: true },
    { label: 'Jonas Meier', person: people.plant, interviewer: false },
    { label: 'Speaker 3', person: null, name: 'Ada Kern', interviewer: false },
  ];
  const { interview } = value(await take(at('otter.txt'), { title: 'On the floor', voices }));
  const data = await load();
  expect(data.interview.find(({ id }) => id === interview)).toMatchObject({
    title: 'On the floor',
    form: 'transcript',
  });
  const ada = data.stakeholder.find(({ name }) => name === 'Ada Kern');
  expect(data.participant.filter((row) => row.interview === interview).map(({ person }) => person)).toEqual([
    people.plant,
    ada?.id,
  ]);
  value(await core.client.changes.undo({ file, opId: core.newId() }));
  expect(await turns(interview)).toEqual([]);
  expect((await load()).stakeholder).toHaveLength(3);
});

it.each([
  ['a backlog', '../jira.csv', 'import-format'],
  ['prose that nobody called a transcript', 'prose.txt', 'transcript-shape'],
])('%s is refused and the file stays as it is', async (_, name, code) => {
  const { take, at, file, core } = await openNew();
  const before = value(await core.client.files.info({ file })).revision;
  expect(await take(at(name))).toMatchObject({ ok: false, error: { code } });
  expect(value(await core.client.files.info({ file })).revision).toBe(before);
});

it('50 MB of text is refused before it is read to its end, and the file stays as it is', async () => {
  const { take, place, file, core } = await openNew();
  const before = value(await core.client.files.info({ file })).revision;
  writeFileSync(place.path('fifty.txt'), Buffer.alloc(50_000_000, 'Ute: words and words.\n'));
  expect(await take(place.path('fifty.txt'))).toMatchObject({
    ok: false,
    error: { code: 'import-too-large', params: { limit: 20 } },
  });
  expect(value(await core.client.files.info({ file })).revision).toBe(before);
});

it('prose is taken in as one voice when that is said', async () => {
  const { take, at, place } = await openNew();
  expect(value(await take(at('prose.txt'), { paragraphs: true }))).toMatchObject({ turns: 2, voices: 1 });
  writeFileSync(place.path('empty.vtt'), 'WEBVTT\n');
  expect(await take(place.path('empty.vtt'))).toMatchObject({ ok: false, error: { code: 'import-empty' } });
});
