/** A recorded comparison of the backlog with the strategy. */
import { date, defineEntity, integer, line, reference, text } from './define.ts';

export const comparison = defineEntity(
  'comparison',
  'comparison',
  { many: 'comparisons', title: 'finding' },
  {
    on: date('Compared on'),
    author: line('By'),
    finding: text('Finding'),
    source: reference('Backlog', 'source'),
    exportedOn: date('Export of'),
    added: integer('New', { min: 0 }),
    closed: integer('Closed', { min: 0 }),
    reopened: integer('Reopened', { min: 0 }),
    changed: integer('Changed', { min: 0 }),
    gone: integer('Gone', { min: 0 }),
  },
);
