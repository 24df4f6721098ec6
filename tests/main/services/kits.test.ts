import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Change, insertRow } from '../../../src/shared/model/change.ts';
import { value, workplace } from '../../support/core.ts';

const shipped = readFileSync(join(import.meta.dirname, '../../../resources/kit/throughline-default.yaml'), 'utf8');

async function openNew() {
  const place = workplace();
  const core = place.core();
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  const replace = (content: string) => {
    writeFileSync(place.path('kit.yaml'), content);
    return core.client.kits.replace({ file, place: core.grant(place.path('kit.yaml')), opId: core.newId() });
  };
  return { core, file, place, replace };
}

it('a file keeps the kit that it was made with, and gives it back as it is', async () => {
  const { core, file, place } = await openNew();
  value(await core.client.kits.export({ file, place: core.grant(place.path('out.yaml')) }));
  expect(readFileSync(place.path('out.yaml'), 'utf8')).toBe(shipped);
});

it('another kit takes its place, with its words', async () => {
  const { core, file, replace } = await openNew();
  const own = shipped
    .replace('name: Board-grade strategy', 'name: Strategy for the boardroom')
    .replace('id: throughline-default', 'id: our-firm');
  expect(value(await replace(own))).toEqual({ id: 'our-firm', version: 1 });
  expect(value(await core.client.kits.get({ file })).patterns[0]?.name).toBe('Strategy for the boardroom');
  expect(value(await core.client.files.info({ file })).kit.id).toBe('our-firm');
});

it('a kit that lacks an id of the file is refused, and the old one stays', async () => {
  const { core, file, replace } = await openNew();
  const { data } = value(await core.client.changes.load({ file }));
  const person = { engagement: data.engagement[0]?.id ?? '', name: 'Ada', function: 'compliance' };
  const changes = [{ op: 'insert', entity: 'stakeholder', id: core.newId(), fields: person }] as const;
  value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Person', changes: [...changes] }));
  const without = shipped.replace('  - {id: "compliance", name: "Compliance"}\n', '');
  expect(await replace(without)).toMatchObject({
    ok: false,
    error: { code: 'kit-ids-missing', params: { id: 'compliance' } },
  });
  expect(value(await core.client.files.info({ file })).kit.id).toBe('throughline-default');
});

it.each([
  ['no YAML', 'a: [b', 'line'],
  [
    'a kit with a fault',
    shipped.replace('family: translation', 'family: nowhere'),
    'patterns.board-grade-strategy.family',
  ],
])('%s is refused with its place', async (_, content, path) => {
  const { replace } = await openNew();
  const reply = await replace(content);
  expect(reply).toMatchObject({ ok: false, error: { code: 'kit-invalid' } });
  expect(JSON.stringify(reply)).toContain(path);
});

it('a guide is kept for the interview that it was made for, and goes with one step back', async () => {
  const { core, file } = await openNew();
  const { data } = value(await core.client.changes.load({ file }));
  const engagement = data.engagement[0]?.id ?? '';
  const [interview, answer] = [core.newId(), core.newId()];
  const apply = (label: string, changes: readonly Change[]) =>
    core.client.changes.apply({ file, opId: core.newId(), label, changes: [...changes] });
  value(
    await apply('Plan', [
      insertRow('interview', interview, { engagement, guide: 'lead', questions: ['fixed'] }),
      insertRow('answer', answer, { engagement, interview, unplanned: 'Who calls?' }),
    ]),
  );
  const guide = {
    name: 'Service desk',
    minutes: 30,
    levels: ['front-line'],
    blocks: [
      {
        name: 'Calls',
        minutes: 20,
        questions: [{ must: true, question: null, text: 'Who calls?', answer }],
      },
    ],
  };
  value(await core.client.kits.addGuide({ file, opId: core.newId(), guide, interview, first: false }));
  const rows = async () => {
    const now = value(await core.client.changes.load({ file })).data;
    const kit = value(await core.client.kits.get({ file }));
    return {
      guides: kit.guides.map(({ id }) => id).filter((id) => id === 'service-desk'),
      interview: now.interview.map((row) => [row.guide, row.questions]),
      answer: now.answer.map((row) => [row.question, row.unplanned]),
    };
  };
  expect(await rows()).toEqual({
    guides: ['service-desk'],
    interview: [['service-desk', []]],
    answer: [['who-calls', '']],
  });
  expect(value(await core.client.changes.steps({ file })).undo?.label).toBe('Keep the guide “Service desk”');
  value(await core.client.changes.undo({ file, opId: core.newId() }));
  expect(await rows()).toEqual({ guides: [], interview: [['lead', ['fixed']]], answer: [[null, 'Who calls?']] });
  value(await core.client.changes.redo({ file, opId: core.newId() }));
  expect((await rows()).guides).toEqual(['service-desk']);
});

it('a guide for a level that the kit does not have is refused, and nothing is kept of it', async () => {
  const { core, file } = await openNew();
  const question = { must: false, question: 'fixed', text: 'x', answer: null };
  const guide = {
    name: 'A',
    minutes: 5,
    levels: ['nobody'],
    blocks: [{ name: 'A', minutes: 5, questions: [question] }],
  };
  const reply = await core.client.kits.addGuide({ file, opId: core.newId(), guide, interview: null, first: true });
  expect(reply).toMatchObject({ ok: false, error: { code: 'kit-invalid' } });
  expect(value(await core.client.kits.get({ file })).guides[0]?.id).toBe('sponsor');
});
