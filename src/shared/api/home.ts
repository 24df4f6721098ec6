/** Calls on the files used lately: the list of home, kept on this computer and never in a client file. */
import { z } from 'zod';
import { backup, opened } from './files.ts';
import { call, opId, placeHandle } from './call.ts';

/** Something that is due, for the list of the next days. */
export const dueDate = z.strictObject({
  on: z.string(),
  /** Clock time, HH:MM, where one is set. */
  at: z.string().nullable(),
  kind: z.enum(['interview', 'handover', 'review', 'check', 'end', 'start', 'join', 'milestone']),
  says: z.string(),
});

/** How far a stage is. */
export const stageState = z.enum(['empty', 'half', 'full']);

/** Last known facts about a client file. */
export const recentFacts = z.strictObject({
  title: z.string(),
  /** Number of the stage that was open last, 1 to 8. */
  stage: z.int().min(1).max(8),
  /** State of the eight stages. */
  stages: z.array(stageState).length(8),
  blockers: z.int(),
  /** Number of the last issue, such as 1.0. */
  issue: z.string().nullable(),
  drift: z.number().nullable(),
  decisionInScope: z.boolean(),
  due: z.array(dueDate),
});
/** Last known facts about a client file. */
export type RecentFacts = z.infer<typeof recentFacts>;

/** A file used lately. */
export const recentFile = z.strictObject({
  id: z.string(),
  client: z.string(),
  /** Last place as a person knows it: the folder and the file's name. */
  folder: z.string(),
  fileName: z.string(),
  openedAt: z.string(),
  pinned: z.boolean(),
  /** Not at its last place. */
  missing: z.boolean(),
  /** Open in this process at this moment. */
  open: z.boolean(),
  /** Was open when the program ended without closing it. */
  interrupted: z.boolean(),
  facts: recentFacts.nullable(),
});
/** A file used lately. */
export type RecentFile = z.infer<typeof recentFile>;

const nothing = z.null();
const id = z.string().min(1).max(100);

/** Calls on the files used lately. */
export const home = {
  list: call({}, z.array(recentFile)),
  /** Opens a file of the list; a file that is open already answers the handle that it has. */
  open: call(
    {
      id,
      readOnly: z.boolean().optional(),
      acceptOlder: z.boolean().optional(),
      acceptFork: z.boolean().optional(),
    },
    opened,
  ),
  pin: call({ id, pinned: z.boolean() }, nothing),
  /** Takes a file off the list; never off the disk. */
  remove: call({ id }, nothing),
  /** Says where a missing file is now; refused when it is another file. */
  found: call({ id, place: placeHandle }, nothing),
  /** Backups of a file of the list, also of one that cannot be opened. */
  backups: call({ id }, z.array(backup)),
  restore: call({ id, backup: z.int(), place: placeHandle }, z.strictObject({ revision: z.int() })),
  /** Removes everything that this computer keeps about a client besides the file itself: backups, receipts, the list. */
  forget: call({ id }, z.strictObject({ removed: z.int() })),
  /** Makes a client file of the sample engagement. */
  sample: call({ place: placeHandle, opId }, opened),
};
