/** How long it takes from choosing a file to having its rows, for a small and a large one by turns. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBenchCore, take } from './bench-core.ts';
import { makeClientFile, smallSizes } from './client-files.ts';
import { interleaved, median, type Measurement, type Place, timed } from './measure.ts';

/** The first opening of the large file in a fresh process, then medians of eleven. */
export async function benchOpen({ folder, largeFile }: Place): Promise<Measurement[]> {
  const paths = { small: join(folder, 'small.throughline'), large: join(folder, 'large.throughline') };
  copyFileSync(largeFile, paths.large);
  const { core } = openBenchCore(folder);
  let open = '';
  const openAt = async (path: string): Promise<void> => {
    open = take(await core.client.files.open({ place: core.grant(path) })).file;
  };
  const load = async (): Promise<void> => void take(await core.client.changes.load({ file: open }));
  const close = async (): Promise<void> => void take(await core.client.files.close({ file: open }));
  const first = await timed(async () => {
    await openAt(paths.large);
    await load();
  });
  await close();
  await makeClientFile(folder, paths.small, smallSizes);
  const times = await interleaved(
    { warm: 2, measured: 11 },
    {
      small: () => openAt(paths.small),
      smallRows: load,
      closeSmall: close,
      large: () => openAt(paths.large),
      largeRows: load,
      closeLarge: close,
    },
  );
  await core.close();
  const [small, large] = [median(times.small) + median(times.smallRows), median(times.large) + median(times.largeRows)];
  return [
    { name: 'opening the small file with its rows', value: small, unit: 'ms' },
    { name: 'opening the large file with its rows', value: large, unit: 'ms', mark: 400 },
    { name: 'opening the large file: checks and history alone', value: median(times.large), unit: 'ms' },
    { name: 'opening the large file, first in a fresh process', value: first, unit: 'ms' },
    { name: 'opening, large ÷ small file', value: large / small, unit: '×' },
  ];
}
