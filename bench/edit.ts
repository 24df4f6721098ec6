/** How soon an edit is acknowledged, that is, on disk: somebody types in a small and in a large file by turns. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBareCommit } from './bare-commit.ts';
import { openBenchCore, take } from './bench-core.ts';
import { makeClientFile, smallSizes } from './client-files.ts';
import { median, quantile, type Measurement, type Place, timed } from './measure.ts';
import { fastHabit, openTypist, pace } from './typist.ts';
import { openWriter } from './writer.ts';

const warm = 50;
const edits = 1500;

/**
 * 1,500 edits in each file, through the dispatcher; the upkeep between them makes backups as it does over twenty minutes. A
 * bare commit by turns with them tells how busy the disk is: where its p99 is high, that of the edits says little of ours.
 */
export async function benchEdit({ folder, largeFile }: Place): Promise<Measurement[]> {
  const paths = { small: join(folder, 'small.throughline'), large: join(folder, 'large.throughline') };
  await makeClientFile(folder, paths.small, smallSizes);
  copyFileSync(largeFile, paths.large);
  const bench = openBenchCore(folder);
  const typistAt = async (path: string): Promise<() => Promise<number>> => {
    const { file } = take(await bench.core.client.files.open({ place: bench.core.grant(path) }));
    const { data } = take(await bench.core.client.changes.load({ file }));
    const notes = data.answer.map(({ id, text }) => ({ entity: 'answer' as const, id, text }));
    return openTypist(bench, { file, notes, habit: fastHabit, writer: openWriter(3) });
  };
  const typists = { small: await typistAt(paths.small), large: await typistAt(paths.large) };
  const times = { small: [] as number[], large: [] as number[], bare: [] as number[] };
  const bare = openBareCommit(folder);
  const upkeep: number[] = [];
  for (let edit = -warm; edit < edits; edit += 1) {
    for (const name of ['small', 'large'] as const) {
      const took = await typists[name]();
      if (edit >= 0) times[name].push(took);
    }
    const took = await timed(bare.commit);
    if (edit >= 0) times.bare.push(took);
    const turns = bench.pass(pace);
    if (edit >= 0) upkeep.push(...turns);
  }
  bare.close();
  await bench.core.close();
  return [
    { name: 'the flushes of a commit to the same disk, p50', value: median(times.bare), unit: 'ms' },
    { name: 'the flushes of a commit to the same disk, p99', value: quantile(times.bare, 0.99), unit: 'ms' },
    ...(['small', 'large'] as const).flatMap((name): Measurement[] => [
      { name: `edit acknowledged in the ${name} file, p50`, value: median(times[name]), unit: 'ms' },
      { name: `edit acknowledged in the ${name} file, p99`, value: quantile(times[name], 0.99), unit: 'ms', mark: 10 },
    ]),
    { name: 'edit, large ÷ small file, p50', value: median(times.large) / median(times.small), unit: '×' },
    { name: 'upkeep of both files in a second, p50', value: median(upkeep), unit: 'ms' },
    { name: 'upkeep with backups of both files, longest', value: Math.max(...upkeep), unit: 'ms' },
  ];
}
