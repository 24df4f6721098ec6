/** What an import hands over before anything is stored: passages of a document, columns and items of a backlog. */
import { z } from 'zod';
import { passageKinds } from '../model/passage.ts';
import { importNoteSchema } from './import-notes.ts';
import { importReasonSchema } from './import-reasons.ts';

/** Most bytes of a backlog that one process inspects and reads in one go; what is larger would not fit beside its items. */
export const backlogAtOnce = 50_000_000;

type PassageKind = keyof typeof passageKinds;

/** The kinds of document that are read as passages. */
const documentFormats = ['txt', 'md', 'html', 'docx', 'odt', 'pptx', 'pdf'] as const;

/** Options of a document import; `encoding` overrides what is detected in a text. */
export const documentOptionsSchema = z.strictObject({
  fileName: z.string().max(1000),
  encoding: z.string().max(40).optional(),
});

/** One quotable piece of a document; `level` is 0 for body text and 1 to 6 for headings; `page` counts from 1. */
export const passageSchema = z.strictObject({
  position: z.int().nonnegative(),
  level: z.int().min(0).max(6),
  kind: z.enum(Object.keys(passageKinds) as [PassageKind, ...PassageKind[]]),
  text: z.string(),
  page: z.int().positive().nullable(),
  locator: z.string(),
  /** Of a list item: its depth from 0, and its number or letter where it has one. */
  depth: z.int().min(0).max(20).nullable(),
  mark: z.string().max(20),
  /** Of a cell: its table from 1, its row from 0 (the head) and its column from 0. */
  table: z.int().positive().nullable(),
  row: z.int().nonnegative().nullable(),
  column: z.int().nonnegative().nullable(),
});

/** A document as read; the passages come as the rows of the job. `encoding` is null for formats that fix it. */
export const documentHeadSchema = z.strictObject({
  format: z.enum(documentFormats),
  title: z.string(),
  language: z.string().nullable(),
  encoding: z.strictObject({ name: z.string(), confidence: z.number().min(0).max(1) }).nullable(),
  notes: z.array(importNoteSchema),
});

/** The fields of an item that columns can be mapped to; `id` is a second identifier that parents may refer to. */
export const backlogFields = [
  'key',
  'id',
  'title',
  'description',
  'status',
  'statusCategory',
  'resolution',
  'archived',
  'effort',
  'createdOn',
  'updatedOn',
  'startOn',
  'startedOn',
  'closedOn',
  'dueOn',
  'assignee',
  'functionText',
  'parentKey',
  'parentTitle',
  'epicKey',
  'initiative',
  'linkedKeys',
  'labels',
  'type',
  'link',
] as const;

/** The four classes that every tracker's statuses come down to. */
export const statusClasses = ['todo', 'progress', 'done', 'dropped'] as const;

/** Trackers whose exports are recognised. */
export const trackerIds = [
  'jira',
  'azure-devops',
  'asana',
  'trello',
  'linear',
  'github',
  'gitlab',
  'monday',
  'clickup',
  'notion',
  'youtrack',
  'redmine',
  'ms-project',
  'generic',
] as const;

/** What holds the table: text with separators, an Excel workbook, JSON, or a plan of Microsoft Project as XML. */
export const containers = ['text', 'workbook', 'json', 'project'] as const;

/**
 * How the bytes are to be cut into cells; `headerLine` counts lines from 1 (rows of a sheet). Encoding, delimiter and
 * quotes matter for text only, `sheet` for workbooks; a `turned` table has the names of its fields in the first column.
 */
export const dialectSchema = z.strictObject({
  container: z.enum(containers).optional(),
  sheet: z.string().max(200).optional(),
  turned: z.boolean().optional(),
  encoding: z.string().max(40),
  delimiter: z.enum([',', ';', '\t', '|']),
  headerLine: z.int().positive(),
  quotes: z.enum(['strict', 'relaxed', 'none']),
});

/** Field → columns (counted from 0); several columns of one field are joined or the first filled one counts. */
export const mappingSchema = z.partialRecord(z.enum(backlogFields), z.array(z.int().nonnegative()).max(500));

/** Which of day, month and year comes first, second and third. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
const dateOrder = z.enum(dateOrders);

/** Options of an inspection; what is left out is detected. */
export const inspectOptionsSchema = z.strictObject({
  fileName: z.string().max(1000),
  encoding: z.string().max(40).optional(),
  delimiter: dialectSchema.shape.delimiter.optional(),
  headerLine: z.int().positive().optional(),
  sheet: z.string().max(200).optional(),
  turned: z.boolean().optional(),
});

/** What an inspection proposes; `reasons` say why, `sheets` are those of a workbook. */
export const inspectionSchema = z.strictObject({
  dialect: dialectSchema,
  encodingConfidence: z.number().min(0).max(1),
  tracker: z.enum(trackerIds),
  rowCount: z.int().nonnegative(),
  columns: z.array(
    z.strictObject({
      index: z.int().nonnegative(),
      name: z.string(),
      samples: z.array(z.string()),
      filled: z.int().nonnegative(),
    }),
  ),
  mapping: mappingSchema,
  unmapped: z.array(z.int().nonnegative()),
  statuses: z.array(z.strictObject({ text: z.string(), count: z.int(), status: z.enum(statusClasses).nullable() })),
  sheets: z.array(z.string()),
  reasons: z.array(importReasonSchema),
  notes: z.array(importNoteSchema),
});

/** Options of a reading: the inspected or corrected dialect and mapping; `statuses` overrides single status words. */
export const readOptionsSchema = z.strictObject({
  dialect: dialectSchema,
  tracker: z.enum(trackerIds),
  mapping: mappingSchema,
  statuses: z.record(z.string(), z.enum(statusClasses)).optional(),
  dateOrder: dateOrder.optional(),
  /** Lines of rows that a person leaves out. */
  ignored: z.array(z.int().positive()).max(10_000).optional(),
});

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable();

/** One item of a backlog. Days are ISO dates as the tracker wrote them, without a time zone; `startOn` is planned. */
export const backlogItemSchema = z.strictObject({
  line: z.int().positive(),
  key: z.string(),
  title: z.string(),
  description: z.string(),
  status: z.enum(statusClasses),
  statusText: z.string(),
  effort: z.number().nullable(),
  createdOn: day,
  updatedOn: day,
  startOn: day,
  startedOn: day,
  closedOn: day,
  dueOn: day,
  assignee: z.string(),
  functionText: z.string(),
  parentKey: z.string(),
  epicKey: z.string(),
  linkedKeys: z.array(z.string()),
  labels: z.array(z.string()),
  type: z.string(),
  /** An http or https address, or nothing. */
  link: z.string(),
  parentTitle: z.string(),
  initiative: z.string(),
});

/** Why a row is not an item. */
export const leftOutReasons = ['by-hand', 'no-title', 'repeated-header', 'group-heading', 'earlier-duplicate'] as const;

/** What was wrong with a cell that was left empty. */
export const cellProblems = ['date', 'effort', 'link'] as const;

/** What a reading says besides its items, which come as the rows of the job. */
export const readingSchema = z.strictObject({
  tracker: z.enum(trackerIds),
  /** The names of the columns, in their order. */
  columns: z.array(z.string()),
  itemCount: z.int().nonnegative(),
  leftOut: z.array(z.strictObject({ line: z.int().positive(), reason: z.enum(leftOutReasons), text: z.string() })),
  leftOutCount: z.int().nonnegative(),
  duplicates: z.array(z.strictObject({ key: z.string(), lines: z.array(z.int().positive()) })),
  /** Cells that could not be read and were left empty, the first thousand. */
  problems: z.array(
    z.strictObject({ line: z.int().positive(), kind: z.enum(cellProblems), column: z.string(), text: z.string() }),
  ),
  notes: z.array(importNoteSchema),
});

/** What a reading without a preview says: the mapping that it proposed to itself, and the reading. */
export const readProposedSchema = z.strictObject({ mapping: mappingSchema, reading: readingSchema });

/** A kind of file by its content; `kind` tells which import takes it, null when none does. */
export const detectionSchema = z.strictObject({
  format: z.string(),
  kind: z.enum(['document', 'backlog']).nullable(),
});

/** One quotable piece of a document. */
export type Passage = z.output<typeof passageSchema>;
/** Options of a document import. */
export type DocumentOptions = z.output<typeof documentOptionsSchema>;
/** A document without its passages. */
export type DocumentHead = z.output<typeof documentHeadSchema>;
/** A field of an item. */
export type BacklogField = (typeof backlogFields)[number];
/** A class of status. */
export type StatusClass = (typeof statusClasses)[number];
/** A recognised tracker. */
export type TrackerId = (typeof trackerIds)[number];
/** How bytes are cut into cells. */
export type Dialect = z.output<typeof dialectSchema>;
/** Field → columns. */
export type Mapping = z.output<typeof mappingSchema>;
/** The order of day and month in a column of dates. */
export type DateOrder = z.output<typeof dateOrder>;
/** Options of an inspection. */
export type InspectOptions = z.output<typeof inspectOptionsSchema>;
/** What an inspection proposes. */
export type Inspection = z.output<typeof inspectionSchema>;
/** Options of a reading. */
export type ReadOptions = z.output<typeof readOptionsSchema>;
/** One item of a backlog. */
export type BacklogItem = z.output<typeof backlogItemSchema>;
/** What a reading says besides its items. */
export type Reading = z.output<typeof readingSchema>;
/** What a reading without a preview says. */
export type ReadProposed = z.output<typeof readProposedSchema>;
/** Why a row is not an item. */
export type LeftOutReason = (typeof leftOutReasons)[number];
/** A kind of file by its content. */
export type Detection = z.output<typeof detectionSchema>;
