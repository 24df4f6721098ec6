import { mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { value, workplace } from '../../support/core.ts';

it('an export takes the place of a file only, never of a folder or of anything else that has a name', async () => {
  const place = workplace();
  const core = place.core();
  const { file } = value(
    await core.client.files.create({ place: core.grant(place.path('A.throughline')), client: 'A' }),
  );
  mkdirSync(place.path('folder'));
  const socket = createServer();
  await new Promise<void>((resolve) => socket.listen(place.path('socket'), resolve));
  const before = readdirSync(place.folder);
  for (const name of ['folder', 'socket', 'A.throughline/inside']) {
    const refused = await core.client.exports.engagement({ file, place: core.grant(place.path(name)) });
    expect(refused).toMatchObject({ ok: false, error: { code: 'write-failed' } });
  }
  expect(readdirSync(place.folder)).toEqual(before);
  await new Promise((resolve) => socket.close(resolve));
});
