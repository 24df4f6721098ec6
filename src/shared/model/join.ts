/** A dated hand-over between two functions. */
import { date, defineEntity, end, kitId, line, text } from './define.ts';

export const join = defineEntity(
  'join',
  'join',
  { many: 'joins', title: 'handsOver' },
  {
    priority: end('Priority', 'priority'),
    initiative: end('Initiative', 'initiative'),
    withInitiative: end('With initiative', 'initiative'),
    fromFunction: kitId('From function', 'functions'),
    toFunction: kitId('To function', 'functions'),
    on: date('On'),
    handsOver: text('What is handed over'),
    short: line('Short name for the calendar'),
  },
);
