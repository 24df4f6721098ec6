/** What a backlog would become, before anything is written: its first items, what is wrong with it, and what changes. */
import { z } from 'zod';
import { importNoteSchema } from './import-notes.ts';
import {
  backlogItemSchema,
  dateOrders,
  inspectionSchema,
  mappingSchema,
  readingSchema,
  statusClasses,
} from './import-types.ts';

/** What people said of a team: its function in the kit, or that it has none. */
export const teamFunctionsSchema = z.record(z.string().max(500), z.string().max(100).nullable());

/** How the last export of the same tracker was read in this file; it is applied again. */
export const rememberedSchema = z.strictObject({
  source: z.string(),
  title: z.string(),
  importedOn: z.string().nullable(),
  mapping: mappingSchema,
  statuses: z.record(z.string(), z.enum(statusClasses)),
  functions: teamFunctionsSchema,
  dateOrder: z.enum(dateOrders).nullable(),
});

/** What an inspection proposes, with what is remembered from the last time. */
export const inspectedSchema = z.strictObject({
  ...inspectionSchema.shape,
  remembered: rememberedSchema.nullable(),
});

/** An item by its name. */
const named = z.strictObject({ key: z.string(), title: z.string() });

/** An item with what became of its fields, in words. */
const changedItem = z.strictObject({
  ...named.shape,
  fields: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
});

/** What an export changes in the backlog that it brings up to date; the lists show the first, the counts count all. */
export const backlogChangeSchema = z.strictObject({
  source: z.string(),
  title: z.string(),
  exportedOn: z.string().nullable(),
  /** The very same file, read the same way: nothing changes. */
  same: z.boolean(),
  counts: z.strictObject({
    added: z.int(),
    closed: z.int(),
    reopened: z.int(),
    changed: z.int(),
    gone: z.int(),
    unchanged: z.int(),
  }),
  added: z.array(named),
  closed: z.array(changedItem),
  reopened: z.array(changedItem),
  changed: z.array(changedItem),
  gone: z.array(named),
});

/** What would be stored. */
export const backlogPreviewSchema = z.strictObject({
  /** The first items, with the function of the kit that their team has. */
  items: z.array(z.strictObject({ ...backlogItemSchema.shape, function: z.string().nullable() })),
  itemCount: z.int(),
  leftOut: readingSchema.shape.leftOut,
  leftOutCount: z.int(),
  duplicates: readingSchema.shape.duplicates,
  problems: readingSchema.shape.problems,
  notes: z.array(importNoteSchema),
  statuses: z.array(z.strictObject({ text: z.string(), count: z.int(), status: z.enum(statusClasses) })),
  teams: z.array(z.strictObject({ text: z.string(), count: z.int(), function: z.string().nullable() })),
  exportedOn: z.string(),
  /** Null for a backlog that is new here. */
  change: backlogChangeSchema.nullable(),
});

/** How the last export was read. */
export type Remembered = z.output<typeof rememberedSchema>;
/** What an inspection proposes, with what is remembered. */
export type Inspected = z.output<typeof inspectedSchema>;
/** What an export changes. */
export type BacklogChange = z.output<typeof backlogChangeSchema>;
/** An item with what became of its fields. */
export type ChangedItem = z.output<typeof changedItem>;
/** What would be stored. */
export type BacklogPreview = z.output<typeof backlogPreviewSchema>;
