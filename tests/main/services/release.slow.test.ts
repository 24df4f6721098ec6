/** The letter with which a speaker is asked to release quotes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { value, workplace } from '../../support/core.ts';

const sample = join(import.meta.dirname, '../../../resources/sample');

it('is written as Word with the words of one speaker, and nobody else’s', async () => {
  const place = workplace();
  const core = place.core();
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  const { imports } = core.client;
  const raw = (name: string): string => core.grant(join(sample, name));
  const kind = 'strategy' as const;
  value(await imports.document({ file, place: raw('strategy.docx'), kind, decisionsFrom: 2, opId: core.newId() }));
  value(await imports.backlog({ file, place: raw('backlog.csv'), exportedOn: '2026-09-04', opId: core.newId() }));
  value(await imports.engagement({ file, place: raw('engagement.json'), opId: core.newId() }));
  const list = value(await core.client.documents.releaseList({ file }));
  const [one, ...others] = list.filter(({ letter }) => letter !== '');
  const letter = core.grant(place.path('letter.docx'));
  const person = one?.person ?? '';
  const { quotes } = value(await core.client.documents.releaseLetter({ file, person, place: letter }));
  const xml = strFromU8(unzipSync(readFileSync(place.path('letter.docx')))['word/document.xml'] ?? new Uint8Array());
  const text = xml.replace(/<[^>]+>/gu, '');
  const may = (one?.quotes ?? []).filter(({ breach }) => breach === null);
  expect(quotes).toBe(may.length);
  for (const quote of may) expect(text).toContain(quote.text);
  expect(others.length).toBeGreaterThan(0);
  for (const quote of others.flatMap((other) => other.quotes)) expect(text).not.toContain(quote.text);
  const nobody = await core.client.documents.releaseLetter({ file, person: core.newId(), place: letter });
  expect(nobody).toMatchObject({ ok: false, error: { code: 'not-found' } });
});
