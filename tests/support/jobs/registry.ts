/** Jobs that misbehave on purpose, for the tests of the runner. */
import { z } from 'zod';
import { defineJob, type JobDefinition, type JobRun } from '../../../src/main/jobs/job.ts';

const loose = { options: z.unknown(), value: z.unknown(), row: null, deadline: 20_000, maxBytes: 10_000_000 };
const job = (name: string): JobDefinition => defineJob({ ...loose, load: async () => runOf(name) });

/** The job's code is only loaded in the child. */
async function runOf(name: string): Promise<JobRun<unknown, unknown, never>> {
  const found = (await import('./runs.ts')).runs[name];
  if (found === undefined) throw new Error(name);
  return found;
}

/** One job per way to go wrong, and some that go right. */
export const misbehavingJobs = {
  echo: job('echo'),
  busy: job('busy'),
  heap: job('heap'),
  buffers: job('buffers'),
  throws: job('throws'),
  exits: job('exits'),
  abilities: job('abilities'),
  progress: job('progress'),
  prints: job('prints'),
  lies: defineJob({
    ...loose,
    value: z.string(),
    load: () => runOf('echo') as Promise<JobRun<unknown, string, never>>,
  }),
  rows: defineJob({
    ...loose,
    row: z.number(),
    load: () => runOf('rows') as Promise<JobRun<unknown, unknown, number>>,
  }),
  strict: defineJob({
    ...loose,
    options: z.strictObject({ size: z.number() }),
    load: () => runOf('echo') as Promise<JobRun<{ size: number }, unknown, never>>,
  }),
};
