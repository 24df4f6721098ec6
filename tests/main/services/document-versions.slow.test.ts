import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { value, workplace } from '../../support/core.ts';

const first = `# Direction

## How we earn

Perpetual licences are not sold after 30 September 2026.

## Who carries it

Customer success owns the result with the customer.

## What we build

Product builds the metering of downtime before any new module.
`;
const second = first
  .replace('# Direction\n', '# Direction\n\nA new foreword that nobody saw before.\n')
  .replace('30 September', '31 December')
  .replace('Customer success owns the result with the customer.', 'Nothing was decided about this.');

async function openWithPlan() {
  const place = workplace();
  const core = place.core();
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  const takeIn = async (name: string, text: string, more: { decisionsFrom?: number; replaces?: string } = {}) => {
    writeFileSync(place.path(name), text);
    const at = core.grant(place.path(name));
    return core.client.imports.document({ file, place: at, kind: 'strategy', opId: core.newId(), ...more });
  };
  const decisions = async () => value(await core.client.changes.load({ file })).data.decision;
  const suspects = async () =>
    value(await core.client.analysis.analyse({ file, suggestions: false })).suspect.map(({ from }) => from.id);
  return { core, file, place, takeIn, decisions, suspects };
}

it('a newer version takes over what still stands and marks the rest until it is confirmed', async () => {
  const { core, file, takeIn, decisions, suspects } = await openWithPlan();
  const one = value(await takeIn('plan.md', first, { decisionsFrom: 2 }));
  expect(await suspects()).toEqual([]);
  const two = value(await takeIn('plan-2.md', second, { replaces: one.source }));
  expect(two).toMatchObject({ anchored: 1, suspect: 2 });
  const [changed, gone, stands] = await decisions();
  const sourceOf = async (passage: string | null | undefined) =>
    value(await core.client.changes.field({ file, entity: 'passage', id: passage ?? '', field: 'source' }));
  expect(await sourceOf(stands?.passage)).toBe(two.source);
  expect(await sourceOf(changed?.passage)).toBe(two.source);
  expect(await sourceOf(gone?.passage)).toBe(one.source);
  expect(new Set(await suspects())).toEqual(new Set([changed?.id, gone?.id]));
  const changes = value(await core.client.sources.changes({ file, source: two.source }));
  expect(changes).toMatchObject({
    changed: [{ after: 'Perpetual licences are not sold after 31 December 2026.' }],
    gone: [{ text: 'Customer success owns the result with the customer.' }],
  });
  expect(value(await core.client.sources.passages({ file, source: one.source }))).toHaveLength(one.passages);

  const links = value(await core.client.analysis.analyse({ file, suggestions: false })).suspect;
  for (const { from, now } of links) {
    const change = { op: 'update' as const, entity: 'decision' as const, id: from.id, fields: { passageSeen: now } };
    value(await core.client.changes.apply({ file, opId: core.newId(), label: 'Confirm', changes: [change] }));
  }
  expect(await suspects()).toEqual([]);
});

it('keeps the original byte for byte and writes it out again', async () => {
  const { core, file, place, takeIn } = await openWithPlan();
  const { source } = value(await takeIn('plan.md', first));
  const out = place.path('out.md');
  value(await core.client.sources.saveOriginal({ file, source, place: core.grant(out) }));
  expect(readFileSync(out, 'utf8')).toBe(first);
});

it('a document that is refused or a version of nothing leaves the file at its revision', async () => {
  const { core, file, takeIn } = await openWithPlan();
  const before = value(await core.client.files.info({ file })).revision;
  expect(await takeIn('empty.md', '')).toMatchObject({ ok: false, error: { code: 'import-empty' } });
  expect(await takeIn('broken.pdf', '%PDF-1.7 and nothing')).toMatchObject({ ok: false });
  expect(await takeIn('plan.md', first, { replaces: core.newId() })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  expect(value(await core.client.files.info({ file })).revision).toBe(before);
});
