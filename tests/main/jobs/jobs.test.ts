import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { badJobs } from '../../support/jobs/hosts.ts';

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

describe('a job in its own process', () => {
  it('gets its bytes and options and gives back its value', async () => {
    const result = await badJobs().start('echo', { bytes: new Uint8Array(3_500_000), options: { a: [1, 'ü'] } });
    expect(result).toEqual({ ok: true, value: { value: { options: { a: [1, 'ü'] }, size: 3_500_000 }, rows: [] } });
  });

  it('draws a stream of bytes piece by piece', async () => {
    async function* stream(): AsyncGenerator<Uint8Array, void> {
      for (let piece = 0; piece < 5; piece++) yield new Uint8Array(1000);
    }
    const result = await badJobs().start('echo', { bytes: stream(), options: null });
    expect(result).toMatchObject({ ok: true, value: { value: { size: 5000 } } });
  });

  it('sends rows ahead of its value', async () => {
    const result = await badJobs().start('rows', { options: 3 });
    expect(result).toEqual({ ok: true, value: { value: 'end', rows: [1, 2, 3] } });
  });

  it('reports how far it is', async () => {
    const seen: number[] = [];
    await badJobs().start('progress', { options: null, onProgress: ({ done }) => seen.push(done) });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('tells at its end how long it took and how much memory it held', async () => {
    const costs: number[] = [];
    await badJobs().start('echo', {
      options: null,
      onEnd: ({ milliseconds, peakBytes }) => costs.push(milliseconds, peakBytes),
    });
    expect(costs.every((cost) => cost > 0)).toBe(true);
  });
});

describe('a job that goes wrong', () => {
  it('is killed at its deadline, even in an endless loop', async () => {
    const pids: number[] = [];
    const result = await badJobs((pid) => pids.push(pid)).start('busy', { options: null, deadline: 500 });
    expect(result).toMatchObject({ ok: false, error: { code: 'job-timeout', params: { seconds: 0.5 } } });
    expect(pids.map(isGone)).toEqual([true]);
  });

  it('is killed when it is cancelled', async () => {
    const pids: number[] = [];
    const cancel = new AbortController();
    const jobs = badJobs((pid) => {
      pids.push(pid);
      setImmediate(() => cancel.abort());
    });
    expect(await jobs.start('busy', { options: null, signal: cancel.signal })).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(pids.map(isGone)).toEqual([true]);
  });

  it('is never launched when it was cancelled before', async () => {
    const pids: number[] = [];
    const jobs = badJobs((pid) => pids.push(pid));
    const result = await jobs.start('echo', { options: null, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ error: { code: 'cancelled' } });
    expect(pids).toEqual([]);
  });

  it('ends as cancelled when the runner is closed', async () => {
    const jobs = badJobs(() => setImmediate(() => jobs.close()));
    expect(await jobs.start('busy', { options: null })).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('is stopped by the heap cap', async () => {
    expect(await badJobs().start('heap', { options: null })).toMatchObject({ error: { code: 'job-memory' } });
  });

  it('is stopped when it allocates outside the heap', async () => {
    expect(await badJobs().start('buffers', { options: null })).toMatchObject({ error: { code: 'job-memory' } });
  });

  it('says where it threw and nothing of what it threw', async () => {
    const result = await badJobs().start('throws', { options: null });
    expect(result).toMatchObject({
      error: { code: 'job-crashed', params: { job: 'throws', place: /^TypeError runs\.ts:\d+:\d+$/ } },
    });
  });

  it('counts as crashed when it exits by itself', async () => {
    expect(await badJobs().start('exits', { options: null })).toMatchObject({ error: { code: 'job-crashed' } });
  });

  it('counts as crashed when its value or a row is not what was agreed', async () => {
    expect(await badJobs().start('lies', { options: null })).toMatchObject({ error: { code: 'job-crashed' } });
    expect(await badJobs().start('rows', { options: 'not a number' })).toMatchObject({
      error: { code: 'job-crashed' },
    });
  });

  it('refuses options that it does not know', async () => {
    const result = await badJobs().start('strict', { options: { size: 'large' } as never });
    expect(result).toMatchObject({ error: { code: 'bad-input', params: { path: 'strict size' } } });
  });

  it('refuses more bytes than it may take, without reading them all', async () => {
    let pieces = 0;
    async function* endless(): AsyncGenerator<Uint8Array, void> {
      for (;;) {
        pieces++;
        yield new Uint8Array(4_000_000);
      }
    }
    expect(await badJobs().start('echo', { bytes: endless(), options: null })).toMatchObject({
      error: { code: 'import-too-large', params: { limit: 10 } },
    });
    expect(pieces).toBe(3);
  });

  it('fails when its bytes cannot be read to the end', async () => {
    async function* broken(): AsyncGenerator<Uint8Array, void> {
      yield new Uint8Array(10);
      throw new Error('the stick was pulled out');
    }
    expect(await badJobs().start('echo', { bytes: broken(), options: null })).toMatchObject({
      error: { code: 'job-input' },
    });
  });
});

describe('the process of a job', () => {
  it('has an empty environment, may write nothing and connect nowhere', async () => {
    process.env['NODE_OPTIONS'] ??= '';
    process.env['ELECTRON_TEST_SECRET'] = 'x';
    const path = join(tmpdir(), 'throughline-job-must-not-write');
    const result = await badJobs().start('abilities', { options: { path } });
    delete process.env['ELECTRON_TEST_SECRET'];
    const environment = result.ok ? (result.value.value as { environment: string[] }).environment : [];
    expect(environment.filter((name) => !/^(TZ|NODE_CHANNEL_\w+|SystemRoot)$/.test(name))).toEqual([]);
    expect(result).toMatchObject({ value: { value: { write: 'ERR_ACCESS_DENIED', socket: 'ERR_ACCESS_DENIED' } } });
    expect(existsSync(path)).toBe(false);
  });

  it('prints nothing where the parent prints', () => {
    const script = `import { badJobs } from './tests/support/jobs/hosts.ts';
      const result = await badJobs().start('prints', { options: null });
      console.log(result.ok);`;
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(done.stdout).toBe('true\n');
    expect(done.stderr).toBe('');
  });
});
