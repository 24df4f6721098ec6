import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import { clientFilePlace, taken, temporaryFolder } from '../../support/store/file.ts';
import { randomNumbers, runUntilKilled } from '../../support/store/kill.ts';
import { expectedAfter } from '../../support/store/kill-script.ts';
import { look } from '../../support/store/other-tool.ts';
import { testId } from '../../support/store/ports.ts';

const kills = 30;

test(`no acknowledged edit is lost or doubled over ${kills} kills of the process that holds the file`, async () => {
  const seed = Date.now() % 2 ** 31;
  console.log(`seed of the kill test: ${seed}`);
  const random = randomNumbers(seed);
  const place = clientFilePlace();
  const acknowledged = new Set<string>();
  for (let kill = 1; kill <= kills; kill += 1) {
    const where = `seed ${seed}, kill ${kill}`;
    const { lines } = await runUntilKilled(
      'kill-writer.ts',
      [place.path, place.ports.appDir, String(kill)],
      random() * 60,
    );
    expect(
      lines.filter((line) => line.startsWith('F')),
      where,
    ).toEqual([]);
    // The last line may have been cut off by the kill; a cut line names no operation.
    for (const line of lines) if (line.length === 37) acknowledged.add(line.slice(1));

    const file = taken(openClientFile(place.path, {}, place.ports));
    const { revision } = file.info();
    expect(file.check({ deep: true }), where).toEqual([]);
    const steps = revision - 1;
    const counts = new Map<string, number>();
    for (const entry of file.history({ limit: revision })) counts.set(entry.opId, (counts.get(entry.opId) ?? 0) + 1);
    const missing = [...acknowledged].filter((opId) => counts.get(opId) !== 1);
    expect(missing, where).toEqual([]);
    // One edit may have been written without its acknowledgement getting out, never more.
    expect(steps - acknowledged.size, where).toBeLessThanOrEqual(kill);
    for (let step = 1; step <= steps; step += 1) {
      expect(counts.get(testId(step, '3')), `${where}, step ${step}`).toBe(1);
    }
    const byId = new Map(file.load().interview.map((row) => [row.id, row.notes]));
    const lastOfEach = Array.from({ length: steps }, (_, index) => index + 1).filter(
      (step) => step % 30 === 0 || step === steps,
    );
    for (const { id, notes } of lastOfEach.map(expectedAfter)) expect(byId.get(id), where).toBe(notes);
    file.close();
  }
  expect(acknowledged.size).toBeGreaterThan(0);
  expect(look(place.path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

test('a killed export leaves the old document or the whole new one', async () => {
  const seed = Date.now() % 2 ** 31;
  console.log(`seed of the export kill test: ${seed}`);
  const random = randomNumbers(seed);
  const path = join(temporaryFolder(), 'map.docx');
  const seen = new Set<string>();
  for (let kill = 1; kill <= 15; kill += 1) {
    await runUntilKilled('kill-exporter.ts', [path], random() * 40);
    const bytes = readFileSync(path);
    // Each version is one byte repeated, and longer than any write of the operating system is whole.
    const whole = bytes.length === 3_000_000 && bytes.every((byte) => byte === bytes[0]);
    expect({ seed, kill, whole }).toEqual({ seed, kill, whole: true });
    seen.add(String(bytes[0]));
  }
  expect(seen.size).toBeGreaterThan(1);
});
