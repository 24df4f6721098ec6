/** How much memory the core holds with the large file in use, and what its child processes need at most. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJobs } from '../src/main/jobs/jobs.ts';
import { jobRegistry } from '../src/main/jobs/registry.ts';
import { localConfig } from '../src/main/local-config.ts';
import { defaultBrand } from '../src/shared/document/settings.ts';
import { composeBacklogCsv } from './backlog-file.ts';
import { openBenchCore, take } from './bench-core.ts';
import type { Measurement, Place } from './measure.ts';
import { documentOf, makeSampleFile, readInput, sampleDay } from './sample.ts';
import { fastHabit, openTypist, pace } from './typist.ts';
import { openWriter } from './writer.ts';

/** The most that a child may hold, in MB: well under the 700 at which it is killed. */
const childMark = 512;

/** Resident memory after ten minutes of use, and the peaks of the jobs that a consultant runs most. */
export async function benchMemory({ folder, largeFile }: Place): Promise<Measurement[]> {
  const resident = await useLargeFile(folder, largeFile);
  const path = join(folder, 'sample.throughline');
  await makeSampleFile(folder, path);
  const document = documentOf(await readInput(folder, path));
  const config = localConfig(join(folder, 'application'));
  const jobs = openJobs({ host: config.jobHost, registry: jobRegistry });
  const peaks = { document: 0, inspect: 0, read: 0 };
  const keep = (name: keyof typeof peaks) => ({
    onEnd: ({ peakBytes }: { readonly peakBytes: number }) => (peaks[name] = peakBytes / 1e6),
  });
  const options = {
    levels: [{ change: null, document }],
    paper: 'A4' as const,
    search: true,
    range: { min: 4, max: 8 },
    brand: defaultBrand,
    issueDate: sampleDay,
    fontFolder: join(config.resources, 'fonts'),
    write: true,
  };
  take(await jobs.start('render/document', { options, ...keep('document') }));
  const bytes = composeBacklogCsv(50_000);
  const inspected = take(
    await jobs.start('import/backlog-inspect', { bytes, options: { fileName: 'backlog.csv' }, ...keep('inspect') }),
  );
  const { dialect, tracker, mapping } = inspected.value;
  take(await jobs.start('import/backlog-read', { bytes, options: { dialect, tracker, mapping }, ...keep('read') }));
  jobs.close();
  return [
    { name: 'core with nothing open', value: resident.empty, unit: 'MB' },
    { name: 'core with the large file in use', value: resident.used, unit: 'MB' },
    { name: 'child that makes the document, peak', value: peaks.document, unit: 'MB', mark: childMark },
    { name: 'child that inspects 50,000 rows, peak', value: peaks.inspect, unit: 'MB', mark: childMark },
    { name: 'child that reads 50,000 rows, peak', value: peaks.read, unit: 'MB', mark: childMark },
  ];
}

/** Opens, reads, searches, types, computes and backs up, as a consultant does between two interviews. */
async function useLargeFile(
  folder: string,
  largeFile: string,
): Promise<{ readonly empty: number; readonly used: number }> {
  const path = join(folder, 'large.throughline');
  copyFileSync(largeFile, path);
  const bench = openBenchCore(folder);
  const { client } = bench.core;
  const empty = residentMegabytes();
  const { file } = take(await client.files.open({ place: bench.core.grant(path) }));
  const notes = take(await client.changes.load({ file })).data.answer.map(({ id, text }) => ({
    entity: 'answer' as const,
    id,
    text,
  }));
  const writer = openWriter(13);
  const type = openTypist(bench, { file, notes, habit: fastHabit, writer });
  for (let minute = 0; minute < 10; minute += 1) {
    for (let edit = 0; edit < 75; edit += 1) {
      await type();
      bench.pass(pace);
    }
    take(await client.search.find({ file, query: writer.word() }));
    take(await client.analysis.analyse({ file }));
  }
  const used = residentMegabytes();
  await bench.core.close();
  return { empty, used };
}

function residentMegabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}
