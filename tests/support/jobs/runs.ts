/** What the misbehaving jobs do, inside the child. */
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { JobRun } from '../../../src/main/jobs/job.ts';
import { ok } from '../../../src/shared/lib/result.ts';

/** By name, as the registry asks for them. */
export const runs: Record<string, JobRun<unknown, unknown, never>> = {
  echo: async ({ bytes, options }) => {
    let size = 0;
    for await (const piece of bytes) size += piece.length;
    return ok({ options, size });
  },
  busy: () => {
    for (;;);
  },
  heap: () => {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 1000 }, () => ({ deep: [] })));
  },
  buffers: async ({ report }) => {
    const kept: Buffer[] = [];
    for (let piece = 0; piece < 100; piece++) {
      kept.push(Buffer.alloc(20_000_000, 1));
      report({ step: 'eating', done: piece, total: 100 });
      await new Promise((resolve) => setImmediate(resolve));
    }
    return ok(kept.length);
  },
  throws: async () => {
    throw new TypeError('client text that must not leave');
  },
  exits: async () => process.exit(3),
  abilities: async ({ options }) => {
    const { path } = options as { path: string };
    const attempt = (work: () => void): string => {
      try {
        work();
        return 'allowed';
      } catch (error) {
        return (error as { code?: string }).code ?? 'failed';
      }
    };
    const socket = await new Promise<string>((resolve) => {
      try {
        connect(9, '127.0.0.1').on('error', (error) => resolve((error as { code?: string }).code ?? error.name));
      } catch (error) {
        resolve((error as { code?: string }).code ?? 'failed');
      }
    });
    return ok({
      environment: Object.keys(process.env).toSorted(),
      write: attempt(() => writeFileSync(path, 'x')),
      socket,
    });
  },
  progress: async ({ report }) => {
    for (const done of [1, 2, 3]) report({ step: 'counting', done, total: 3 });
    return ok(null);
  },
  prints: async () => {
    process.stdout.write('printed by the child\n');
    process.stderr.write('printed by the child\n');
    return ok(null);
  },
  rows: async ({ emit, options }) => {
    await emit([1, 2] as never[]);
    await emit([options] as never[]);
    return ok('end');
  },
};
