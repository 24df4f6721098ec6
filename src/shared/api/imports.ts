/** Calls that take foreign files in. Reading is one call, storing another: what was previewed is what is stored, in one transaction. */
import { z } from 'zod';
import { backlogPreviewSchema, inspectedSchema, teamFunctionsSchema } from './backlog-preview.ts';
import { call, day, fileHandle, opId, placeHandle, workId } from './call.ts';
import { importNoteSchema } from './import-notes.ts';
import {
  detectionSchema,
  dialectSchema,
  documentHeadSchema,
  passageSchema,
  readOptionsSchema,
} from './import-types.ts';
import { readTurnSchema, transcriptHeadSchema } from './transcript-types.ts';

const engagement = z.uuid().optional();
const line = z.string().max(500);

/** What an import stored. */
export const imported = z.strictObject({
  revision: z.int(),
  source: z.string(),
  passages: z.int(),
  decisions: z.int(),
  items: z.int(),
  updated: z.int(),
  closed: z.int(),
  reopened: z.int(),
  changed: z.int(),
  gone: z.int(),
  leftOut: z.int(),
  notes: z.array(importNoteSchema),
  /** Of a new version of a document: links that still stand in it, and links to look at again. */
  anchored: z.int().optional(),
  suspect: z.int().optional(),
});
/** What an import stored. */
export type Imported = z.infer<typeof imported>;

/** Who a voice of a transcript is: somebody of the list, somebody new by name, or nobody known. */
export const voiceChoice = z.strictObject({
  label: z.string().max(500),
  person: z.uuid().nullable(),
  name: z.string().max(500).optional(),
  interviewer: z.boolean(),
});
/** Who a voice is. */
export type VoiceChoice = z.infer<typeof voiceChoice>;

/** What the import of a transcript stored; nothing where the very same file was there. */
export const transcriptImported = z.strictObject({
  revision: z.int(),
  interview: z.string(),
  turns: z.int(),
  voices: z.int(),
  notes: z.array(importNoteSchema),
});
/** What the import of a transcript stored. */
export type TranscriptImported = z.infer<typeof transcriptImported>;
/** A backlog as it is to be read; `into` is the one that it brings up to date, null makes a new one. */
const backlogInput = {
  file: fileHandle,
  engagement,
  place: placeHandle,
  exportedOn: day,
  into: z.uuid().nullable().optional(),
  functions: teamFunctionsSchema.optional(),
  work: workId,
};

/** Calls that take foreign files in. */
export const imports = {
  detect: call({ place: placeHandle }, detectionSchema),
  readDocument: call(
    { place: placeHandle, encoding: z.string().max(40).optional(), work: workId },
    z.strictObject({ head: documentHeadSchema, passages: z.array(passageSchema) }),
  ),
  /**
   * Stores a strategy document with its passages and its original; `decisionsFrom` makes a decision of each heading of that
   * level. `replaces` names the source of which it is a newer version: links to what still stands move over.
   */
  document: call(
    {
      file: fileHandle,
      engagement,
      place: placeHandle,
      kind: z.enum(['strategy', 'other']),
      replaces: z.uuid().optional(),
      about: z
        .strictObject({
          title: line.optional(),
          author: line.optional(),
          datedOn: day,
          documentKind: line.optional(),
          remark: z.string().max(20_000).optional(),
        })
        .optional(),
      decisionsFrom: z.int().min(1).max(6).optional(),
      encoding: z.string().max(40).optional(),
      opId,
      work: workId,
    },
    imported,
  ),
  /** Looks at a backlog; with a file it says how the last export of the same tracker was read there. */
  inspectBacklog: call(
    {
      place: placeHandle,
      file: fileHandle.optional(),
      engagement,
      encoding: z.string().max(40).optional(),
      delimiter: dialectSchema.shape.delimiter.optional(),
      headerLine: dialectSchema.shape.headerLine.optional(),
      sheet: z.string().max(200).optional(),
      turned: z.boolean().optional(),
      work: workId,
    },
    inspectedSchema,
  ),
  /** Reads a backlog as it would be stored, and says what that would change; writes nothing. */
  previewBacklog: call({ ...backlogInput, reading: readOptionsSchema }, backlogPreviewSchema),
  /** Stores a backlog, or brings the one that is there up to date: items are matched by key, and the comparison is kept. */
  backlog: call(
    {
      ...backlogInput,
      reading: readOptionsSchema.optional(),
      author: z.string().max(200).optional(),
      finding: z.string().max(20_000).optional(),
      opId,
    },
    imported,
  ),
  /** Reads a transcript for a look at it: its head and its first turns. */
  readTranscript: call(
    { place: placeHandle, encoding: z.string().max(40).optional(), work: workId },
    z.strictObject({ head: transcriptHeadSchema, turns: z.array(readTurnSchema) }),
  ),
  /** Stores a transcript with an interview, an existing or a new one; the voices are proposed by name where none are given. */
  transcript: call(
    {
      file: fileHandle,
      engagement,
      place: placeHandle,
      interview: z.uuid().optional(),
      title: z.string().max(500).optional(),
      heldOn: day,
      voices: z.array(voiceChoice).max(200).optional(),
      /** A text without speakers is taken as the words of one voice. */
      paragraphs: z.boolean().optional(),
      encoding: z.string().max(40).optional(),
      opId,
      work: workId,
    },
    transcriptImported,
  ),
  /** Takes an exchange file in: rows that are known are brought up to date, others are added. */
  engagement: call(
    { file: fileHandle, place: placeHandle, opId },
    z.strictObject({ revision: z.int(), engagement: z.uuid(), inserted: z.int(), updated: z.int() }),
  ),
};

/** Calls that write files for others. */
export const exports = {
  engagement: call(
    { file: fileHandle, engagement, place: placeHandle },
    z.strictObject({ bytes: z.int(), rows: z.int() }),
  ),
  map: call(
    { file: fileHandle, engagement, place: placeHandle, format: z.enum(['xlsx', 'csv']) },
    z.strictObject({ bytes: z.int(), rows: z.int() }),
  ),
  /** Coverage of the open work as a picture for a slide. */
  coverage: call(
    { file: fileHandle, engagement, place: placeHandle, format: z.enum(['png', 'svg']), today: day },
    z.strictObject({ bytes: z.int() }),
  ),
};
