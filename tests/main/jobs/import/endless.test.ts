import { describe, expect, it } from 'vitest';
import { importJobs } from '../../../../src/main/jobs/import/jobs.ts';
import type { JobRun } from '../../../../src/main/jobs/job.ts';
import { runHere } from '../../../support/jobs/run-here.ts';

const look = (bytes: Buffer | string): ReturnType<typeof runHere<'import/backlog-inspect'>> =>
  runHere('import/backlog-inspect', bytes, { fileName: 'a' });
const tooMany = (limit: number, what: string): object => ({
  ok: false,
  error: { code: 'import-too-many', params: { limit, what } },
});
const head = 'Key,Title,Status\nA-1,One,Open\n';

describe('a table without an end', () => {
  it('is refused for its columns when one row is nothing but separators', async () => {
    expect(await look(`${head}${','.repeat(5_000_000)}`)).toMatchObject(tooMany(2000, 'columns'));
  });

  it('is refused for more entries than rows can be, before JSON builds them', async () => {
    expect(await look(`[{"a":"},{"}${',{"a":1}'.repeat(200_000)}]`)).toMatchObject(tooMany(200_000, 'rows'));
  });

  it('is refused as JSON when it is a list of bare numbers', async () => {
    expect(await look(`[1${',1'.repeat(100_000)}]`)).toMatchObject({ ok: false, error: { code: 'import-json' } });
  });

  it.each([
    ['one row goes on', head, ',', tooMany(20, 'million characters in one row')],
    ['a plan is too large', '<Project xmlns="http://schemas.microsoft.com/project">', ' ', { ok: false }],
    ['it is a PDF', '%PDF-1.7\n', ' ', { ok: false, error: { code: 'import-format' } }],
  ])('is not drawn to its end when %s', async (_, start, filling, refused) => {
    let drawn = 0;
    async function* endless(): AsyncGenerator<Uint8Array, void> {
      yield Buffer.from(start);
      for (; drawn < 150; drawn++) yield Buffer.alloc(1_000_000, filling);
    }
    const run = (await importJobs['import/backlog-inspect'].load()) as JobRun<unknown, unknown, unknown>;
    const task = { bytes: endless(), options: { fileName: 'a' }, report: () => undefined, emit: async () => undefined };
    expect(await run(task)).toMatchObject(refused);
    expect(drawn).toBeLessThan(60);
  });
});

it('refuses more captions than a transcript can have, before their words are read', async () => {
  const captions = `WEBVTT\n\n${'0:01.000 --> 0:02.000\na\n\n'.repeat(100_001)}`;
  const refused = await runHere('import/transcript', captions, { fileName: 'a.vtt' });
  const params = { limit: 100_000, what: 'captions' };
  expect(refused).toMatchObject({ ok: false, error: { code: 'import-too-many', params } });
});
