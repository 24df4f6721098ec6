/** The import jobs: what each takes and gives. Bytes go in, plain data comes out; nothing is stored here. */
import { z } from 'zod';
import {
  backlogAtOnce,
  backlogItemSchema,
  detectionSchema,
  documentHeadSchema,
  documentOptionsSchema,
  inspectionSchema,
  inspectOptionsSchema,
  passageSchema,
  readingSchema,
  readOptionsSchema,
  readProposedSchema,
} from '../../../shared/api/import-types.ts';
import { readTurnSchema, transcriptHeadSchema, transcriptOptionsSchema } from '../../../shared/api/transcript-types.ts';
import { defineJob } from '../job.ts';
import { limits } from './limits.ts';

/** Every import job by name. */
export const importJobs = {
  'import/detect': defineJob({
    options: z.strictObject({}),
    value: detectionSchema,
    row: null,
    deadline: 10_000,
    maxBytes: limits.textBytes,
    load: async () => (await import('./detect-job.ts')).detectFile,
  }),
  'import/document': defineJob({
    options: documentOptionsSchema,
    value: documentHeadSchema,
    row: passageSchema,
    deadline: 60_000,
    maxBytes: limits.documentBytes,
    load: async () => (await import('./document-job.ts')).readDocument,
  }),
  'import/transcript': defineJob({
    options: transcriptOptionsSchema,
    value: transcriptHeadSchema,
    row: readTurnSchema,
    deadline: 20_000,
    maxBytes: limits.documentBytes,
    load: async () => (await import('./transcript-job.ts')).readTranscript,
  }),
  'import/backlog': defineJob({
    options: inspectOptionsSchema,
    value: readProposedSchema,
    row: backlogItemSchema,
    deadline: 60_000,
    maxBytes: backlogAtOnce,
    load: async () => (await import('./backlog-job.ts')).readProposed,
  }),
  'import/backlog-inspect': defineJob({
    options: inspectOptionsSchema,
    value: inspectionSchema,
    row: null,
    deadline: 60_000,
    maxBytes: limits.textBytes,
    load: async () => (await import('./backlog-inspect-job.ts')).inspectBacklog,
  }),
  'import/backlog-read': defineJob({
    options: readOptionsSchema,
    value: readingSchema,
    row: backlogItemSchema,
    deadline: 60_000,
    maxBytes: limits.textBytes,
    load: async () => (await import('./backlog-read-job.ts')).readBacklog,
  }),
};
