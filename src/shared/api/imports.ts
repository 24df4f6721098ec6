/** Calls that take foreign files in. Reading is one call, storing another: what was previewed is what is stored, in one transaction. */
import { z } from 'zod';
import { call, day, fileHandle, opId, placeHandle, workId } from './call.ts';
import { importNoteSchema } from './import-notes.ts';
import {
  detectionSchema,
  documentHeadSchema,
  inspectionSchema,
  passageSchema,
  readOptionsSchema,
} from './import-types.ts';

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
  inspectBacklog: call(
    {
      place: placeHandle,
      encoding: z.string().max(40).optional(),
      delimiter: z.enum([',', ';', '\t', '|']).optional(),
      work: workId,
    },
    inspectionSchema,
  ),
  /** Stores a backlog, or brings the one that is there up to date: items are matched by key. */
  backlog: call(
    {
      file: fileHandle,
      engagement,
      place: placeHandle,
      reading: readOptionsSchema.optional(),
      exportedOn: day,
      opId,
      work: workId,
    },
    imported,
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
};
