import { join } from 'node:path';
import { expect, it } from 'vitest';
import { insertRow, updateRow } from '../../../src/shared/model/change.ts';
import { value, workplace } from '../../support/core.ts';
import { wordsInBytes } from '../../support/store/withdrawal.ts';

const fixture = join(import.meta.dirname, '../../fixtures/import/transcripts/zoom.vtt');

it('who takes their words back is in no turn, voice or release of a transcript, what others said stays', async () => {
  const place = workplace();
  const core = place.core();
  const { calls, newId } = { calls: core.client, newId: core.newId };
  const path = place.path('A.throughline');
  const { file } = value(await calls.files.create({ place: core.grant(path), client: 'A' }));
  const load = async () => value(await calls.changes.load({ file })).data;
  const engagement = (await load()).engagement[0]?.id ?? '';
  const [person, other, interview, quote] = [newId(), newId(), newId(), newId()];
  const apply = async (changes: Parameters<typeof calls.changes.apply>[0]['changes']) =>
    value(await calls.changes.apply({ file, opId: newId(), label: 'Said', changes }));
  await apply([
    insertRow('stakeholder', person, { engagement, role: 'Head of Sales' }),
    insertRow('stakeholder', other, { engagement, role: 'COO' }),
    insertRow('interview', interview, { engagement, title: 'Sales', status: 'planned' }),
    insertRow('participant', newId(), { engagement, interview, person }),
    insertRow('participant', newId(), { engagement, interview, person: other }),
  ]);
  value(await calls.imports.transcript({ file, place: core.grant(fixture), opId: newId(), interview }));
  const turns = async () => value(await calls.transcripts.turns({ file, interview }));
  const [asks, speaks] = (await load()).voice;
  const own = (await turns()).filter(({ voice }) => voice === speaks?.id);
  const theirs = (await turns()).filter(({ voice }) => voice === asks?.id);
  const words = own.map(({ text }) => text).filter((text) => text.length > 8);
  expect(words.length).toBeGreaterThan(0);
  await apply([
    updateRow('voice', speaks?.id ?? '', { person, label: 'Zebrawood Meier' }),
    updateRow('voice', asks?.id ?? '', { person: other }),
    insertRow('evidence', quote, {
      engagement,
      interview,
      speaker: person,
      turn: own[0]?.id ?? null,
      kind: 'quote',
      fidelity: 'verbatim',
      text: own[0]?.text ?? '',
      releasedText: 'Only the tamarind half may be printed',
      releasedOn: '2026-06-20',
    }),
  ]);
  const canaries = [...words, 'Zebrawood', 'tamarind'];
  expect(wordsInBytes(path, canaries)).toEqual(canaries);

  const done = value(await calls.withdrawals.take({ file, who: { person }, opId: newId() }));
  const counts = Object.fromEntries(done.words.map(({ entity, count }) => [entity, count]));
  expect(counts).toEqual({ voice: 1, turn: own.filter(({ text }) => text !== '').length, evidence: 1 });
  const after = await turns();
  expect(after.filter(({ voice }) => voice === speaks?.id).map(({ text }) => text)).toEqual(own.map(() => ''));
  expect(after.filter(({ voice }) => voice === asks?.id).map(({ text }) => text)).toEqual(
    theirs.map(({ text }) => text),
  );
  expect((await load()).evidence[0]).toMatchObject({ text: '', releasedText: '', releasedOn: null, withdrawn: true });
  expect(value(await calls.search.find({ file, query: 'tamarind' }))).toEqual([]);
  expect(wordsInBytes(path, canaries)).toEqual([]);
  expect(value(await calls.files.check({ file })).findings).toEqual([]);
});
