/** A document or an export of the client that evidence and decisions trace to. */
import { z } from 'zod';
import { code, date, defineEntity, integer, kitId, line, list, reference, setting, text } from './define.ts';

/** Format of the backlog that holds items added by hand: no export knows them, so none makes them go. */
export const handMade = 'by-hand';

/** A document or an export of the client. */
export const source = defineEntity(
  'source',
  'source',
  { many: 'sources', title: 'title' },
  {
    kind: setting('Kind', { strategy: 'Strategy document', backlog: 'Backlog', other: 'Other source' }, 'other'),
    documentKind: kitId('Kind of document', 'documentKinds'),
    title: line('Title'),
    author: line('Author'),
    datedOn: date('Date of the source'),
    importedOn: date('Taken in on'),
    exportedOn: date('Exported on'),
    fileName: line('File'),
    format: code('Format'),
    digest: code('SHA-256 of the file'),
    pages: integer('Pages', { min: 0 }),
    notes: list('Notes of the import', z.string()),
    mapping: list('Columns of the backlog', z.object({ column: z.string(), field: z.string() })),
    sheet: code('Sheet of the workbook'),
    dateOrder: code('Order of day and month'),
    statusWords: list('What status words mean', z.object({ text: z.string(), status: z.string() })),
    teams: list('Functions of teams', z.object({ team: z.string(), function: z.string() })),
    remark: text('Remark'),
    replaces: reference('Newer version of', 'source'),
    originalBytes: integer('Size of the original kept in the file, in bytes', { min: 0 }),
    passedOver: list('Sentences passed over, by fingerprint', z.string()),
  },
);
