import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { value, workplace } from '../support/core.ts';
import { randomNumbers, runUntilKilled } from '../support/store/kill.ts';

const rows = 2000;
const child = join(import.meta.dirname, '../support/importing-child.ts');

it('an import that is killed is in the file whole or not at all, and what was there stays', async () => {
  const seed = Date.now() % 2 ** 31;
  console.log(`seed of the import kill test: ${seed}`);
  const random = randomNumbers(seed);
  const place = workplace();
  const path = place.path('Client.throughline');
  const first = place.core();
  value(await first.client.files.create({ place: first.grant(path), client: 'Client' }));
  await first.close();
  const empty = readFileSync(path);
  const backlog = place.path('backlog.csv');
  const lines = Array.from({ length: rows }, (_, n) => `T-${n},"Task ${n} of the import",Open`);
  writeFileSync(backlog, ['Key,Summary,Status', ...lines].join('\n'));

  const seen = new Set<number>();
  for (let round = 1; round <= 10; round += 1) {
    writeFileSync(path, empty);
    const appDir = place.path(`app-${round}`);
    const wait = 150 + random() * 1200;
    const said = await runUntilKilled(child, [path, appDir, backlog], wait);
    const where = `seed ${seed}, round ${round}, killed after ${wait.toFixed(1)} ms`;
    const core = place.core();
    const { file, info } = value(
      await core.client.files.open({ place: core.grant(path), acceptFork: true, acceptOlder: true }),
    );
    const { data } = value(await core.client.changes.load({ file }));
    expect([0, rows], where).toContain(data.backlogItem.length);
    expect(info.revision, where).toBe(data.backlogItem.length === 0 ? 1 : 2);
    expect(info.revision, where).toBeGreaterThanOrEqual(said.lines.length === 0 ? 1 : 2);
    seen.add(info.revision);
    expect(value(await core.client.files.check({ file })), where).toEqual({ sound: true, findings: [] });
    await core.close();
  }
  console.log(`revisions found: ${[...seen].join(', ')}`);
});
