/** What the reading of a transcript hands over before anything is stored: who speaks in it, and what was said turn by turn. */
import { z } from 'zod';
import { importNoteSchema } from './import-notes.ts';

/** The formats that a transcript comes in. */
const transcriptFormats = ['vtt', 'srt', 'txt', 'docx'] as const;

/** Options of a reading; `encoding` overrides what is detected in a text. */
export const transcriptOptionsSchema = z.strictObject({
  fileName: z.string().max(1000),
  encoding: z.string().max(40).optional(),
});

/** One turn; `voice` is the place of its speaker in the list of voices. Times are in seconds from the beginning. */
export const readTurnSchema = z.strictObject({
  position: z.int().nonnegative(),
  voice: z.int().nonnegative(),
  startsAt: z.number().nonnegative().nullable(),
  endsAt: z.number().nonnegative().nullable(),
  text: z.string(),
});

/** Somebody who speaks: the name as it stands there (empty where there is none), and how much they say. */
export const readVoiceSchema = z.strictObject({
  label: z.string(),
  turns: z.int(),
  words: z.int(),
  /** Null where the transcript has no times. */
  seconds: z.number().nullable(),
  /** Turns that end with a question. */
  questions: z.int(),
});

/** A transcript as read; its turns come as the rows of the job. */
export const transcriptHeadSchema = z.strictObject({
  format: z.enum(transcriptFormats),
  /** `paragraphs`: a text in which neither speakers nor times were found; somebody has to say that it is a transcript. */
  shape: z.enum(['turns', 'paragraphs']),
  /** The day in its name or its first lines. */
  heldOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/u)
    .nullable(),
  /** Null for formats that fix it. */
  encoding: z.strictObject({ name: z.string(), confidence: z.number().min(0).max(1) }).nullable(),
  /** Length in seconds; null where the transcript has no times. */
  seconds: z.number().nullable(),
  turns: z.int(),
  voices: z.array(readVoiceSchema),
  notes: z.array(importNoteSchema),
});

/** Options of a reading. */
export type TranscriptOptions = z.output<typeof transcriptOptionsSchema>;
/** One turn as read. */
export type ReadTurn = z.output<typeof readTurnSchema>;
/** Somebody who speaks, as read. */
export type ReadVoice = z.output<typeof readVoiceSchema>;
/** A transcript without its turns. */
export type TranscriptHead = z.output<typeof transcriptHeadSchema>;
