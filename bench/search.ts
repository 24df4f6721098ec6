/** How long a search in the large file takes: whole words, beginnings as they are typed, and two words at once. */
import { openBenchCore, take } from './bench-core.ts';
import { median, quantile, type Measurement, type Place, timed } from './measure.ts';
import { openWriter } from './writer.ts';

/** 400 searches for words as frequent as those of the file. */
export async function benchSearch({ folder, largeFile }: Place): Promise<Measurement[]> {
  const { core } = openBenchCore(folder);
  const { file } = take(await core.client.files.open({ place: core.grant(largeFile), readOnly: true }));
  const writer = openWriter(9);
  const shapes = [
    (): string => writer.word(),
    (): string => writer.word().slice(0, 3),
    (): string => writer.word().slice(0, 2),
    (): string => `${writer.word()} ${writer.word().slice(0, 3)}`,
  ];
  const times: number[] = [];
  for (let search = -20; search < 400; search += 1) {
    const query = shapes[(search + 20) % shapes.length]?.() ?? '';
    const took = await timed(async () => take(await core.client.search.find({ file, query })));
    if (search >= 0) times.push(took);
  }
  await core.close();
  return [
    { name: 'search in the large file, p50', value: median(times), unit: 'ms' },
    { name: 'search in the large file, p95', value: quantile(times, 0.95), unit: 'ms', mark: 20 },
  ];
}
