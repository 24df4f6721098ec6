import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { insertRow } from '../../../src/shared/model/change.ts';
import { handMade } from '../../../src/shared/model/source.ts';
import { value, workplace } from '../../support/core.ts';

const sample = join(import.meta.dirname, '../../../resources/sample');

async function openNew() {
  const place = workplace();
  const core = place.core();
  const made = await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' });
  const { file } = value(made);
  return { core, file, place, rows: async () => value(await core.client.changes.load({ file })).data };
}

it('the passages of a source come in reading order, and none for a source without text', async () => {
  const { core, file } = await openNew();
  const strategy = core.grant(join(sample, 'strategy.docx'));
  const opId = core.newId();
  const { source, passages } = value(
    await core.client.imports.document({ file, place: strategy, kind: 'strategy', opId }),
  );
  const read = value(await core.client.sources.passages({ file, source }));
  expect(read).toHaveLength(passages);
  expect(read.map((row) => row.position)).toEqual(read.map((_, at) => at));
  expect(value(await core.client.sources.passages({ file, source: core.newId() }))).toEqual([]);
});

it('a text reads like the decision whose words it shares, and a text without such words like none', async () => {
  const { core, file } = await openNew();
  const place = core.grant(join(sample, 'strategy.docx'));
  const opId = core.newId();
  value(await core.client.imports.document({ file, place, kind: 'strategy', decisionsFrom: 2, opId }));
  const ask = async (text: string) => value(await core.client.suggestions.decisions({ file, text }));
  const [first] = await ask('Our engineers log flow and pressure at the site before any audit is signed.');
  expect(first?.title).toBe('Every contract starts with a measured site audit');
  expect(await ask('Zebras whistle.')).toEqual([]);
});

it('an item added by hand stays when a later export does not know it', async () => {
  const { core, file, place, rows } = await openNew();
  const lines = readFileSync(join(sample, 'backlog.csv'), 'utf8').split('\n');
  const take = async (count: number) => {
    writeFileSync(place.path('b.csv'), lines.slice(0, count).join('\n'));
    return value(
      await core.client.imports.backlog({ file, place: core.grant(place.path('b.csv')), opId: core.newId() }),
    );
  };
  await take(6);
  const [engagement] = (await rows()).engagement;
  const [source, item] = [core.newId(), core.newId()];
  const own = { engagement: engagement?.id ?? '' };
  value(
    await core.client.changes.apply({
      file,
      opId: core.newId(),
      label: 'Add an item',
      changes: [
        insertRow('source', source, { ...own, kind: 'backlog', format: handMade }),
        insertRow('backlogItem', item, { ...own, source, title: 'By hand' }),
      ],
    }),
  );
  expect(await take(4)).toMatchObject({ gone: 2 });
  const { backlogItem, source: sources } = await rows();
  expect(backlogItem.find((row) => row.id === item)).toMatchObject({ goneOn: null });
  expect(sources.map((row) => row.format).toSorted()).toEqual([handMade, 'generic'].toSorted());
});
