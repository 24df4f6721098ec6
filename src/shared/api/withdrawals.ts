/** Calls that take words back: of a person, or of one piece of evidence. */
import { z } from 'zod';
import { entityNames } from '../model/index.ts';
import { call, day, fileHandle, opId, workId } from './call.ts';
import { backup } from './files.ts';

/** Whose words are taken back. */
const who = z.union([z.strictObject({ person: z.uuid() }), z.strictObject({ evidence: z.uuid() })]);

const place = z.strictObject({ entity: z.enum(entityNames), id: z.string(), field: z.string() });

/** An issue that was frozen with the words: `printed` in its pages, or only counted in its figures. */
const marked = z.strictObject({ id: z.string(), number: z.string(), printed: z.boolean() });

/** Copies on this computer that hold words that were taken back. */
export const heldCopies = z.strictObject({ backups: z.array(backup), recovered: z.int() });
/** Copies on this computer that hold words that were taken back. */
export type HeldCopies = z.infer<typeof heldCopies>;

const reach = {
  /** Rows whose words go, counted by entity. */
  words: z.array(z.strictObject({ entity: z.enum(entityNames), count: z.int() })),
  /** Fields of other rows in which the words were repeated: they are taken out there, and the text may need a look. */
  repeated: z.array(place),
  issues: z.array(marked),
};

/** What a withdrawal would do. */
export const withdrawalPreview = z.strictObject({
  ...reach,
  /** Answers of the person that figures count no longer. */
  marks: z.int(),
  /** Backups there are at this moment; those from before the words were written are among them. */
  backups: z.int(),
});
/** What a withdrawal would do. */
export type WithdrawalPreview = z.infer<typeof withdrawalPreview>;

/** What a withdrawal did. */
export const withdrawalDone = z.strictObject({ ...reach, revision: z.int(), held: heldCopies });
/** What a withdrawal did. */
export type WithdrawalDone = z.infer<typeof withdrawalDone>;

/** Calls that take words back. */
export const withdrawals = {
  /** What taking them back would do; nothing is changed by asking. */
  preview: call({ file: fileHandle, who }, withdrawalPreview),
  /** Takes them back, for good: out of rows, history and search; nothing from before can be undone any more. */
  take: call({ file: fileHandle, who, today: day, opId, work: workId }, withdrawalDone),
  /** Copies that still hold words that were taken back at any time. */
  held: call({ file: fileHandle }, heldCopies),
  /** Removes those copies, after a new backup was made and verified. */
  purge: call(
    { file: fileHandle },
    z.strictObject({ backup: backup.nullable(), removed: z.array(backup), recovered: z.int() }),
  ),
};
