import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nextOf, value, workplace } from '../../support/core.ts';

describe('the settings of this computer', () => {
  it('begin with what suits most, stay over a restart, and reach every window', async () => {
    const place = workplace();
    const core = place.core();
    expect(value(await core.client.preferences.get({}))).toEqual({ theme: 'system', zoom: 100, person: '' });
    const watching = await core.client.preferences.watch({});
    value(await core.client.preferences.set({ changes: { theme: 'dark', zoom: 125 } }));
    const set = value(await core.client.preferences.set({ changes: { person: 'Ruth Pike' } }));
    expect(set).toEqual({ theme: 'dark', zoom: 125, person: 'Ruth Pike' });
    expect(await nextOf(watching)).toEqual({ theme: 'dark', zoom: 125, person: '' });
    expect(await nextOf(watching)).toEqual(set);
    expect(value(await place.core().client.preferences.get({}))).toEqual(set);
  });

  it('that are damaged fall back one by one, and those out of range are refused', async () => {
    const place = workplace();
    const core = place.core();
    writeFileSync(place.path('app/preferences.json'), '{"theme":"dark","zoom":9999,"more":1}');
    expect(value(await core.client.preferences.get({}))).toEqual({ theme: 'dark', zoom: 100, person: '' });
    writeFileSync(place.path('app/preferences.json'), '{"theme":');
    expect(value(await core.client.preferences.get({}))).toEqual({ theme: 'system', zoom: 100, person: '' });
    const reply = await core.client.preferences.set({ changes: { zoom: 79 } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-input', params: { path: 'changes.zoom' } } });
  });
});
