/** Calls on client files as a whole: make, open, look after, keep safe. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { entityNames } from '../model/index.ts';
import { call, fileHandle, placeHandle } from './call.ts';
import { failureSchema } from './failure-schema.ts';
import { noticeCodes } from './notices.ts';

/** Facts about an open client file. */
export const fileInfo = z.strictObject({
  client: z.string(),
  engagements: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  fileId: z.string(),
  revision: z.int(),
  schemaVersion: z.int(),
  bytes: z.int(),
  readOnly: z.boolean(),
  kit: z.strictObject({ id: z.string(), version: z.int() }),
  counts: z.record(z.string(), z.int()),
});
/** Facts about an open client file. */
export type FileInfo = z.infer<typeof fileInfo>;

/** Something the user should know about a file that was opened all the same; its sentence is in `notices.ts`. */
const notice = z.strictObject({
  code: z.enum(noticeCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** One finding of an integrity check. */
export const integrityFinding = z.strictObject({
  kind: z.string(),
  entity: z.string().nullable(),
  id: z.string().nullable(),
  detail: z.string(),
  repairable: z.boolean(),
});

/** A verified backup on this computer; `day` is that of the last edit in it. */
export const backup = z.strictObject({
  number: z.int(),
  revision: z.int(),
  day: z.string(),
  reason: z.string(),
  bytes: z.int(),
});

/** A verified backup on this computer. */
export type KeptBackup = z.infer<typeof backup>;

/** A client file that was opened, and what the user should know about it. */
export const opened = z.strictObject({ file: fileHandle, info: fileInfo, notices: z.array(notice) });
/** A client file that was opened. */
export type OpenedFile = z.infer<typeof opened>;

/** What happens to an open file besides edits. */
export const fileEvent = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('notice'), notice }),
  /** A check in the background found damage. */
  z.strictObject({ event: z.literal('findings'), findings: z.array(integrityFinding) }),
  /** Something could not be done in the background, such as a backup. */
  z.strictObject({ event: z.literal('problem'), error: failureSchema }),
  z.strictObject({ event: z.literal('backup'), backup }),
  z.strictObject({ event: z.literal('closed') }),
]);
/** What happens to an open file besides edits. */
export type FileEvent = z.infer<typeof fileEvent>;

/** Calls on client files. */
export const files = {
  create: call(
    {
      place: placeHandle,
      client: z.string().trim().min(1, 'a name is needed').max(200, 'a name has at most 200 characters'),
      title: z.string().max(500).optional(),
    },
    z.strictObject({ file: fileHandle, info: fileInfo }),
  ),
  open: call(
    {
      place: placeHandle,
      readOnly: z.boolean().optional(),
      acceptOlder: z.boolean().optional(),
      acceptFork: z.boolean().optional(),
    },
    opened,
  ),
  info: call({ file: fileHandle }, fileInfo),
  check: call({ file: fileHandle }, z.strictObject({ sound: z.boolean(), findings: z.array(integrityFinding) })),
  repair: call(
    { file: fileHandle, entity: z.enum(entityNames), id: z.string(), how: z.enum(['fromLog', 'asItIs']).optional() },
    z.strictObject({ revision: z.int() }),
  ),
  backup: call({ file: fileHandle }, backup),
  backups: call({ file: fileHandle }, z.array(backup)),
  /** Opens a backup for reading, beside the file itself. */
  preview: call({ file: fileHandle, backup: z.int() }, opened),
  restore: call({ file: fileHandle, backup: z.int(), place: placeHandle }, z.strictObject({ revision: z.int() })),
  copy: call({ file: fileHandle, place: placeHandle }, z.strictObject({ fileId: z.string() })),
  close: call({ file: fileHandle }, z.strictObject({ revision: z.int() })),
  /** What happens to the file besides edits, from now on. */
  watch: oc.input(z.strictObject({ file: fileHandle })).output(eventIterator(fileEvent)),
};
