import { expect, it } from 'vitest';
import type { Core } from '../../../src/main/core.ts';
import { value, workplace } from '../../support/core.ts';

const today = '2026-09-25';

async function openSample(): Promise<{ core: Core; file: string; engagement: string }> {
  const place = workplace();
  const core = place.core();
  const opId = core.newId();
  const { file } = value(await core.client.home.sample({ place: core.grant(place.path('A.throughline')), opId }));
  const { data } = value(await core.client.changes.load({ file }));
  return { core, file, engagement: data.engagement[0]?.id ?? '' };
}

it('an issue is drawn again to the very bytes that were sent, and tells what changed since', async () => {
  const { core, file, engagement } = await openSample();
  const edit = (label: string, entity: 'engagement' | 'decision', id: string, fields: object) =>
    core.client.changes.apply({
      file,
      opId: core.newId(),
      label,
      changes: [{ op: 'update', entity, id, fields: { ...fields } }],
    });
  value(await edit('Tighter rows', 'engagement', engagement, { density: 'tight' }));
  const { issue, report } = value(await core.client.documents.issue({ file, today, opId: core.newId() }));
  expect(report.density).toBe('tight');
  const { data } = value(await core.client.changes.load({ file }));
  const decision = data.decision.find(({ standing }) => standing === 'in-scope')?.id ?? '';
  value(await edit('Density', 'engagement', engagement, { density: null }));
  value(await edit('First move', 'decision', decision, { firstMove: 'Call the first ten customers' }));

  const shown = value(await core.client.documents.issuedPages({ file, issue }));
  expect(shown).toMatchObject({ same: true, drawn: { number: '1.0', settings: { density: 'tight' } } });
  expect(shown.drawn.layout.pages).toHaveLength(report.pages);

  const since = value(await core.client.documents.changedSince({ file, issue }));
  expect(since.decisions).toMatchObject([
    { id: decision, rows: [{ op: 'changed', fields: [{ field: 'firstMove', to: 'Call the first ten customers' }] }] },
  ]);
});

it('a step that would shorten the document gains what it really gains when it is taken', async () => {
  const { core, file, engagement } = await openSample();
  const length = ({ layout }: { layout: { pages: readonly unknown[]; pageFill: readonly number[] } }): number =>
    layout.pages.length - 1 + (layout.pageFill.at(-1) ?? 1);
  const before = value(await core.client.documents.pages({ file, today, draft: true }));
  const taken = [...before.taken];
  const offers = value(await core.client.documents.offers({ file, today, taken }));
  const tighter = offers.find(({ change }) => change === 'density-tight');
  expect(offers.length).toBeGreaterThan(1);
  const changes = [{ op: 'update', entity: 'engagement', id: engagement, fields: { density: 'tight' } }] as const;
  value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Tight', changes: [...changes] }));
  const after = value(await core.client.documents.pages({ file, today, draft: true }));
  expect(after.settings.keep).toBe(before.settings.keep);
  expect(length(before) - length(after)).toBeCloseTo(tighter?.gain ?? Number.NaN, 0);
});
