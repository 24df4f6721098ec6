/** How long the figures of the method take on the large file: coverage and readiness alone, and everything at once. */
import { assessCoverage } from '../src/shared/analysis/coverage.ts';
import { assessReadiness } from '../src/shared/analysis/readiness/index.ts';
import { openBenchCore, take } from './bench-core.ts';
import { interleaved, median, type Measurement, type Place } from './measure.ts';
import { readInput } from './sample.ts';

/** Medians of seven rounds. */
export async function benchFigures({ folder, largeFile }: Place): Promise<Measurement[]> {
  const input = await readInput(folder, largeFile);
  const { core } = openBenchCore(folder);
  const { file } = take(await core.client.files.open({ place: core.grant(largeFile), readOnly: true }));
  const times = await interleaved(
    { warm: 2, measured: 7 },
    {
      coverage: () => assessCoverage(input),
      readiness: () => assessReadiness(input),
      analysis: async () => take(await core.client.analysis.analyse({ file })),
    },
  );
  await core.close();
  return [
    { name: 'coverage of the large file', value: median(times.coverage), unit: 'ms' },
    { name: 'readiness of the large file', value: median(times.readiness), unit: 'ms' },
    {
      name: 'every figure of the large file, rows loaded and suggestions made',
      value: median(times.analysis),
      unit: 'ms',
    },
  ];
}
