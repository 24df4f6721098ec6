/** How long the figures of the method take on the large file: coverage and readiness alone, and everything at once. */
import { assessCoverage } from '../src/shared/analysis/coverage.ts';
import { assessReadiness } from '../src/shared/analysis/readiness/index.ts';
import { parseKit } from '../src/shared/method/kit.ts';
import { scopeTo } from '../src/shared/model/index.ts';
import { openBenchCore, take } from './bench-core.ts';
import { interleaved, median, type Measurement, type Place } from './measure.ts';

/** Medians of seven rounds. */
export async function benchFigures({ folder, largeFile }: Place): Promise<Measurement[]> {
  const { core } = openBenchCore(folder);
  const { file, info } = take(await core.client.files.open({ place: core.grant(largeFile), readOnly: true }));
  const { data } = take(await core.client.changes.load({ file }));
  const parsed = parseKit(take(await core.client.kits.get({ file })));
  if ('faults' in parsed) throw new Error('the kit of the file has faults');
  const input = { data: scopeTo(data, info.engagements[0]?.id ?? ''), kit: parsed.kit, today: '2026-09-07' };
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
    { name: 'every figure of the large file, rows loaded and suggestions made', value: median(times.analysis), unit: 'ms' },
  ];
}
