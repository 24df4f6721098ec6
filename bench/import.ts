/** What the whole way of an import costs over the parsing alone: child process, checks, SQLite, log, search index, backup. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { composeBacklogCsv } from './backlog-file.ts';
import { openBenchCore, take } from './bench-core.ts';
import { interleaved, median, type Measurement, type Place } from './measure.ts';

const rows = 50_000;

/** 50,000 rows into a new file against csv-parse on the same bytes, five rounds by turns. */
export async function benchImport({ folder }: Place): Promise<Measurement[]> {
  const bytes = composeBacklogCsv(rows);
  const csv = join(folder, 'backlog.csv');
  writeFileSync(csv, bytes);
  const { core, store } = openBenchCore(folder);
  let file = '';
  const times = await interleaved(
    { warm: 1, measured: 5 },
    {
      parse: () => parse(bytes, { columns: true }),
      import: async () => {
        const done = take(await core.client.imports.backlog({ file, place: core.grant(csv), opId: store.ids() }));
        if (done.items !== rows) throw new Error(`${done.items} items instead of ${rows}`);
      },
      close: async () => take(await core.client.files.close({ file })),
    },
    async (round) => {
      const place = core.grant(join(folder, `import ${round}.throughline`));
      ({ file } = take(await core.client.files.create({ place, client: 'Benchmark' })));
    },
  );
  await core.close();
  return [
    { name: 'csv-parse alone on 50,000 rows', value: median(times.parse), unit: 'ms' },
    { name: 'import of 50,000 rows, the whole way', value: median(times.import), unit: 'ms' },
    { name: 'import ÷ csv-parse', value: median(times.import) / median(times.parse), unit: '×', mark: 8 },
  ];
}
