/** Makes the large file that other benchmarks use, and tells what that cost. */
import { statSync } from 'node:fs';
import { largeSizes, makeClientFile } from './client-files.ts';
import { type Measurement, type Place, timed } from './measure.ts';

/** 31,000 rows through the write path, thirteen imports with a log entry each. */
export async function benchLargeFile({ folder, largeFile }: Place): Promise<Measurement[]> {
  const took = await timed(() => makeClientFile(folder, largeFile, largeSizes));
  return [
    { name: 'making the large file through the write path', value: took, unit: 'ms' },
    { name: 'size of the large file', value: statSync(largeFile).size / 1e6, unit: 'MB' },
  ];
}
