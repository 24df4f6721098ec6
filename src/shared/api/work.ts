/** Long work as the interface sees it: progress by name, and a way to stop it. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { call } from './call.ts';

/** How far a piece of long work is. `total` is 0 while it is not known. */
export const progress = z.strictObject({ work: z.string(), step: z.string(), done: z.number(), total: z.number() });
/** How far a piece of long work is. */
export type Progress = z.infer<typeof progress>;

/** Calls on long work. */
export const work = {
  watch: oc.input(z.strictObject({ work: z.string() })).output(eventIterator(progress)),
  cancel: call({ work: z.string() }, z.strictObject({ cancelled: z.boolean() })),
};
