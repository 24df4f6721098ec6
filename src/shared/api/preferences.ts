/** Calls on what a person set for this computer; nothing of it is in a client file. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { call } from './call.ts';

/** What can be set. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Percent, 80 to 200. */
  zoom: z.int().min(80).max(200),
  /** Who works here: stands beside accepted checks, issues and answers. */
  person: z.string().max(200),
});
/** What can be set. */
export type Preferences = z.infer<typeof preferencesSchema>;

/** Calls on what a person set. */
export const preferences = {
  get: call({}, preferencesSchema),
  set: call({ changes: preferencesSchema.partial() }, preferencesSchema),
  /** The settings after each change, in whichever window it was made. */
  watch: oc.input(z.strictObject({})).output(eventIterator(preferencesSchema)),
};
