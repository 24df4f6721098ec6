/** A review: execution held against the document. */
import { choice, date, defineEntity, flag, integer, text } from './define.ts';

export const review = defineEntity(
  'review',
  'review',
  { many: 'reviews' },
  {
    on: date('Held on'),
    number: integer('Number', { min: 1 }),
    notes: text('Notes'),
    backlogExportedOn: date('Backlog exported on'),
    refresh: choice('Refresh decision', { keep: 'Keep the document', amend: 'Amend it', refresh: 'Refresh it' }),
    refreshReason: text('Reason'),
    constraintReopened: flag('Confirmation of the constraint reopened'),
  },
);
