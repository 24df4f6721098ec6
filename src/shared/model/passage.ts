/** A paragraph of a source, in reading order. */
import { code, defineEntity, integer, line, owner, position, setting, text } from './define.ts';

/** What a passage is in its document. */
export const passageKinds = {
  heading: 'Heading',
  paragraph: 'Paragraph',
  item: 'List item',
  cell: 'Cell of a table',
  quote: 'Quotation',
  code: 'Code',
  note: 'Note',
} as const;

/** A paragraph of a source. */
export const passage = defineEntity(
  'passage',
  'passage',
  { many: 'passages', replicated: false },
  {
    source: owner('Source', 'source'),
    position: position(),
    level: integer('Heading level, 0 for running text', { min: 0, max: 9 }),
    text: text('Text'),
    page: integer('Page', { min: 1 }),
    locator: line('Place in the source'),
    kind: setting('Kind', passageKinds, 'paragraph'),
    depth: integer('Depth in a list, 0 for the outermost', { min: 0, max: 20 }),
    mark: code('Number or letter of a list item; empty for a bullet'),
    table: integer('Table of the document, from 1', { min: 1 }),
    row: integer('Row of the table, 0 for its head', { min: 0 }),
    column: integer('Column of the table, from 0', { min: 0 }),
  },
);
