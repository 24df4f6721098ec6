/** The render jobs: what each takes and gives. */
import { z } from 'zod';
import type { PlainTable } from '../../../shared/document/map-table.ts';
import { defineJob } from '../job.ts';
import { renderJobInput, renderJobOutput } from './job-types.ts';

const value = z.union([z.string(), z.number(), z.strictObject({ day: z.iso.date() }), z.null()]);
const table: z.ZodType<PlainTable> = z.strictObject({
  title: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), width: z.number() })),
  rows: z.array(z.array(value)),
});

/** Every render job by name; one line in the registry makes them known. */
export const renderJobs = {
  'render/document': defineJob({
    options: renderJobInput,
    value: renderJobOutput,
    row: null,
    deadline: 60_000,
    maxBytes: 0,
    load: async () => {
      const { documentJob } = await import('./job.ts');
      return (task) => documentJob.run(task.options, task.report);
    },
  }),
  'render/table': defineJob({
    options: z.strictObject({ format: z.enum(['xlsx', 'csv']), table }),
    value: z.strictObject({ bytes: z.instanceof(Uint8Array) }),
    row: null,
    deadline: 20_000,
    maxBytes: 0,
    load: async () => (await import('./table-job.ts')).writeTable,
  }),
  'render/picture': defineJob({
    options: z.strictObject({ svg: z.string().max(1_000_000), fontFolder: z.string() }),
    value: z.strictObject({ bytes: z.instanceof(Uint8Array) }),
    row: null,
    deadline: 20_000,
    maxBytes: 0,
    load: async () => (await import('./picture-job.ts')).drawPicture,
  }),
};
